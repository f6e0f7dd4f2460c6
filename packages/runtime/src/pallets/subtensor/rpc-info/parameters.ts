/** Parameters of subnets by the names that clients know them by. */
import * as f from '@taonet/frame'
import { getEffectiveMinChildkeyTake } from '../delegation/takes.ts'
import { activityCutoffBlocks } from '../epoch/activity.ts'
import * as storage from '../storage.ts'
import { always, stored, type View } from './view.ts'

const ANY_WEIGHT = 65_535

/** Blocks after which a silent neuron counts as inactive. `source` utils/misc.rs get_activity_cutoff_blocks */
const activityCutoff = ({ ctx, netuid }: View): bigint =>
  activityCutoffBlocks(
    storage.ActivityCutoffFactorMilli.get(ctx, netuid),
    storage.Tempo.get(ctx, netuid),
  )

/**
 * Readers of parameters.
 *
 * source  opentensor/subtensor pallets/subtensor/src/rpc_info/subnet_info.rs get_subnet_hyperparams_v3
 */
export const PARAMETERS = {
  rho: stored(storage.Rho),
  kappa: stored(storage.Kappa),
  immunity_period: stored(storage.ImmunityPeriod),
  min_allowed_weights: stored(storage.MinAllowedWeights),
  max_weights_limit: always(ANY_WEIGHT),
  tempo: stored(storage.Tempo),
  min_difficulty: stored(storage.MinDifficulty),
  max_difficulty: stored(storage.MaxDifficulty),
  weights_version: stored(storage.WeightsVersionKey),
  weights_rate_limit: stored(storage.WeightsSetRateLimit),
  adjustment_interval: stored(storage.AdjustmentInterval),
  activity_cutoff: activityCutoff,
  activity_cutoff_factor: stored(storage.ActivityCutoffFactorMilli),
  registration_allowed: stored(storage.NetworkRegistrationAllowed),
  pow_registration_allowed: stored(storage.NetworkPowRegistrationAllowed),
  target_regs_per_interval: stored(storage.TargetRegistrationsPerInterval),
  burn: stored(storage.Burn),
  min_burn: stored(storage.MinBurn),
  max_burn: stored(storage.MaxBurn),
  burn_half_life: stored(storage.BurnHalfLife),
  burn_increase_mult: stored(storage.BurnIncreaseMult),
  bonds_moving_avg: stored(storage.BondsMovingAverage),
  max_regs_per_block: stored(storage.MaxRegistrationsPerBlock),
  serving_rate_limit: stored(storage.ServingRateLimit),
  max_validators: stored(storage.MaxAllowedValidators),
  adjustment_alpha: stored(storage.AdjustmentAlpha),
  difficulty: stored(storage.Difficulty),
  commit_reveal_period: stored(storage.RevealPeriodEpochs),
  commit_reveal_weights_enabled: stored(storage.CommitRevealWeightsEnabled),
  alpha_high: ({ ctx, netuid }: View) => storage.AlphaValues.get(ctx, netuid)[1],
  alpha_low: ({ ctx, netuid }: View) => storage.AlphaValues.get(ctx, netuid)[0],
  liquid_alpha_enabled: stored(storage.LiquidAlphaOn),
  alpha_sigmoid_steepness: ({ ctx, netuid }: View) =>
    f.I32F32.fromInt(BigInt(storage.AlphaSigmoidSteepness.get(ctx, netuid))),
  yuma_version: ({ ctx, netuid }: View) => (storage.Yuma3On.get(ctx, netuid) ? 3 : 2),
  subnet_is_active: stored(storage.SubtokenEnabled),
  transfers_enabled: stored(storage.TransferToggle),
  bonds_reset_enabled: stored(storage.BondsResetOn),
  user_liquidity_enabled: always(false),
  owner_cut_enabled: stored(storage.OwnerCutEnabled),
  owner_cut_auto_lock_enabled: stored(storage.OwnerCutAutoLockEnabled),
  min_childkey_take: ({ ctx, netuid }: View) => getEffectiveMinChildkeyTake(ctx, netuid),
} as const

/** The readers of some parameters. */
export const parameters = <N extends keyof typeof PARAMETERS>(
  ...names: readonly N[]
): Pick<typeof PARAMETERS, N> =>
  Object.fromEntries(names.map((name) => [name, PARAMETERS[name]])) as Pick<typeof PARAMETERS, N>
