/** Stake and claims that move from one hotkey to another on a subnet. */
import type * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { transferRootClaimable, transferRootClaimed } from '../staking/root-claims/moves.ts'
import { decreaseStake, getStake, increaseStake } from '../staking/stake.ts'
import { swapVotingPower } from '../staking/voting-power.ts'
import * as storage from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'
import type { HotkeySwap } from './move-hotkey.ts'
import type { WeightTally } from './weight-tally.ts'

/**
 * Moves all coldkeys' stake, dividends and voting power, and on root the claims and the wish about automatic parents.
 *
 * source  opentensor/subtensor pallets/subtensor/src/swap/swap_hotkey.rs perform_hotkey_swap_on_one_subnet
 */
export function moveHotkeyStake(
  ctx: f.Context,
  netuid: NetUid,
  swap: HotkeySwap,
  meter: WeightTally,
): void {
  const { from, to } = swap
  const lastEpoch = storage.TotalHotkeyAlphaLastEpoch.take(ctx, from, netuid)
  storage.TotalHotkeyAlphaLastEpoch.mutate(ctx, to, netuid, (own) => satU64.add(lastEpoch, own))
  const dividends = storage.AlphaDividendsPerSubnet.take(ctx, netuid, from)
  storage.AlphaDividendsPerSubnet.mutate(ctx, netuid, to, (own) => satU64.add(dividends, own))
  swapVotingPower(ctx, from, to, netuid)
  meter.count(6, 6)
  for (const coldkey of stakersOn(ctx, netuid, from, meter)) {
    const alpha = getStake(ctx, { hotkey: from, coldkey, netuid })
    decreaseStake(ctx, { hotkey: from, coldkey, netuid }, alpha)
    increaseStake(ctx, { hotkey: to, coldkey, netuid }, alpha)
    meter.count(3, 2)
    const hotkeys = storage.StakingHotkeys.get(ctx, coldkey)
    if (!hotkeys.includes(from) || hotkeys.includes(to)) continue
    storage.StakingHotkeys.set(ctx, coldkey, [...hotkeys, to])
    meter.count(0, 1)
  }
  if (netuid === ROOT) moveRootClaims(ctx, swap, meter)
}

/** Coldkeys with a share at a hotkey on a subnet, by their bytes. All its shares are counted, those elsewhere too. */
function stakersOn(
  ctx: f.Context,
  netuid: NetUid,
  hotkey: f.AccountId,
  meter: WeightTally,
): f.AccountId[] {
  const rows = [...storage.Alpha.keysOf(ctx, hotkey), ...storage.AlphaV2.keysOf(ctx, hotkey)]
  meter.count(rows.length, rows.length)
  const coldkeys = rows.flatMap(([, coldkey, on]) => (on === netuid ? [coldkey] : []))
  return [...new Set(coldkeys)].sort()
}

function moveRootClaims(ctx: f.Context, { from, to }: HotkeySwap, meter: WeightTally): void {
  transferRootClaimable(ctx, from, to)
  meter.count(3, 2)
  for (const netuid of storage.RootClaimable.get(ctx, to).keys()) {
    const claimed = storage.RootClaimed.keysOf(ctx, netuid, from)
    meter.count(claimed.length)
    for (const [, , coldkey] of claimed) {
      transferRootClaimed(ctx, netuid, { hotkey: from, coldkey }, { hotkey: to, coldkey })
      meter.count(2, 2)
    }
  }
  if (!storage.AutoParentDelegationEnabled.has(ctx, from)) return
  const enabled = storage.AutoParentDelegationEnabled.take(ctx, from)
  storage.AutoParentDelegationEnabled.set(ctx, to, enabled)
  meter.count(1, 2)
}
