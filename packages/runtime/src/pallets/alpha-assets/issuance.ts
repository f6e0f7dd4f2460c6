/** Statistics of a subnet's token: what was minted, burned and recycled. */
import * as f from '@taonet/frame'
import type { Alpha, NetUid } from '../../common/units.ts'
import { AlphaBurned, AlphaRecycled, TotalAlphaIssuance } from './storage.ts'

/**
 * Records newly made alpha; the caller books it somewhere.
 *
 * units   rao
 * source  opentensor/subtensor pallets/alpha-assets/src/lib.rs mint_alpha
 */
export function mintAlpha(ctx: f.Context, netuid: NetUid, amount: Alpha): void {
  if (amount === 0n) return
  TotalAlphaIssuance.mutate(ctx, netuid, (issuance) => f.satU64.add(issuance, amount))
}

/**
 * Records alpha that nobody owns any more but that still counts as issued.
 *
 * units   rao
 * source  opentensor/subtensor pallets/alpha-assets/src/lib.rs burn_alpha
 */
export function burnAlpha(ctx: f.Context, netuid: NetUid, amount: Alpha): void {
  if (amount === 0n) return
  AlphaBurned.mutate(ctx, netuid, (burned) => f.satU64.add(burned, amount))
}

/**
 * Records alpha that goes out of existence.
 *
 * units   rao
 * source  opentensor/subtensor pallets/alpha-assets/src/lib.rs recycle_alpha
 */
export function recycleAlpha(ctx: f.Context, netuid: NetUid, amount: Alpha): void {
  if (amount === 0n) return
  AlphaRecycled.mutate(ctx, netuid, (recycled) => f.satU64.add(recycled, amount))
  TotalAlphaIssuance.mutate(ctx, netuid, (issuance) => f.satU64.sub(issuance, amount))
}
