/** Metadata 14: pallets and the extrinsic. */
import { u8, vec } from '../codec/index.ts'
import type { Runtime } from '../pallet/runtime.ts'
import { describePallets, extrinsicTypes, runtimeType } from './describe.ts'
import { TypeEntry, TypeRegistry } from './registry.ts'
import { extensionEntry, extensionsOf, id, palletParts, palletRow, row, rows } from './rows.ts'

export function version14(runtime: Runtime): Uint8Array {
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
