/** Metadata 14, 15 and 16 as bytes. */
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
  unit,
  variant,
  vec,
} from '../codec/index.ts'
import { concatBytes, utf8 } from '../crypto/bytes.ts'
import type { Runtime } from '../pallet/runtime.ts'
import {
  describeApis,
  describePallets,
  extrinsicTypes,
  type PalletEntry,
  runtimeErrorEnum,
  runtimeType,
  type StorageEntry,
} from './describe.ts'
import { TypeEntry, TypeRegistry } from './registry.ts'

export const METADATA_VERSIONS = [14, 15, 16] as const
export type MetadataVersion = (typeof METADATA_VERSIONS)[number]

const id = compact(u32)
const docs = vec(str)
const NO_DOCS: string[] = []
const NotDeprecated = 0

// The parts that all versions share; tuples, since the wire has no names.
const entryType = variant('StorageEntryType', {
  Plain: [0, id],
  Map: [1, { hashers: vec(u8), key: id, value: id }],
})
const storageParts = [str, u8, entryType, bytes, docs] as const
const constantParts = [str, id, bytes, docs] as const
const methodParts = [str, vec(tuple(str, id)), id, docs] as const
const extensionEntry = tuple(str, id, id)

const rows = <C extends readonly AnyCodec[]>(...parts: C): Codec<readonly unknown[][]> =>
  vec(tuple(...(parts as unknown as AnyCodec[]))) as unknown as Codec<readonly unknown[][]>
const row = (...parts: readonly AnyCodec[]): Codec<readonly unknown[]> =>
  tuple(...(parts as AnyCodec[])) as unknown as Codec<readonly unknown[]>

const storageRow = ({ name, modifier, hashers, key, value, fallback }: StorageEntry) => [
  name,
  modifier,
  key === undefined ? { type: 'Plain', value } : { type: 'Map', value: { hashers, key, value } },
  fallback,
  NO_DOCS,
]

function extensionsOf(registry: TypeRegistry, runtime: Runtime) {
  return runtime.parts.extensions.map(
    ({ identifier, explicit, implicit }) =>
      [
        identifier,
        registry.idOf(explicit as unknown as AnyCodec),
        registry.idOf(implicit as unknown as AnyCodec),
      ] as const,
  )
}

function palletRow(entry: PalletEntry): unknown[] {
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
const palletParts = [
  str,
  option(row(str, rows(...storageParts))),
  option(id),
  option(id),
  rows(...constantParts),
  option(id),
  u8,
] as const

function version14(runtime: Runtime): Uint8Array {
  const registry = new TypeRegistry()
  const pallets = describePallets(registry, runtime).map(palletRow)
  const extrinsic = [
    registry.idOf(extrinsicTypes(runtime).wrapped),
    4,
    extensionsOf(registry, runtime),
  ]
  const type = registry.idOf(runtimeType(runtime))
  return row(vec(TypeEntry), rows(...palletParts), row(id, u8, vec(extensionEntry)), id).encode([
    registry.entries,
    pallets,
    extrinsic,
    type,
  ])
}

const outerIds = (registry: TypeRegistry, runtime: Runtime) => [
  registry.idOf(runtime.call),
  registry.idOf(runtime.event),
  registry.idOf(runtimeErrorEnum(runtime)),
]

function addressIds(
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

function version15(runtime: Runtime): Uint8Array {
  const registry = new TypeRegistry()
  const pallets = describePallets(registry, runtime).map((entry) => [...palletRow(entry), NO_DOCS])
  const { extra } = extrinsicTypes(runtime)
  const extrinsic = [
    4,
    ...addressIds(registry, runtime),
    registry.idOf(extra),
    extensionsOf(registry, runtime),
  ]
  const apis = describeApis(registry, runtime.parts.apis).map(({ name, methods }) => [
    name,
    methods.map(({ name, inputs, output }) => [
      name,
      inputs.map(({ name, type }) => [name, type] as const),
      output,
      NO_DOCS,
    ]),
    NO_DOCS,
  ])
  const type = registry.idOf(runtimeType(runtime))
  const outer = outerIds(registry, runtime)
  return row(
    vec(TypeEntry),
    rows(...palletParts, docs),
    row(u8, id, id, id, id, vec(extensionEntry)),
    id,
    rows(str, rows(...methodParts), docs),
    row(id, id, id),
    vec(unit),
  ).encode([registry.entries, pallets, extrinsic, type, apis, outer, []])
}

const variantDeprecations = vec(unit)
const enumRef = option(row(id, variantDeprecations))

function palletRow16(registry: TypeRegistry, entry: PalletEntry): unknown[] {
  const { pallet, index, storage, calls, events, errors, constants } = entry
  const ref = (type: number | undefined) => (type === undefined ? undefined : [type, []])
  return [
    pallet.name,
    storage && [pallet.name, storage.map((item) => [...storageRow(item), NotDeprecated])],
    ref(calls),
    ref(events),
    constants.map(({ name, type, value }) => [name, type, value, NO_DOCS, NotDeprecated]),
    ref(errors),
    Object.entries(pallet.types ?? {}).map(([name, codec]) => [
      name,
      registry.idOf(codec),
      NO_DOCS,
    ]),
    [],
    index,
    NO_DOCS,
    NotDeprecated,
  ]
}

function version16(runtime: Runtime): Uint8Array {
  const registry = new TypeRegistry()
  const pallets = describePallets(registry, runtime).map((entry) => palletRow16(registry, entry))
  const extensions = extensionsOf(registry, runtime)
  const extrinsic = [
    [4, 5],
    ...addressIds(registry, runtime),
    [[0, extensions.map((_, i) => i)]],
    extensions,
  ]
  const apis = describeApis(registry, runtime.parts.apis).map(({ name, version, methods }) => [
    name,
    methods.map(({ name, inputs, output }) => [
      name,
      inputs.map(({ name, type }) => [name, type] as const),
      output,
      NO_DOCS,
      NotDeprecated,
    ]),
    NO_DOCS,
    version,
    NotDeprecated,
  ])
  const outer = outerIds(registry, runtime)
  return row(
    vec(TypeEntry),
    rows(
      str,
      option(row(str, rows(...storageParts, u8))),
      enumRef,
      enumRef,
      rows(...constantParts, u8),
      enumRef,
      rows(str, id, docs),
      vec(unit),
      u8,
      docs,
      u8,
    ),
    row(vec(u8), id, id, id, rows(u8, vec(id)), vec(extensionEntry)),
    rows(str, rows(...methodParts, u8), docs, id, u8),
    row(id, id, id),
    vec(unit),
  ).encode([registry.entries, pallets, extrinsic, apis, outer, []])
}

const ENCODERS = { 14: version14, 15: version15, 16: version16 } as const
const made = new WeakMap<Runtime, Map<MetadataVersion, Uint8Array>>()

/**
 * A runtime's metadata: magic, version byte and content, as clients read it. Made once per runtime.
 *
 * shape `undefined` for a version that does not exist
 */
export function metadata(runtime: Runtime, version: number): Uint8Array | undefined {
  if (!(version in ENCODERS)) return undefined
  const known = version as MetadataVersion
  let cache = made.get(runtime)
  if (!cache) made.set(runtime, (cache = new Map()))
  let out = cache.get(known)
  if (!out) {
    out = concatBytes(utf8('meta'), new Uint8Array([known]), ENCODERS[known](runtime))
    cache.set(known, out)
  }
  return out
}
