/** Voting power of validators: a moving average of their stake, where a subnet tracks it. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import type { EpochTerms } from '../epoch/terms.ts'
import { InvalidVotingPowerEmaAlpha, VotingPowerTrackingNotEnabled } from '../errors.ts'
import {
  VotingPowerEmaAlphaSet,
  VotingPowerTrackingDisabled,
  VotingPowerTrackingDisableScheduled,
  VotingPowerTrackingEnabled as VotingPowerTrackingEnabledEvent,
} from '../events.ts'
import {
  IsNetworkMember,
  StakeThreshold,
  VotingPower,
  VotingPowerDisableAtBlock,
  VotingPowerEmaAlpha,
  VotingPowerTrackingEnabled,
} from '../storage.ts'

/** Blocks for which tracking goes on after it is switched off: two weeks. */
const DISABLE_GRACE_PERIOD_BLOCKS = 100_800n
/** An average's alpha is in parts of this. */
const WHOLE = 10n ** 18n

/** Starts tracking, or calls its end off. `source` utils/voting_power.rs do_enable_voting_power_tracking */
export function enableVotingPowerTracking(ctx: f.Context, netuid: NetUid): void {
  VotingPowerTrackingEnabled.set(ctx, netuid, true)
  VotingPowerDisableAtBlock.remove(ctx, netuid)
  ctx.deposit(VotingPowerTrackingEnabledEvent({ netuid }))
}

/** Ends tracking two weeks from now. `refuses` VotingPowerTrackingNotEnabled. `source` utils/voting_power.rs do_disable_voting_power_tracking */
export function disableVotingPowerTracking(ctx: f.Context, netuid: NetUid): void {
  f.ensure(VotingPowerTrackingEnabled.get(ctx, netuid), VotingPowerTrackingNotEnabled)
  const disable_at_block = f.satU64.add(currentBlock(ctx), DISABLE_GRACE_PERIOD_BLOCKS)
  VotingPowerDisableAtBlock.set(ctx, netuid, disable_at_block)
  ctx.deposit(VotingPowerTrackingDisableScheduled({ netuid, disable_at_block }))
}

/** Sets how fast voting power follows stake. `refuses` InvalidVotingPowerEmaAlpha. `source` utils/voting_power.rs do_set_voting_power_ema_alpha */
export function setVotingPowerEmaAlpha(ctx: f.Context, netuid: NetUid, alpha: bigint): void {
  f.ensure(alpha <= WHOLE, InvalidVotingPowerEmaAlpha)
  VotingPowerEmaAlpha.set(ctx, netuid, alpha)
  ctx.deposit(VotingPowerEmaAlphaSet({ netuid, alpha }))
}

/**
 * Voting power after one epoch.
 *
 * units   rao; alpha in parts of 10¹⁸
 * source  opentensor/subtensor pallets/subtensor/src/utils/voting_power.rs calculate_voting_power_ema
 */
export function votingPowerEma(stake: bigint, previous: bigint, alpha: bigint): bigint {
  const kept = f.satU128.sub(WHOLE, alpha)
  const sum = f.satU128.add(f.satU128.mul(alpha, stake), f.satU128.mul(kept, previous))
  return f.satU64.clamp(sum / WHOLE)
}

function updateHotkey(
  ctx: f.Context,
  netuid: NetUid,
  { hotkey, stake }: EpochTerms,
  alpha: bigint,
): void {
  const least = StakeThreshold.get(ctx)
  const previous = VotingPower.get(ctx, netuid, hotkey)
  const power = votingPowerEma(stake, previous, alpha)
  if (power < least && previous >= least) VotingPower.remove(ctx, netuid, hotkey)
  else if (power > 0n) VotingPower.set(ctx, netuid, hotkey, power)
}

/**
 * Follows the stake of an epoch's validators; who is none, or is no longer registered, loses it.
 *
 * shape   terms of the subnet, all mechanisms joined
 * source  opentensor/subtensor pallets/subtensor/src/utils/voting_power.rs update_voting_power_for_subnet
 */
export function updateVotingPower(
  ctx: f.Context,
  netuid: NetUid,
  terms: readonly EpochTerms[],
): void {
  if (!VotingPowerTrackingEnabled.get(ctx, netuid)) return
  const disableAt = VotingPowerDisableAtBlock.get(ctx, netuid)
  if (disableAt > 0n && currentBlock(ctx) >= disableAt) {
    finishTracking(ctx, netuid)
    return
  }
  const alpha = VotingPowerEmaAlpha.get(ctx, netuid)
  for (const term of terms) {
    if (term.new_validator_permit) updateHotkey(ctx, netuid, term, alpha)
    else VotingPower.remove(ctx, netuid, term.hotkey)
  }
  for (const [, hotkey] of VotingPower.keysOf(ctx, netuid))
    if (!IsNetworkMember.get(ctx, hotkey, netuid)) VotingPower.remove(ctx, netuid, hotkey)
}

function finishTracking(ctx: f.Context, netuid: NetUid): void {
  VotingPower.clear(ctx, [netuid])
  VotingPowerTrackingEnabled.set(ctx, netuid, false)
  VotingPowerDisableAtBlock.remove(ctx, netuid)
  ctx.deposit(VotingPowerTrackingDisabled({ netuid }))
}

/** Adds a hotkey's voting power to another one's. `source` utils/voting_power.rs swap_voting_power_for_hotkey */
export function swapVotingPower(
  ctx: f.Context,
  from: f.AccountId,
  to: f.AccountId,
  netuid: NetUid,
): void {
  const power = VotingPower.take(ctx, netuid, from)
  if (power === 0n) return
  VotingPower.mutate(ctx, netuid, to, (existing) => f.satU64.add(power, existing))
}
