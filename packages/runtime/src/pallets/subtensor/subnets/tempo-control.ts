/** What owners decide about their subnet's epochs. */
import * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import {
  MaxActivityCutoffFactorMilli,
  MaxTempo,
  MinActivityCutoffFactorMilli,
  MinTempo,
} from '../constants.ts'
import {
  ActivityCutoffFactorMilliOutOfBounds,
  AutoEpochAlreadyImminent,
  DynamicTempoBlockedByCommitReveal,
  EpochTriggerAlreadyPending,
  TempoOutOfBounds,
  TxRateLimitExceeded,
} from '../errors.ts'
import { ActivityCutoffFactorMilliSet, EpochTriggered } from '../events.ts'
import {
  ActivityCutoffFactorMilli,
  AdminFreezeWindow,
  CommitRevealWeightsEnabled,
  PendingEpochAt,
} from '../storage.ts'
import { ensureAdminWindowOpen } from './admin-window.ts'
import { blocksUntilNextAutoEpoch } from './epoch-schedule.ts'
import { applyTempoWithCycleReset } from './hyperparameters.ts'
import { ownerHyperparameter, passesRateLimit, type RateLimit, TempoUpdate } from './rate-limits.ts'

const CutoffFactor = ownerHyperparameter('ActivityCutoffFactorMilli')
const Trigger = ownerHyperparameter('TriggerEpoch')

function ensureWithin(ctx: f.Context, limit: RateLimit, owner: f.AccountId, netuid: NetUid): void {
  f.ensure(passesRateLimit(ctx, limit, owner, netuid), TxRateLimitExceeded)
}

/**
 * The owner sets the tempo; a new cycle begins.
 *
 * units   blocks
 * refuses TempoOutOfBounds, AdminActionProhibitedDuringWeightsWindow, TxRateLimitExceeded
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/tempo_control.rs do_set_tempo
 */
export function setTempo(ctx: f.Context, owner: f.AccountId, netuid: NetUid, tempo: number): void {
  f.ensure(MinTempo.get(ctx) <= tempo && tempo <= MaxTempo.get(ctx), TempoOutOfBounds)
  ensureAdminWindowOpen(ctx, netuid)
  ensureWithin(ctx, TempoUpdate, owner, netuid)
  applyTempoWithCycleReset(ctx, netuid, tempo)
  TempoUpdate.record(ctx, owner, netuid)
}

/**
 * Owner or root (undefined) sets after how many tempos a silent neuron counts as inactive. Root is not held up.
 *
 * units   thousandths
 * refuses ActivityCutoffFactorMilliOutOfBounds, AdminActionProhibitedDuringWeightsWindow, TxRateLimitExceeded
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/tempo_control.rs do_set_activity_cutoff_factor
 */
export function setActivityCutoffFactor(
  ctx: f.Context,
  owner: f.AccountId | undefined,
  netuid: NetUid,
  factor_milli: number,
): void {
  const [least, most] = [
    MinActivityCutoffFactorMilli.get(ctx),
    MaxActivityCutoffFactorMilli.get(ctx),
  ]
  f.ensure(least <= factor_milli && factor_milli <= most, ActivityCutoffFactorMilliOutOfBounds)
  if (owner !== undefined) {
    ensureAdminWindowOpen(ctx, netuid)
    ensureWithin(ctx, CutoffFactor, owner, netuid)
  }
  ActivityCutoffFactorMilli.set(ctx, netuid, factor_milli)
  ctx.deposit(ActivityCutoffFactorMilliSet({ netuid, factor_milli }))
  if (owner !== undefined) CutoffFactor.record(ctx, owner, netuid)
}

/**
 * The owner has an epoch run after the freeze window, which begins now.
 *
 * refuses DynamicTempoBlockedByCommitReveal, EpochTriggerAlreadyPending, AutoEpochAlreadyImminent, TxRateLimitExceeded
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/tempo_control.rs do_trigger_epoch
 */
export function triggerEpoch(ctx: f.Context, by: f.AccountId, netuid: NetUid): void {
  f.ensure(!CommitRevealWeightsEnabled.get(ctx, netuid), DynamicTempoBlockedByCommitReveal)
  f.ensure(PendingEpochAt.get(ctx, netuid) === 0n, EpochTriggerAlreadyPending)
  const window = BigInt(AdminFreezeWindow.get(ctx))
  f.ensure(blocksUntilNextAutoEpoch(ctx, netuid) >= window, AutoEpochAlreadyImminent)
  ensureWithin(ctx, Trigger, by, netuid)
  const fires_at = satU64.add(currentBlock(ctx), window)
  PendingEpochAt.set(ctx, netuid, fires_at)
  Trigger.record(ctx, by, netuid)
  ctx.deposit(EpochTriggered({ netuid, by, fires_at }))
}
