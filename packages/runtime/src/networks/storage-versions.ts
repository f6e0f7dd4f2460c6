/** The storage version that each pallet notes in the first state; others note 0. */
import * as f from '@taonet/frame'

const VERSIONS: Readonly<Record<string, number>> = {
  Balances: 1,
  Contracts: 16,
  Grandpa: 5,
  Multisig: 1,
  Preimage: 1,
  Scheduler: 4,
  SubtensorModule: 7,
}
const ITEM = f.bytesToKey(f.twox128(f.utf8(':__STORAGE_VERSION__:')))

/** Notes the storage versions of all pallets. */
export function writeStorageVersions(ctx: f.Context): void {
  for (const { pallet } of ctx.runtime.entries) {
    const key = f.bytesToKey(f.twox128(f.utf8(pallet.name))) + ITEM
    ctx.state.set(key, f.u16, VERSIONS[pallet.name] ?? 0)
  }
}
