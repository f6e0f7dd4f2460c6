/** Setters of parameters that report what they set. Who may set them is decided before. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import * as events from '../events.ts'
import * as storage from '../storage.ts'

type Parameter<T> = f.Storage<[], T, never>
type SubnetParameter<T> = f.Storage<readonly [NetUid], T, never>

/** A parameter of the chain. */
const ofChain =
  <T>(item: Parameter<T>, event: f.Event<readonly [NoInfer<T>]>) =>
  (ctx: f.Context, value: T): void => {
    item.set(ctx, value)
    ctx.deposit(event([value]))
  }

/** A parameter of each subnet. */
const ofSubnet =
  <T>(item: SubnetParameter<T>, event: f.Event<readonly [number, NoInfer<T>]>) =>
  (ctx: f.Context, netuid: NetUid, value: T): void => {
    item.set(ctx, netuid, value)
    ctx.deposit(event([netuid, value]))
  }

export const setAdminFreezeWindow = ofChain(storage.AdminFreezeWindow, events.AdminFreezeWindowSet)
export const setColdkeySwapAnnouncementDelay = ofChain(
  storage.ColdkeySwapAnnouncementDelay,
  events.ColdkeySwapAnnouncementDelaySet,
)
export const setColdkeySwapReannouncementDelay = ofChain(
  storage.ColdkeySwapReannouncementDelay,
  events.ColdkeySwapReannouncementDelaySet,
)
export const setCommitRevealWeightsVersion = ofChain(
  storage.CommitRevealWeightsVersion,
  events.CommitRevealVersionSet,
)
export const setDissolveNetworkScheduleDuration = ofChain(
  storage.DissolveNetworkScheduleDuration,
  events.DissolveNetworkScheduleDurationSet,
)
export const setLockReductionInterval = ofChain(
  storage.NetworkLockReductionInterval,
  events.NetworkLockCostReductionIntervalSet,
)
export const setMaxChildkeyTake = ofChain(storage.MaxChildkeyTake, events.MaxChildKeyTakeSet)
export const setMaxDelegateTake = ofChain(storage.MaxDelegateTake, events.MaxDelegateTakeSet)
export const setMaxEpochsPerBlock = ofChain(storage.MaxEpochsPerBlock, events.MaxEpochsPerBlockSet)
export const setMaxSubnets = ofChain(storage.SubnetLimit, events.SubnetLimitSet)
export const setMinChildkeyTake = ofChain(storage.MinChildkeyTake, events.MinChildKeyTakeSet)
export const setMinDelegateTake = ofChain(storage.MinDelegateTake, events.MinDelegateTakeSet)
export const setNetworkImmunityPeriod = ofChain(
  storage.NetworkImmunityPeriod,
  events.NetworkImmunityPeriodSet,
)
export const setNetworkMinLock = ofChain(storage.NetworkMinLockCost, events.NetworkMinLockCostSet)
export const setNetworkRateLimit = ofChain(storage.NetworkRateLimit, events.NetworkRateLimitSet)
export const setOwnerHyperparamRateLimit = ofChain(
  storage.OwnerHyperparamRateLimit,
  events.OwnerHyperparamRateLimitSet,
)
export const setStakeThreshold = ofChain(storage.StakeThreshold, events.StakeThresholdSet)
export const setStartCallDelay = ofChain(storage.StartCallDelay, events.StartCallDelaySet)
export const setSubnetOwnerCut = ofChain(storage.SubnetOwnerCut, events.SubnetOwnerCutSet)
export const setTxChildkeyTakeRateLimit = ofChain(
  storage.TxChildkeyTakeRateLimit,
  events.TxChildKeyTakeRateLimitSet,
)
export const setTxDelegateTakeRateLimit = ofChain(
  storage.TxDelegateTakeRateLimit,
  events.TxDelegateTakeRateLimitSet,
)
export const setTxRateLimit = ofChain(storage.TxRateLimit, events.TxRateLimitSet)

export const setActivityCutoff = ofSubnet(storage.ActivityCutoff, events.ActivityCutoffSet)
export const setAdjustmentAlpha = ofSubnet(storage.AdjustmentAlpha, events.AdjustmentAlphaSet)
export const setAdjustmentInterval = ofSubnet(
  storage.AdjustmentInterval,
  events.AdjustmentIntervalSet,
)
export const setBondsMovingAverage = ofSubnet(
  storage.BondsMovingAverage,
  events.BondsMovingAverageSet,
)
export const setBondsPenalty = ofSubnet(storage.BondsPenalty, events.BondsPenaltySet)
export const setBondsReset = ofSubnet(storage.BondsResetOn, events.BondsResetOnSet)
export const setCommitRevealWeightsEnabled = ofSubnet(
  storage.CommitRevealWeightsEnabled,
  events.CommitRevealEnabled,
)
export const setDifficulty = ofSubnet(storage.Difficulty, events.DifficultySet)
export const setImmunityPeriod = ofSubnet(storage.ImmunityPeriod, events.ImmunityPeriodSet)
export const setKappa = ofSubnet(storage.Kappa, events.KappaSet)
export const setMaxAllowedUids = ofSubnet(storage.MaxAllowedUids, events.MaxAllowedUidsSet)
export const setMaxAllowedValidators = ofSubnet(
  storage.MaxAllowedValidators,
  events.MaxAllowedValidatorsSet,
)
export const setMaxBurn = ofSubnet(storage.MaxBurn, events.MaxBurnSet)
export const setMaxDifficulty = ofSubnet(storage.MaxDifficulty, events.MaxDifficultySet)
export const setMaxRegistrationsPerBlock = ofSubnet(
  storage.MaxRegistrationsPerBlock,
  events.MaxRegistrationsPerBlockSet,
)
export const setMinAllowedUids = ofSubnet(storage.MinAllowedUids, events.MinAllowedUidsSet)
export const setMinAllowedWeights = ofSubnet(storage.MinAllowedWeights, events.MinAllowedWeightSet)
export const setMinBurn = ofSubnet(storage.MinBurn, events.MinBurnSet)
export const setMinChildkeyTakeForSubnet = ofSubnet(
  storage.MinChildkeyTakePerSubnet,
  events.MinChildKeyTakePerSubnetSet,
)
export const setMinDifficulty = ofSubnet(storage.MinDifficulty, events.MinDifficultySet)
export const setMinNonImmuneUids = ofSubnet(storage.MinNonImmuneUids, events.MinNonImmuneUidsSet)
export const setNetworkRegistrationAllowed = ofSubnet(
  storage.NetworkRegistrationAllowed,
  events.RegistrationAllowed,
)
export const setRaoRecycled = ofSubnet(
  storage.RAORecycledForRegistration,
  events.RAORecycledForRegistrationSet,
)
export const setServingRateLimit = ofSubnet(storage.ServingRateLimit, events.ServingRateLimitSet)
export const setTargetRegistrationsPerInterval = ofSubnet(
  storage.TargetRegistrationsPerInterval,
  events.RegistrationPerIntervalSet,
)
export const setWeightsSetRateLimit = ofSubnet(
  storage.WeightsSetRateLimit,
  events.WeightsSetRateLimitSet,
)
export const setWeightsVersionKey = ofSubnet(storage.WeightsVersionKey, events.WeightsVersionKeySet)

/**
 * Sets the tempo and begins a new cycle now; a triggered epoch stays.
 *
 * units   blocks
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs apply_tempo_with_cycle_reset
 */
export function applyTempoWithCycleReset(ctx: f.Context, netuid: NetUid, tempo: number): void {
  storage.Tempo.set(ctx, netuid, tempo)
  ctx.deposit(events.TempoSet([netuid, tempo]))
  storage.LastEpochBlock.set(ctx, netuid, currentBlock(ctx))
}
