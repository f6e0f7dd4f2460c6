/** Named structs and enums. */
import { CodecError } from './buffer.ts'
import {
  type AnyCodec,
  type Codec,
  type Codecs,
  type Field,
  makeCodec,
  type TypeDef,
  type TypeInfo,
  type TypeParam,
  type Value,
} from './codec.ts'

/** Splits a Rust path, or takes it with its type parameters. */
export type Path = string | { readonly path: string; readonly params: readonly TypeParam[] }
const named = (path: Path): Pick<TypeInfo, 'path' | 'params'> =>
  typeof path === 'string'
    ? { path: path.split('::') }
    : { path: path.path.split('::'), params: path.params }

/** A path with generic parameters: `generic('frame_system::AccountInfo', { Nonce: u32, … })`. */
export const generic = (
  path: string,
  params: Readonly<Record<string, AnyCodec | undefined>>,
): Path => ({
  path,
  params: Object.entries(params).map(([name, type]) =>
    type === undefined ? { name } : { name, type: type },
  ),
})

const fieldsOf = (fields: Readonly<Record<string, AnyCodec>>): Field[] =>
  Object.entries(fields).map(([name, type]) => ({ name, type: type }))

/** A struct with named fields, in wire order. */
export function struct<V extends object>(path: Path, fields: Codecs<V>): Codec<V> {
  const names = Object.keys(fields) as (keyof V & string)[]
  const codecs = names.map((name) => fields[name] as AnyCodec)
  return makeCodec<V>(
    { ...named(path), def: { tag: 'composite', fields: fieldsOf(fields) } },
    (out, value) => {
      for (let i = 0; i < names.length; i++) codecs[i]!.write(out, value[names[i]!])
    },
    (from) => {
      const value: Record<string, unknown> = {}
      for (let i = 0; i < names.length; i++) value[names[i]!] = codecs[i]!.read(from)
      return value as V
    },
  )
}

/** A struct of one field that is only a name around it; in TypeScript the inner value. */
export function newtype<T>(path: Path, inner: Codec<T>, field?: string): Codec<T> {
  const only: Field = field === undefined ? { type: inner } : { name: field, type: inner }
  return makeCodec<T>(
    { ...named(path), def: { tag: 'composite', fields: [only] } },
    inner.write,
    inner.read,
  )
}

/** A struct of several unnamed fields; an array in TypeScript. */
export function tupleStruct<V extends readonly unknown[]>(
  path: Path,
  ...items: Codecs<V>
): Codec<V> {
  return makeCodec<V>(
    {
      ...named(path),
      def: { tag: 'composite', fields: items.map((type) => ({ type: type })) },
    },
    (out, values) => {
      for (let i = 0; i < items.length; i++) items[i]!.write(out, values[i])
    },
    (from) => items.map((item) => item.read(from)) as unknown as V,
  )
}

/** A type without content. */
export const empty = (path: Path): Codec<null> =>
  makeCodec<null>(
    { ...named(path), def: { tag: 'composite', fields: [] } },
    () => {},
    () => null,
  )

/** What a variant carries: nothing, one unnamed value, several, or named ones. */
type Content = undefined | AnyCodec | readonly AnyCodec[] | Readonly<Record<string, AnyCodec>>
type IsCodec<C> = C extends AnyCodec ? true : false
type ContentValue<C> = C extends undefined
  ? undefined
  : IsCodec<C> extends true
    ? Value<C>
    : { -readonly [K in keyof C]: Value<C[K]> }
type Variants = Readonly<Record<string, readonly [index: number, content?: Content]>>
/** The union that an enum's variants make: `{ type, value }`, as polkadot-api has it. */
export type Tagged<V extends Variants> = {
  [K in keyof V & string]: V[K] extends readonly [number, infer C]
    ? { readonly type: K; readonly value: ContentValue<C> }
    : { readonly type: K; readonly value?: undefined }
}[keyof V & string]

const isCodec = (content: NonNullable<Content>): content is AnyCodec => 'write' in content
function contentFields(content: Content): Field[] {
  if (content === undefined) return []
  if (isCodec(content)) return [{ type: content }]
  if (Array.isArray(content)) return content.map((type) => ({ type: type as AnyCodec }))
  return fieldsOf(content as Readonly<Record<string, AnyCodec>>)
}
function contentCodec(content: Content): AnyCodec | undefined {
  if (content === undefined || isCodec(content)) return content
  return Array.isArray(content)
    ? tupleStruct('', ...(content as AnyCodec[]))
    : struct('', content as Readonly<Record<string, AnyCodec>>)
}

/** An enum whose variants carry values. The wire index of each is written. */
export function variant<const V extends Variants>(path: Path, variants: V): Codec<Tagged<V>> {
  interface Case {
    readonly name: string
    readonly index: number
    readonly content: AnyCodec | undefined
  }
  const byName = new Map<string, Case>()
  const byIndex: (Case | undefined)[] = []
  for (const [name, [index, content]] of Object.entries(variants)) {
    const item = { name, index, content: contentCodec(content) }
    byName.set(name, item)
    byIndex[index] = item
  }
  const def: TypeDef = {
    tag: 'variant',
    variants: Object.entries(variants).map(([name, [index, content]]) => ({
      name,
      index,
      fields: contentFields(content),
    })),
  }
  const label = named(path).path.join('::')
  return makeCodec<Tagged<V>>(
    { ...named(path), def },
    (out, value) => {
      const found = byName.get(value.type)
      if (!found) throw new CodecError(`${label} has no variant ${value.type}`)
      out.u8(found.index)
      found.content?.write(out, value.value)
    },
    (from) => {
      const index = from.u8()
      const found = byIndex[index]
      if (!found) throw new CodecError(`${label} has no variant of index ${index}`)
      const value = found.content && from.nested(() => found.content?.read(from))
      return (found.content ? { type: found.name, value } : { type: found.name }) as Tagged<V>
    },
  )
}

/** An enum of names only; a string union in TypeScript. */
export function enumeration<const V extends Readonly<Record<string, number>>>(
  path: Path,
  indices: V,
): Codec<keyof V & string> {
  const names = new Map(Object.entries(indices).map(([name, index]) => [index, name]))
  const label = named(path).path.join('::')
  const variants = Object.entries(indices).map(([name, index]) => ({ name, index, fields: [] }))
  return makeCodec<keyof V & string>(
    { ...named(path), def: { tag: 'variant', variants } },
    (out, name) => {
      const index = indices[name]
      if (index === undefined) throw new CodecError(`${label} has no variant ${name}`)
      out.u8(index)
    },
    (from) => {
      const index = from.u8()
      const name = names.get(index)
      if (name === undefined) throw new CodecError(`${label} has no variant of index ${index}`)
      return name as keyof V & string
    },
  )
}

/**
 * A type that is known only later, or that contains itself.
 *
 * `resolve` is called at each use, so what it returns must be cheap and constant.
 */
export function lazy<T>(resolve: () => Codec<T>): Codec<T> {
  const codec = makeCodec<T>(
    {
      path: [],
      def: () => {
        throw new CodecError('a lazy type is described by what it resolves to')
      },
    },
    (out, value) => resolve().write(out, value),
    (from) => from.nested(() => resolve().read(from)),
  )
  Object.defineProperty(codec, 'type', { get: () => resolve().type })
  return codec
}

/** `Box<T>`: the same bytes, one more level of nesting; `inList` is what items of lists are. */
export function boxed<T>(inner: Codec<T>, inList?: Codec<T>): Codec<T> {
  const codec = makeCodec<T>(
    {
      path: [],
      def: () => {
        throw new CodecError('a box is described by what is in it')
      },
    },
    inner.write,
    (from) => from.boxed(() => inner.read(from)),
  )
  Object.defineProperty(codec, 'type', { get: () => inner.type })
  return inList === undefined ? codec : Object.assign(codec, { inList })
}
