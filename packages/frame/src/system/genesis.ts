/** What System writes into the first state. */
import type { Context } from '../pallet/context.ts'
import { Version } from './constants.ts'
import * as storage from './storage.ts'
import { setExtrinsicIndex } from './well-known.ts'

const HASH_69 = `0x${'45'.repeat(32)}`

/** source  polkadot-sdk substrate/frame/system/src/lib.rs GenesisConfig::build */
export function genesis(ctx: Context): void {
  const { spec_version, spec_name } = Version.get(ctx)
  storage.BlockHash.set(ctx, 0, HASH_69)
  storage.ParentHash.set(ctx, HASH_69)
  storage.LastRuntimeUpgrade.set(ctx, { spec_version, spec_name })
  storage.UpgradedToU32RefCount.set(ctx, true)
  storage.UpgradedToTripleRefCount.set(ctx, true)
  setExtrinsicIndex(ctx, 0)
}
