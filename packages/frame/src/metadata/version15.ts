/** Metadata 15: runtime APIs and outer enums too. */
import { str, u8, unit, vec } from '../codec/index.ts'
import type { Runtime } from '../pallet/runtime.ts'
import { describeApis, describePallets, extrinsicTypes, runtimeType } from './describe.ts'
import { TypeEntry, TypeRegistry } from './registry.ts'
import {
  addressIds,
  docs,
  extensionEntry,
  extensionsOf,
  id,
  methodParts,
  NO_DOCS,
  outerIds,
  palletParts,
  palletRow,
  row,
  rows,
} from './rows.ts'

/** The version of extrinsics that metadata 15 names. */
const VERSION = 4

/** Everything that metadata 15 says, with the registry that numbers its types. */
function content(runtime: Runtime) {
  const registry = new TypeRegistry()
  const pallets = describePallets(registry, runtime).map((entry) => [...palletRow(entry), NO_DOCS])
  const { extra } = extrinsicTypes(runtime)
  const addresses = addressIds(registry, runtime)
  const extraId = registry.idOf(extra)
  const extensions = extensionsOf(registry, runtime)
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
  return { registry, pallets, addresses, extraId, extensions, apis, type, outer }
}

/** What the hash of a runtime's metadata covers: types by number, and how extrinsics are made of them. */
export interface ExtrinsicTypes {
  readonly types: readonly TypeEntry[]
  readonly version: number
  readonly address: number
  readonly call: number
  readonly signature: number
  readonly extensions: readonly (readonly [
    identifier: string,
    explicit: number,
    implicit: number,
  ])[]
}

/** The part of metadata 15 that says how to read an extrinsic. */
export function extrinsicTypes15(runtime: Runtime): ExtrinsicTypes {
  const { registry, addresses, extensions } = content(runtime)
  const [address, call, signature] = addresses
  return { types: registry.entries, version: VERSION, address, call, signature, extensions }
}

export function version15(runtime: Runtime): Uint8Array {
  const { registry, pallets, addresses, extraId, extensions, apis, type, outer } = content(runtime)
  const extrinsic = [VERSION, ...addresses, extraId, extensions]
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
