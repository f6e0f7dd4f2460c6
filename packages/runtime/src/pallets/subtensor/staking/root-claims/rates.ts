/** Alpha that root stakers may claim: a growing rate per unit of root stake, less what a staker has had. */
import type * as f from '@taonet/frame'
import { I96F32, satU128 } from '@taonet/frame'
import type { Alpha, NetUid } from '../../../../common/units.ts'
import { Owner, RootClaimable, RootClaimed } from '../../storage.ts'
import { ROOT } from '../../subnets/exists.ts'
import { getHotkeyStake, increaseStake } from '../stake.ts'

/** Whose claims at whose hotkey. */
export interface Claimant {
  readonly hotkey: f.AccountId
  readonly coldkey: f.AccountId
}

/**
 * Raises a hotkey's rate by a dividend. One that exceeds all of its root stake becomes stake of its owner instead.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs increase_root_claimable_for_hotkey_and_subnet
 */
export function increaseRootClaimable(
  ctx: f.Context,
  hotkey: f.AccountId,
  netuid: NetUid,
  amount: Alpha,
): void {
  const total = getHotkeyStake(ctx, hotkey, ROOT)
  if (amount > total) {
    increaseStake(ctx, { hotkey, coldkey: Owner.get(ctx, hotkey), netuid }, amount)
    return
  }
  const rates = RootClaimable.get(ctx, hotkey)
  const rate = rates.get(netuid)
  if (amount === 0n && rate !== undefined) return
  const increment = I96F32.checkedDiv(I96F32.fromInt(amount), I96F32.fromInt(total)) ?? 0n
  const raised = rate === undefined ? increment : I96F32.add(rate, increment)
  RootClaimable.set(ctx, hotkey, rates.with(netuid, raised))
}

/** Rates of a hotkey by ascending netuid. */
export const claimableRates = (
  ctx: f.Context,
  hotkey: f.AccountId,
): (readonly [netuid: NetUid, rate: f.I96F32])[] => [...RootClaimable.get(ctx, hotkey)]

/**
 * Counts alpha that new root stake did not earn as claimed.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs add_stake_adjust_root_claimed_for_hotkey_and_coldkey
 */
export function addRootStakeBaseline(ctx: f.Context, claimant: Claimant, amount: bigint): void {
  const { hotkey, coldkey } = claimant
  for (const [netuid, rate] of claimableRates(ctx, hotkey))
    RootClaimed.mutate(ctx, netuid, hotkey, coldkey, (claimed) =>
      satU128.add(claimed, earned(rate, amount)),
    )
}

/**
 * Takes back what removed root stake had counted as claimed; more than there is takes all.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs remove_stake_adjust_root_claimed_for_hotkey_and_coldkey
 */
export function removeRootStakeBaseline(ctx: f.Context, claimant: Claimant, amount: bigint): void {
  const { hotkey, coldkey } = claimant
  for (const [netuid, rate] of claimableRates(ctx, hotkey)) {
    if (netuid === ROOT) continue
    RootClaimed.mutate(ctx, netuid, hotkey, coldkey, (claimed) =>
      satU128.sub(claimed, earned(rate, amount)),
    )
  }
}

/** What a rate makes of an amount, u128. */
const earned = (rate: f.I96F32, amount: bigint): bigint =>
  I96F32.toU128(I96F32.mul(rate, I96F32.fromInt(amount)))
