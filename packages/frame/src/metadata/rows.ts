/** Parts and rows that several versions of metadata share. */
import {
  type AnyCodec,
  bytes,
  type Codec,
  compact,
  option,
  str,
  tuple,
  u8,
  u32,
  variant,
  vec,
} from '../codec/index.ts'
import type { Runtime } from '../pallet/runtime.ts'
import {
  extrinsicTypes,
  type PalletEntry,
  runtimeErrorEnum,
  type StorageEntry,
} from './describe.ts'
import type { TypeRegistry } from './registry.ts'

export const id = compact(u32)
export const docs = vec(str)
export const NO_DOCS: string[] = []

// The parts that all versions share; tuples, since the wire has no names.
const entryType = variant('StorageEntryType', {
  Plain: [0, id],
  Map: [1, { hashers: vec(u8), key: id, value: id }],
})
export const storageParts = [str, u8, entryType, bytes, docs] as const
export const constantParts = [str, id, bytes, docs] as const
export const methodParts = [str, vec(tuple(str, id)), id, docs] as const
export const extensionEntry = tuple(str, id, id)

export const rows = <C extends readonly AnyCodec[]>(...parts: C): Codec<readonly unknown[][]> =>
  vec(tuple(...(parts as unknown as AnyCodec[]))) as unknown as Codec<readonly unknown[][]>
export const row = (...parts: readonly AnyCodec[]): Codec<readonly unknown[]> =>
  tuple(...(parts as AnyCodec[])) as unknown as Codec<readonly unknown[]>

export const storageRow = ({ name, modifier, hashers, key, value, fallback }: StorageEntry) => [
  name,
  modifier,
  key === undefined ? { type: 'Plain', value } : { type: 'Map', value: { hashers, key, value } },
  fallback,
  NO_DOCS,
]

export function extensionsOf(registry: TypeRegistry, runtime: Runtime) {
  return runtime.parts.extensions.map(
    ({ identifier, explicit, implicit }) =>
      [
        identifier,
        registry.idOf(explicit as unknown as AnyCodec),
        registry.idOf(implicit as unknown as AnyCodec),
      ] as const,
  )
}

export function palletRow(entry: PalletEntry): unknown[] {
  const { pallet, index, storage, calls, events, errors, constants } = entry
  return [
    pallet.name,
    storage && [pallet.name, storage.map(storageRow)],
    calls,
    events,
    constants.map(({ name, type, value }) => [name, type, value, NO_DOCS]),
    errors,
    index,
  ]
}
export const palletParts = [
  str,
  option(row(str, rows(...storageParts))),
  option(id),
  option(id),
  rows(...constantParts),
  option(id),
  u8,
] as const

export const outerIds = (registry: TypeRegistry, runtime: Runtime) => [
  registry.idOf(runtime.call),
  registry.idOf(runtime.event),
  registry.idOf(runtimeErrorEnum(runtime)),
]

export function addressIds(
  registry: TypeRegistry,
  runtime: Runtime,
): [address: number, call: number, signature: number] {
  const params = extrinsicTypes(runtime).wrapped.type.params ?? []
  return params.slice(0, 3).map(({ type }) => registry.idOf(type as AnyCodec)) as [
    number,
    number,
    number,
  ]
}
