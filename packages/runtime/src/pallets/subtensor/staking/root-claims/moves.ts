/** Claims that follow a key to another one, or end with a subnet. */
import type * as f from '@taonet/frame'
import { I96F32, satU128 } from '@taonet/frame'
import type { NetUid } from '../../../../common/units.ts'
import { RootClaimable, RootClaimed } from '../../storage.ts'
import type { Claimant } from './rates.ts'

/**
 * Adds what one pair of keys has claimed on a subnet to another pair.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs transfer_root_claimed_for_new_keys
 */
export function transferRootClaimed(
  ctx: f.Context,
  netuid: NetUid,
  from: Claimant,
  to: Claimant,
): void {
  const claimed = RootClaimed.take(ctx, netuid, from.hotkey, from.coldkey)
  RootClaimed.mutate(ctx, netuid, to.hotkey, to.coldkey, (other) => satU128.add(claimed, other))
}

/**
 * Adds a hotkey's rates to another hotkey's.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs transfer_root_claimable_for_new_hotkey
 */
export function transferRootClaimable(ctx: f.Context, from: f.AccountId, to: f.AccountId): void {
  const moved = RootClaimable.get(ctx, from)
  let merged = RootClaimable.get(ctx, to)
  RootClaimable.remove(ctx, from)
  for (const [netuid, rate] of moved) {
    const old = merged.get(netuid)
    merged = merged.with(netuid, old === undefined ? rate : I96F32.add(old, rate))
  }
  RootClaimable.set(ctx, to, merged)
}

/**
 * Ends all claims on a subnet.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs finalize_all_subnet_root_dividends
 */
export function finalizeAllSubnetRootDividends(ctx: f.Context, netuid: NetUid): void {
  for (const [[hotkey], rates] of RootClaimable.entries(ctx)) {
    if (rates.has(netuid)) RootClaimable.set(ctx, hotkey, rates.without(netuid))
  }
  RootClaimed.clear(ctx, [netuid])
}
