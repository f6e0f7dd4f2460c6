/** Metadata 16: versions of APIs, associated types, view functions and what is deprecated too. */
import {
  type AnyCodec,
  bytesN,
  option,
  str,
  struct,
  tuple,
  u8,
  unit,
  variant,
  vec,
} from '../codec/index.ts'
import { concatBytes, toHex, utf8 } from '../crypto/bytes.ts'
import { twox128 } from '../crypto/hash.ts'
import { type Deprecation, deprecationOf } from '../pallet/deprecation.ts'
import type { Named, Pallet } from '../pallet/pallet.ts'
import type { Runtime } from '../pallet/runtime.ts'
import { describeApis, describePallets, type MethodEntry, type PalletEntry } from './describe.ts'
import { TypeEntry, TypeRegistry } from './registry.ts'
import {
  addressIds,
  constantParts,
  docs,
  extensionEntry,
  extensionsOf,
  id,
  methodParts,
  NO_DOCS,
  outerIds,
  row,
  rows,
  storageParts,
  storageRow,
} from './rows.ts'

const note = struct<{ note: string; since: string | undefined }>('', {
  note: str,
  since: option(str),
})
/** Whether an item is deprecated. */
const Status = variant('ItemDeprecationInfo', {
  NotDeprecated: [0],
  DeprecatedWithoutNote: [1],
  Deprecated: [2, note],
})
/** A variant that is; the others are not listed. */
const VariantStatus = variant('VariantDeprecationInfo', {
  DeprecatedWithoutNote: [1],
  Deprecated: [2, note],
})
const enumRef = option(row(id, vec(tuple(u8, VariantStatus))))
const viewParts = [bytesN(32), ...methodParts, Status] as const

const marked = ({ note }: Deprecation) =>
  note === undefined
    ? ({ type: 'DeprecatedWithoutNote' } as const)
    : ({ type: 'Deprecated', value: { note, since: undefined } } as const)

function statusOf(declared: object | undefined) {
  const deprecation = declared && deprecationOf(declared)
  return deprecation ? marked(deprecation) : ({ type: 'NotDeprecated' } as const)
}

/** An enum and those of its variants that are deprecated, by index. */
function enumRow(
  type: number | undefined,
  cases: Named<object> | undefined,
  indexOf: (declared: never) => number,
): unknown[] | undefined {
  if (type === undefined) return undefined
  const deprecations = Object.values(cases ?? {})
    .flatMap((declared) => {
      const deprecation = deprecationOf(declared)
      return deprecation ? [[indexOf(declared as never), marked(deprecation)] as const] : []
    })
    .sort(([a], [b]) => a - b)
  return [type, deprecations]
}

const methodRow = ({ name, inputs, output, declared }: MethodEntry) => [
  name,
  inputs.map(({ name, type }) => [name, type] as const),
  output,
  NO_DOCS,
  statusOf(declared),
]

/** `source` polkadot-sdk substrate/frame/support/src/view_functions.rs ViewFunctionId */
const viewId = (pallet: string, name: string, signature: string): string =>
  toHex(concatBytes(twox128(utf8(pallet)), twox128(utf8(`${name}${signature}`))))

function viewRows(registry: TypeRegistry, { name: pallet, views }: Pallet): unknown[][] {
  const [api] = describeApis(registry, [{ name: pallet, version: 0, methods: views ?? {} }])
  return (api?.methods ?? []).map((method) => [
    viewId(pallet, method.name, views?.[method.name]?.signature ?? ''),
    ...methodRow(method),
  ])
}

function palletRow(registry: TypeRegistry, entry: PalletEntry): unknown[] {
  const { pallet, index, storage, calls, events, errors, constants } = entry
  return [
    pallet.name,
    storage && [
      pallet.name,
      storage.map((item) => [...storageRow(item), statusOf(pallet.storage?.[item.name])]),
    ],
    enumRow(calls, pallet.calls, ({ def }: { def: { index: number } }) => def.index),
    enumRow(events, pallet.events, ({ index }: { index: number }) => index),
    constants.map(({ name, type, value }) => [
      name,
      type,
      value,
      NO_DOCS,
      statusOf(pallet.constants?.[name]),
    ]),
    enumRow(errors, pallet.errors, ({ index }: { index: number }) => index),
    Object.entries(pallet.types ?? {}).map(([name, codec]) => [
      name,
      registry.idOf(codec),
      NO_DOCS,
    ]),
    viewRows(registry, pallet),
    index,
    NO_DOCS,
    statusOf(pallet),
  ]
}

const palletParts: readonly AnyCodec[] = [
  str,
  option(row(str, rows(...storageParts, Status))),
  enumRef,
  enumRef,
  rows(...constantParts, Status),
  enumRef,
  rows(str, id, docs),
  rows(...viewParts),
  u8,
  docs,
  Status,
]

export function version16(runtime: Runtime): Uint8Array {
  const registry = new TypeRegistry()
  const pallets = describePallets(registry, runtime).map((entry) => palletRow(registry, entry))
  const extensions = extensionsOf(registry, runtime)
  const extrinsic = [
    [4, 5],
    ...addressIds(registry, runtime),
    [[0, extensions.map((_, i) => i)]],
    extensions,
  ]
  const apis = describeApis(registry, runtime.parts.apis).map((api) => [
    api.name,
    api.methods.map(methodRow),
    NO_DOCS,
    api.version,
    statusOf(api.declared),
  ])
  const outer = outerIds(registry, runtime)
  return row(
    vec(TypeEntry),
    rows(...palletParts),
    row(vec(u8), id, id, id, rows(u8, vec(id)), vec(extensionEntry)),
    rows(str, rows(...methodParts, Status), docs, id, Status),
    row(id, id, id),
    vec(unit),
  ).encode([registry.entries, pallets, extrinsic, apis, outer, []])
}
