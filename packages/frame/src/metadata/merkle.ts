/**
 * The hash of a runtime's metadata: of the types that extrinsics are made of, as leaves of a tree, and
 * of what a signer shows beside them. A device that sees only the leaves of one call can tell from it
 * that they are the chain's.
 *
 * source  polkadot-fellows/RFCs text/0078-merkleized-metadata.md; Zondax/merkleized-metadata src
 */
import { compact, option, str, u8, u16, u32, vec } from '../codec/index.ts'
import { concatBytes, toHex } from '../crypto/bytes.ts'
import { blake3 } from '../crypto/hash.ts'
import { assert } from '../errors.ts'
import type { Runtime } from '../pallet/runtime.ts'
import { SS58Prefix, Version } from '../system/constants.ts'
import { type FieldEntry, PRIMITIVES, type TypeEntry } from './registry.ts'
import { type ExtrinsicTypes, extrinsicTypes15 } from './version15.ts'

/** What signers show of amounts. */
export interface HashedExtras {
  readonly tokenDecimals: number
  readonly tokenSymbol: string
}

const VOID = 21
const BY_ID = 22
/** References to compact numbers, by primitive. */
const COMPACTS: Readonly<Record<string, number>> = {
  u8: 15,
  u16: 16,
  u32: 17,
  u64: 18,
  u128: 19,
  u256: 20,
}
const DIGEST_V1 = new Uint8Array([1])
/** `TypeDef` as a leaf has it. */
const TAGS = { Composite: 0, Variant: 1, Sequence: 2, Array: 3, Tuple: 4 } as const

const id = compact(u32)
const path = vec(str)
const name = option(str)
const list = (items: readonly Uint8Array[]) => concatBytes(id.encode(items.length), ...items)

/** Types without content are not leaves: they are named where they are referred to. */
function isLeaf({ def }: TypeEntry): boolean {
  if (def.type === 'Primitive' || def.type === 'Compact') return false
  return def.type === 'Sequence' || def.type === 'Array' || def.value.length > 0
}

/** The types that a type refers to. What is inside a compact number does not count. */
function within({ def }: TypeEntry): number[] {
  switch (def.type) {
    case 'Composite':
      return def.value.map(({ type }) => type)
    case 'Variant':
      return def.value.flatMap(({ fields }) => fields.map(({ type }) => type))
    case 'Tuple':
      return def.value
    case 'Sequence':
      return [def.value]
    case 'Array':
      return [def.value.type]
    default:
      return []
  }
}

/** The types of an extrinsic as leaves, and references to them. */
class Leaves {
  private readonly types: readonly TypeEntry[]
  private readonly ids = new Map<number, number>()

  constructor({ types, address, call, signature, extensions }: ExtrinsicTypes) {
    this.types = types
    const used = new Set<number>()
    const open = [call, address, signature, ...extensions.flatMap(([, a, b]) => [a, b])]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (used.has(at)) continue
      used.add(at)
      open.push(...within(types[at]!))
    }
    for (const { id: of } of types)
      if (used.has(of) && isLeaf(types[of]!)) this.ids.set(of, this.ids.size)
  }

  /** A reference to a type of the metadata. */
  ref(of: number): Uint8Array {
    const { def } = this.types[of]!
    if (def.type === 'Primitive') return u8.encode(PRIMITIVES[def.value])
    if (def.type === 'Compact') return u8.encode(this.compact(def.value))
    const number = this.ids.get(of)
    return number === undefined ? u8.encode(VOID) : concatBytes(u8.encode(BY_ID), id.encode(number))
  }

  /** A compact number, in however many types it is wrapped; or a compact nothing. */
  private compact(of: number): number {
    const { def } = this.types[of]!
    if (def.type === 'Primitive') {
      const known = COMPACTS[def.value]
      assert(known !== undefined, `${def.value} has a compact form`)
      return known
    }
    const [inner, second] = within(this.types[of]!)
    assert(second === undefined, 'a compact type has one content')
    return inner === undefined ? VOID : this.compact(inner)
  }

  private field(field: FieldEntry): Uint8Array {
    return concatBytes(name.encode(field.name), this.ref(field.type), name.encode(field.typeName))
  }

  private fields(fields: readonly FieldEntry[]): Uint8Array {
    return list(fields.map((field) => this.field(field)))
  }

  /** The definition of a type: one, or one for each variant of an enum. */
  private definitions({ def }: TypeEntry): Uint8Array[] {
    switch (def.type) {
      case 'Composite':
        return [this.fields(def.value)]
      case 'Variant':
        return [...def.value]
          .sort((a, b) => a.index - b.index)
          .map(({ name, fields, index }) =>
            concatBytes(str.encode(name), this.fields(fields), id.encode(index)),
          )
      case 'Tuple':
        return [list(def.value.map((of) => this.ref(of)))]
      case 'Sequence':
        return [this.ref(def.value)]
      case 'Array':
        return [concatBytes(u32.encode(def.value.len), this.ref(def.value.type))]
      default:
        return []
    }
  }

  /** Hashes of the leaves, in order. */
  hashes(): Uint8Array[] {
    return [...this.ids].flatMap(([of, number]) => {
      const entry = this.types[of]!
      const tag = u8.encode(TAGS[entry.def.type as keyof typeof TAGS])
      const [before, after] = [path.encode(entry.path), id.encode(number)]
      return this.definitions(entry).map((def) => blake3(concatBytes(before, tag, def, after)))
    })
  }
}

/** The root over leaves: the two last nodes become the first, until one is left. */
function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  // a node goes to the front: a queue that is read from its end
  const queue = [...leaves].reverse()
  let at = 0
  for (; queue.length - at > 1; at += 2) {
    const [right, left] = [queue[at]!, queue[at + 1]!]
    queue.push(blake3(concatBytes(left, right)))
  }
  return queue[at] ?? new Uint8Array(32)
}

function extrinsicHash(leaves: Leaves, extrinsic: ExtrinsicTypes): Uint8Array {
  const { version, address, call, signature, extensions } = extrinsic
  return blake3(
    concatBytes(
      u8.encode(version),
      ...[address, call, signature].map((of) => leaves.ref(of)),
      list(
        extensions.map(([identifier, explicit, implicit]) =>
          concatBytes(str.encode(identifier), leaves.ref(explicit), leaves.ref(implicit)),
        ),
      ),
    ),
  )
}

const made = new WeakMap<Runtime, string>()

/**
 * The hash of a runtime's metadata: 32 bytes as hex. Made once per runtime.
 *
 * cost    builds metadata 15 and hashes some two thousand leaves
 */
export function metadataHash(runtime: Runtime, extras: HashedExtras): string {
  const known = made.get(runtime)
  if (known !== undefined) return known
  const extrinsic = extrinsicTypes15(runtime)
  const leaves = new Leaves(extrinsic)
  const { spec_version, spec_name } = Version.under(runtime.settings)
  const digest = concatBytes(
    DIGEST_V1,
    rootOf(leaves.hashes()),
    extrinsicHash(leaves, extrinsic),
    u32.encode(spec_version),
    str.encode(spec_name),
    u16.encode(SS58Prefix.under(runtime.settings)),
    u8.encode(extras.tokenDecimals),
    str.encode(extras.tokenSymbol),
  )
  const hash = toHex(blake3(digest))
  made.set(runtime, hash)
  return hash
}
