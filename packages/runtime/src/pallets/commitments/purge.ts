/** Commitments of a subnet that ends. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../common/units.ts'
import * as storage from './storage.ts'

/**
 * Forgets all commitments made on a subnet.
 *
 * source  opentensor/subtensor pallets/commitments/src/lib.rs purge_netuid
 */
export function purgeNetuid(ctx: f.Context, netuid: NetUid): void {
  storage.CommitmentOf.clear(ctx, [netuid])
  storage.LastCommitment.clear(ctx, [netuid])
  storage.LastBondsReset.clear(ctx, [netuid])
  storage.RevealedCommitments.clear(ctx, [netuid])
  storage.UsedSpaceOf.clear(ctx, [netuid])
  storage.TimelockedIndex.mutate(ctx, (index) => index.filter(([on]) => on !== netuid))
}
