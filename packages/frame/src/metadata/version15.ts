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

export function version15(runtime: Runtime): Uint8Array {
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
