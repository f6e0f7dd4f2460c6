/** Sequences, tuples, options, results, ordered maps and sets. */
import { CodecError, type Reader, type Writer } from './buffer.ts'
import { type AnyCodec, type Codec, type Codecs, makeCodec, type TypeInfo } from './codec.ts'
import { bytes, str, u8 } from './primitives.ts'

const MAX_EMPTY_ITEMS = 65_536

/** Integers are read in one go: a list of them, unlike a set, does not count as nesting. */
function isPlain({ type }: AnyCodec): boolean {
  return typeof type.def !== 'function' && type.def.tag === 'primitive' && type.def.name !== 'bool'
}

function writeAll<T>(out: Writer, values: readonly T[], item: Codec<T>): void {
  out.compact(values.length)
  for (let i = 0; i < values.length; i++) item.write(out, values[i] as T)
}

function readAll<T>(from: Reader, item: Codec<T>, limit = Number.POSITIVE_INFINITY): T[] {
  const count = from.compact()
  if (count > limit) throw new CodecError(`${count} items, at most ${limit} are allowed`)
  return isPlain(item)
    ? readItems(from, item, count)
    : from.boxed(() => readItems(from, item.inList ?? item, count))
}

/** Items of a set: they count as nesting, integers too. */
function readNested<T>(from: Reader, item: Codec<T>): T[] {
  const count = from.compact()
  return from.boxed(() => readItems(from, item, count))
}

function readItems<T>(from: Reader, item: Codec<T>, count: number): T[] {
  const values: T[] = []
  for (let i = 0; i < count; i++) {
    const at = from.at
    values.push(item.read(from))
    // Items without bytes are the only ones that short input can claim millions of.
    if (from.at === at && count > MAX_EMPTY_ITEMS) throw new CodecError(`${count} empty items`)
  }
  return values
}

/** `Vec<T>` (and `VecDeque<T>`, which is the same on the wire). */
export const vec = <T>(item: Codec<T>): Codec<T[]> =>
  makeCodec(
    { path: [], def: { tag: 'sequence', type: item } },
    (out, values) => writeAll(out, values, item),
    (from) => from.nested(() => readAll(from, item)),
  )

/** `[T; len]`. */
export const array = <T>(item: Codec<T>, len: number): Codec<T[]> =>
  makeCodec(
    { path: [], def: { tag: 'array', len, type: item } },
    (out, values) => {
      if (values.length !== len) throw new CodecError(`${values.length} items, not ${len}`)
      for (const value of values) item.write(out, value)
    },
    (from) => Array.from({ length: len }, () => item.read(from)),
  )

/** A tuple, an array in TypeScript. */
export const tuple = <V extends readonly unknown[]>(...items: Codecs<V>): Codec<V> =>
  makeCodec(
    { path: [], def: { tag: 'tuple', types: items } },
    (out, values) => {
      for (let i = 0; i < items.length; i++) items[i]!.write(out, values[i])
    },
    (from) => items.map((item) => item.read(from)) as unknown as V,
  )

const optionType = (item: AnyCodec): TypeInfo => ({
  path: ['Option'],
  params: [{ name: 'T', type: item }],
  def: {
    tag: 'variant',
    variants: [
      { name: 'None', index: 0, fields: [] },
      { name: 'Some', index: 1, fields: [{ type: item }] },
    ],
  },
})

function optional<T, N>(item: Codec<T>, none: N): Codec<T | N> {
  return makeCodec<T | N>(
    optionType(item),
    (out, value) => {
      if (value === none) return out.u8(0)
      out.u8(1)
      item.write(out, value as T)
    },
    (from) => {
      const tag = from.u8()
      if (tag > 1) throw new CodecError(`${tag} is not an Option`)
      return tag === 0 ? none : item.read(from)
    },
  )
}

/** `Option<T>`; none is `undefined`. */
export const option = <T>(item: Codec<T>): Codec<T | undefined> => optional(item, undefined)
/** `Option<T>` with `null` for none: the outer of two nested options. */
export const nullable = <T>(item: Codec<T>): Codec<T | null> => optional(item, null)

export type ResultOf<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** `Result<T, E>`. */
export const result = <T, E>(value: Codec<T>, error: Codec<E>): Codec<ResultOf<T, E>> =>
  makeCodec<ResultOf<T, E>>(
    {
      path: ['Result'],
      params: [
        { name: 'T', type: value },
        { name: 'E', type: error },
      ],
      def: {
        tag: 'variant',
        variants: [
          { name: 'Ok', index: 0, fields: [{ type: value }] },
          { name: 'Err', index: 1, fields: [{ type: error }] },
        ],
      },
    },
    (out, outcome) => {
      out.u8(outcome.ok ? 0 : 1)
      if (outcome.ok) value.write(out, outcome.value)
      else error.write(out, outcome.error)
    },
    (from) => {
      const tag = from.u8()
      if (tag > 1) throw new CodecError(`${tag} is not a Result`)
      return tag === 0
        ? { ok: true, value: value.read(from) }
        : { ok: false, error: error.read(from) }
    },
  )

type Scalar = string | number | bigint
type Ordered = Scalar | readonly Scalar[]
/** Rust's `Ord` of what serves as a key: tuples compare part by part. */
function ascending(a: Ordered, b: Ordered): number {
  if (!Array.isArray(a) || !Array.isArray(b)) return a < b ? -1 : a > b ? 1 : 0
  for (let i = 0; i < a.length; i++) {
    const order = ascending(a[i] as Scalar, b[i] as Scalar)
    if (order !== 0) return order
  }
  return 0
}
const sorted = <T extends Ordered>(values: readonly T[]): T[] =>
  [...values]
    .sort(ascending)
    .filter((value, i, all) => i === 0 || ascending(all[i - 1] as T, value) !== 0)

/** `BTreeMap<K, V>`: a `Map` whose bytes are in key order whatever its insertion order. */
export function btreeMap<K extends Ordered, V>(
  key: Codec<K>,
  value: Codec<V>,
): Codec<ReadonlyMap<K, V>> {
  const entry = tuple<readonly [K, V]>(key, value)
  return makeCodec<ReadonlyMap<K, V>>(
    {
      path: ['BTreeMap'],
      params: [
        { name: 'K', type: key },
        { name: 'V', type: value },
      ],
      def: { tag: 'composite', fields: [{ type: vec(entry) }] },
    },
    (out, map) =>
      writeAll(
        out,
        [...map].sort((a, b) => ascending(a[0], b[0])),
        entry,
      ),
    (from) => new Map(readAll(from, entry).sort((a, b) => ascending(a[0], b[0]))),
  )
}

/** `BTreeSet<T>`: a sorted array without repeats. */
export const btreeSet = <T extends Ordered>(item: Codec<T>): Codec<readonly T[]> =>
  makeCodec<readonly T[]>(
    {
      path: ['BTreeSet'],
      params: [{ name: 'T', type: item }],
      def: { tag: 'composite', fields: [{ type: vec(item) }] },
    },
    (out, values) => writeAll(out, sorted(values), item),
    (from) => sorted(readNested(from, item)),
  )

const boundedType = (
  kind: 'bounded_vec' | 'weak_bounded_vec',
  item: AnyCodec,
  inner: AnyCodec,
): TypeInfo => ({
  path: ['bounded_collections', kind, kind === 'bounded_vec' ? 'BoundedVec' : 'WeakBoundedVec'],
  params: [{ name: 'T', type: item }, { name: 'S' }],
  def: { tag: 'composite', fields: [{ type: inner }] },
})

/** `BoundedVec<T, limit>`: longer input does not decode, longer output is an error. */
export function boundedVec<T>(item: Codec<T>, limit: number): Codec<T[]> {
  return makeCodec<T[]>(
    boundedType('bounded_vec', item, vec(item)),
    (out, values) => {
      if (values.length > limit) throw new CodecError(`${values.length} items, at most ${limit}`)
      writeAll(out, values, item)
    },
    (from) => from.nested(() => readAll(from, item, limit)),
  )
}

/** `WeakBoundedVec<T, _>`: the bound is advice only. */
export const weakBoundedVec = <T>(item: Codec<T>): Codec<T[]> =>
  makeCodec<T[]>(
    boundedType('weak_bounded_vec', item, vec(item)),
    (out, values) => writeAll(out, values, item),
    (from) => from.nested(() => readAll(from, item)),
  )

/** `BoundedVec<u8, limit>`. */
export const boundedBytes = (limit: number): Codec<Uint8Array> =>
  makeCodec<Uint8Array>(
    boundedType('bounded_vec', u8, bytes),
    (out, value) => {
      if (value.length > limit) throw new CodecError(`${value.length} bytes, at most ${limit}`)
      bytes.write(out, value)
    },
    (from) => {
      const value = bytes.read(from)
      if (value.length > limit) throw new CodecError(`${value.length} bytes, at most ${limit}`)
      return value
    },
  )

/** `WeakBoundedVec<u8, _>`. */
export const weakBoundedBytes: Codec<Uint8Array> = makeCodec<Uint8Array>(
  boundedType('weak_bounded_vec', u8, bytes),
  bytes.write,
  bytes.read,
)

/** `BoundedBTreeMap<K, V, _>`. */
export function boundedBtreeMap<K extends Ordered, V>(
  key: Codec<K>,
  value: Codec<V>,
): Codec<ReadonlyMap<K, V>> {
  const inner = btreeMap(key, value)
  const type: TypeInfo = {
    path: ['bounded_collections', 'bounded_btree_map', 'BoundedBTreeMap'],
    params: [{ name: 'K', type: key }, { name: 'V', type: value }, { name: 'S' }],
    def: { tag: 'composite', fields: [{ type: inner }] },
  }
  return makeCodec(type, inner.write, inner.read)
}

/** `Cow<'_, T>`: `T` under another name. */
export const cow = <T>(inner: Codec<T>): Codec<T> =>
  makeCodec(
    {
      path: ['Cow'],
      params: [{ name: 'T', type: inner }],
      def: { tag: 'composite', fields: [{ type: inner }] },
    },
    inner.write,
    inner.read,
  )
/** `Cow<'static, str>`. */
export const cowStr: Codec<string> = cow(str)
