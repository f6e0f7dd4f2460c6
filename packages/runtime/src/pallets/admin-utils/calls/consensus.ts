/** Parameters of weights, bonds and epochs. */
import * as f from '@taonet/frame'
import * as sub from '../../subtensor/errors.ts'
import * as storage from '../../subtensor/storage.ts'
import * as parameters from '../../subtensor/subnets/hyperparameters.ts'
import { setEmissionSplit, setMechanismCount } from '../../subtensor/subnets/mechanisms.ts'
import {
  MechanismCountUpdate,
  MechanismEmission,
  SetWeightsVersionKey,
} from '../../subtensor/subnets/rate-limits.ts'
import { RecycleOrBurnEnum } from '../../subtensor/types.ts'
import { setRevealPeriod } from '../../subtensor/weights/reveal-window.ts'
import { BondsMovingAverageMaxReached, NegativeSigmoidSteepness } from '../errors.ts'
import { BondsResetToggled, Yuma3EnableToggled } from '../events.ts'
import { byOwner, byRoot, ensureSubnet, estimated } from '../setter.ts'
import * as weights from '../weights.ts'

/** Highest average that owners may set, millionths. */
const OWNER_MAX_BONDS_AVERAGE = 975_000n
/** Least of both alphas: a fortieth. */
const MIN_ALPHA = 1638

export const sudo_set_weights_version_key = byOwner({
  index: 6,
  limit: SetWeightsVersionKey,
  args: { netuid: f.u16, weights_version_key: f.u64 },
  weight: weights.sudo_set_weights_version_key,
  docs: 'Sets the least version that weights have to name.',
  set(ctx, { netuid, weights_version_key }) {
    ensureSubnet(ctx, netuid)
    parameters.setWeightsVersionKey(ctx, netuid, weights_version_key)
  },
})
export const sudo_set_weights_set_rate_limit = byRoot({
  index: 7,
  args: { netuid: f.u16, weights_set_rate_limit: f.u64 },
  weight: weights.sudo_set_weights_set_rate_limit,
  docs: 'Sets how many blocks lie between two settings of weights.',
  set(ctx, { netuid, weights_set_rate_limit }) {
    ensureSubnet(ctx, netuid)
    parameters.setWeightsSetRateLimit(ctx, netuid, weights_set_rate_limit)
  },
})
export const sudo_set_adjustment_interval = byRoot({
  index: 8,
  args: { netuid: f.u16, adjustment_interval: f.u16 },
  weight: weights.sudo_set_adjustment_interval,
  docs: 'Sets an interval that nothing asks for any more.',
  set(ctx, { netuid, adjustment_interval }) {
    ensureSubnet(ctx, netuid)
    parameters.setAdjustmentInterval(ctx, netuid, adjustment_interval)
  },
})
export const sudo_set_adjustment_alpha = byOwner({
  index: 9,
  limit: 'AdjustmentAlpha',
  args: { netuid: f.u16, adjustment_alpha: f.u64 },
  weight: estimated(14_000_000n, 1, 1),
  docs: 'Sets a factor that nothing asks for any more.',
  set(ctx, { netuid, adjustment_alpha }) {
    ensureSubnet(ctx, netuid)
    parameters.setAdjustmentAlpha(ctx, netuid, adjustment_alpha)
  },
})
export const sudo_set_min_allowed_weights = byOwner({
  index: 14,
  limit: 'MinAllowedWeights',
  args: { netuid: f.u16, min_allowed_weights: f.u16 },
  weight: weights.sudo_set_min_allowed_weights,
  docs: 'Sets how many weights a validator has to set at least.',
  set(ctx, { netuid, min_allowed_weights }) {
    ensureSubnet(ctx, netuid)
    parameters.setMinAllowedWeights(ctx, netuid, min_allowed_weights)
  },
})
export const sudo_set_kappa = byRoot({
  index: 16,
  args: { netuid: f.u16, kappa: f.u16 },
  weight: weights.sudo_set_kappa,
  docs: 'Sets the part of stake that makes a majority.',
  set(ctx, { netuid, kappa }) {
    ensureSubnet(ctx, netuid)
    parameters.setKappa(ctx, netuid, kappa)
  },
})
export const sudo_set_rho = byOwner({
  index: 17,
  limit: 'Rho',
  args: { netuid: f.u16, rho: f.u16 },
  weight: weights.sudo_set_rho,
  docs: 'Sets a temperature that nothing asks for any more.',
  set(ctx, { netuid, rho }) {
    ensureSubnet(ctx, netuid)
    storage.Rho.set(ctx, netuid, rho)
  },
})
export const sudo_set_activity_cutoff = byOwner({
  index: 18,
  limit: 'ActivityCutoff',
  args: { netuid: f.u16, activity_cutoff: f.u16 },
  weight: weights.sudo_set_activity_cutoff,
  docs: 'Deprecated: sets a cutoff that set_activity_cutoff_factor has replaced.',
  set(ctx, { netuid, activity_cutoff }) {
    ensureSubnet(ctx, netuid)
    f.ensure(activity_cutoff >= storage.MinActivityCutoff.get(ctx), sub.ActivityCutoffTooLow)
    parameters.setActivityCutoff(ctx, netuid, activity_cutoff)
  },
})
export const sudo_set_bonds_moving_average = byOwner({
  index: 26,
  limit: 'BondsMovingAverage',
  args: { netuid: f.u16, bonds_moving_average: f.u64 },
  weight: weights.sudo_set_bonds_moving_average,
  docs: 'Sets how slowly bonds follow weights.',
  set(ctx, { netuid, bonds_moving_average: average }, owner) {
    f.ensure(
      owner === undefined || average <= OWNER_MAX_BONDS_AVERAGE,
      BondsMovingAverageMaxReached,
    )
    ensureSubnet(ctx, netuid)
    parameters.setBondsMovingAverage(ctx, netuid, average)
  },
})
export const sudo_set_bonds_penalty = byOwner({
  index: 60,
  limit: 'BondsPenalty',
  args: { netuid: f.u16, bonds_penalty: f.u16 },
  weight: weights.sudo_set_bonds_penalty,
  docs: 'Sets how much of a weight beyond consensus is kept out of bonds.',
  set(ctx, { netuid, bonds_penalty }) {
    ensureSubnet(ctx, netuid)
    parameters.setBondsPenalty(ctx, netuid, bonds_penalty)
  },
})
export const sudo_set_bonds_reset_enabled = byOwner({
  index: 70,
  limit: 'BondsResetEnabled',
  args: { netuid: f.u16, enabled: f.bool },
  weight: weights.sudo_set_bonds_reset_enabled,
  docs: 'Sets whether a miner may have its bonds forgotten.',
  set(ctx, { netuid, enabled }) {
    parameters.setBondsReset(ctx, netuid, enabled)
    ctx.deposit(BondsResetToggled({ netuid, enabled }))
  },
})
export const sudo_set_commit_reveal_weights_enabled = byOwner({
  index: 49,
  limit: 'CommitRevealEnabled',
  args: { netuid: f.u16, enabled: f.bool },
  weight: weights.sudo_set_commit_reveal_weights_enabled,
  docs: 'Sets whether weights are committed before they are revealed.',
  set(ctx, { netuid, enabled }) {
    ensureSubnet(ctx, netuid)
    parameters.setCommitRevealWeightsEnabled(ctx, netuid, enabled)
  },
})
export const sudo_set_commit_reveal_weights_interval = byOwner({
  index: 57,
  limit: 'WeightCommitInterval',
  args: { netuid: f.u16, interval: f.u64 },
  weight: weights.sudo_set_commit_reveal_weights_interval,
  docs: 'Sets how many epochs lie between commit and reveal.',
  set(ctx, { netuid, interval }) {
    ensureSubnet(ctx, netuid)
    setRevealPeriod(ctx, netuid, interval)
  },
})
export const sudo_set_liquid_alpha_enabled = byOwner({
  index: 50,
  limit: 'LiquidAlphaEnabled',
  args: { netuid: f.u16, enabled: f.bool },
  weight: weights.sudo_set_liquid_alpha_enabled,
  docs: 'Sets whether each pair of validator and miner has its own speed of bonds.',
  set: (ctx, { netuid, enabled }) => storage.LiquidAlphaOn.set(ctx, netuid, enabled),
})
export const sudo_set_alpha_values = byOwner({
  index: 51,
  limit: 'AlphaValues',
  args: { netuid: f.u16, alpha_low: f.u16, alpha_high: f.u16 },
  weight: weights.sudo_set_alpha_values,
  docs: 'Sets the bounds of these speeds.',
  set(ctx, { netuid, alpha_low, alpha_high }) {
    f.ensure(storage.LiquidAlphaOn.get(ctx, netuid), sub.LiquidAlphaDisabled)
    f.ensure(alpha_high >= MIN_ALPHA, sub.AlphaHighTooLow)
    f.ensure(MIN_ALPHA <= alpha_low && alpha_low <= alpha_high, sub.AlphaLowOutOfRange)
    storage.AlphaValues.set(ctx, netuid, [alpha_low, alpha_high])
  },
})
export const sudo_set_alpha_sigmoid_steepness = byOwner({
  index: 68,
  limit: 'AlphaSigmoidSteepness',
  args: { netuid: f.u16, steepness: f.i16 },
  weight: weights.sudo_set_alpha_sigmoid_steepness,
  docs: 'Sets how sharply these speeds differ.',
  set(ctx, { netuid, steepness }, owner) {
    ensureSubnet(ctx, netuid)
    f.ensure(owner === undefined || steepness >= 0, NegativeSigmoidSteepness)
    storage.AlphaSigmoidSteepness.set(ctx, netuid, steepness)
  },
})
export const sudo_set_yuma3_enabled = byOwner({
  index: 69,
  limit: 'Yuma3Enabled',
  args: { netuid: f.u16, enabled: f.bool },
  weight: weights.sudo_set_yuma3_enabled,
  docs: 'Sets whether consensus is Yuma 3.',
  set(ctx, { netuid, enabled }) {
    storage.Yuma3On.set(ctx, netuid, enabled)
    ctx.deposit(Yuma3EnableToggled({ netuid, enabled }))
  },
})
export const sudo_set_recycle_or_burn = byOwner({
  index: 80,
  limit: 'RecycleOrBurn',
  args: { netuid: f.u16, recycle_or_burn: RecycleOrBurnEnum },
  weight: estimated(20_000_000n, 2, 2),
  docs: "Sets what happens with miners' emission that the owner's hotkeys would get.",
  set: (ctx, { netuid, recycle_or_burn }) =>
    storage.RecycleOrBurn.set(ctx, netuid, recycle_or_burn),
})
export const sudo_set_mechanism_count = byOwner({
  index: 76,
  limit: MechanismCountUpdate,
  args: { netuid: f.u16, mechanism_count: f.u8 },
  weight: estimated(15_000_000n, 1, 1),
  docs: 'Sets how many mechanisms a subnet has.',
  set: (ctx, { netuid, mechanism_count }) => setMechanismCount(ctx, netuid, mechanism_count),
})
export const sudo_set_mechanism_emission_split = byOwner({
  index: 77,
  limit: MechanismEmission,
  args: { netuid: f.u16, maybe_split: f.option(f.vec(f.u16)) },
  weight: estimated(15_000_000n, 1, 1),
  docs: 'Sets how emission is split between mechanisms.',
  set: (ctx, { netuid, maybe_split }) => setEmissionSplit(ctx, netuid, maybe_split),
})
