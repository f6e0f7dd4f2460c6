/** Parameters of the whole chain. */
import * as f from '@taonet/frame'
import { changeAuthorities } from '../../aura/authorities.ts'
import { AuraId } from '../../aura/types.ts'
import { ChainId } from '../../evm-chain-id/storage.ts'
import { scheduleChange } from '../../grandpa/authorities.ts'
import { GrandpaId } from '../../grandpa/types.ts'
import { getNominatorMinRequiredStake } from '../../subtensor/staking/minimums.ts'
import { clearSmallNominations } from '../../subtensor/staking/nominations.ts'
import {
  CKBurn,
  FlowEmaSmoothingFactor,
  FlowNormExponent,
  NetTaoFlowEnabled,
  NominatorMinRequiredStake,
  SubnetMovingAlpha,
  TaoFlowCutoff,
} from '../../subtensor/storage.ts'
import * as parameters from '../../subtensor/subnets/hyperparameters.ts'
import { setMaxMechanismCount } from '../../subtensor/subnets/mechanisms.ts'
import { Deprecated, InvalidValue, ValueNotInBounds } from '../errors.ts'
import { PrecompileUpdated } from '../events.ts'
import { byRoot, estimated } from '../setter.ts'
import { PrecompileEnable } from '../storage.ts'
import { PrecompileEnum } from '../types.ts'
import * as weights from '../weights.ts'

const MAX_AUTHORITIES = 32
const { U64F64 } = f

export const swap_authorities = f.call({
  index: 0,
  origin: f.root,
  args: { new_authorities: f.boundedVec(AuraId, MAX_AUTHORITIES) },
  weight: ({ new_authorities }) => weights.swap_authorities(new_authorities.length),
  docs: 'Puts other block authors in charge. Root only.',
  run: (ctx, _, { new_authorities }) => changeAuthorities(ctx, new_authorities),
})

export const schedule_grandpa_change = f.call({
  index: 59,
  origin: f.root,
  args: {
    next_authorities: f.vec(f.tuple(GrandpaId, f.u64)),
    in_blocks: f.u32,
    forced: f.option(f.u32),
  },
  weight: ({ next_authorities }) => weights.schedule_grandpa_change(next_authorities.length),
  docs: 'Plans a change of the finality authorities. Root only.',
  run: (ctx, _, { next_authorities, in_blocks, forced }) =>
    scheduleChange(ctx, { next_authorities, delay: in_blocks, forced }),
})

export const sudo_set_default_take = byRoot({
  index: 1,
  args: { default_take: f.u16 },
  weight: weights.sudo_set_default_take,
  docs: 'Sets the highest delegate take, which is the default too.',
  set: (ctx, { default_take }) => parameters.setMaxDelegateTake(ctx, default_take),
})
export const sudo_set_tx_rate_limit = byRoot({
  index: 2,
  args: { tx_rate_limit: f.u64 },
  weight: weights.sudo_set_tx_rate_limit,
  docs: 'Sets how many blocks lie between two swaps of a coldkey.',
  set: (ctx, { tx_rate_limit }) => parameters.setTxRateLimit(ctx, tx_rate_limit),
})
export const sudo_set_total_issuance = f.call({
  index: 33,
  origin: f.anyone,
  args: { total_issuance: f.u64 },
  weight: weights.sudo_set_total_issuance,
  docs: 'Deprecated; refuses everyone.',
  run(): never {
    throw Deprecated
  },
})
export const sudo_set_stake_threshold = byRoot({
  index: 42,
  args: { min_stake: f.u64 },
  weight: weights.sudo_set_stake_threshold,
  docs: 'Sets the stake that weights and children need.',
  set: (ctx, { min_stake }) => parameters.setStakeThreshold(ctx, min_stake),
})
export const sudo_set_nominator_min_required_stake = byRoot({
  index: 43,
  args: { min_stake: f.u64 },
  weight: weights.sudo_set_nominator_min_required_stake,
  docs: 'Sets the stake that nominators have to keep; smaller nominations end when it rises.',
  set(ctx, { min_stake }) {
    // Upstream compares the new factor with the old stake.
    const before = getNominatorMinRequiredStake(ctx)
    NominatorMinRequiredStake.set(ctx, min_stake)
    if (min_stake > before) clearSmallNominations(ctx)
  },
})
export const sudo_set_tx_delegate_take_rate_limit = byRoot({
  index: 45,
  args: { tx_rate_limit: f.u64 },
  weight: weights.sudo_set_tx_delegate_take_rate_limit,
  docs: 'Sets how many blocks lie between two rises of a delegate take.',
  set: (ctx, { tx_rate_limit }) => parameters.setTxDelegateTakeRateLimit(ctx, tx_rate_limit),
})
export const sudo_set_min_delegate_take = byRoot({
  index: 46,
  args: { take: f.u16 },
  weight: weights.sudo_set_min_delegate_take,
  docs: 'Sets the least delegate take.',
  set: (ctx, { take }) => parameters.setMinDelegateTake(ctx, take),
})
export const sudo_set_evm_chain_id = byRoot({
  index: 58,
  args: { chain_id: f.u64 },
  weight: estimated(27_199_000n, 1, 1),
  docs: 'Sets the chain id that Ethereum clients see.',
  set: (ctx, { chain_id }) => ChainId.set(ctx, chain_id),
})
export const sudo_toggle_evm_precompile = byRoot({
  index: 62,
  args: { precompile_id: PrecompileEnum, enabled: f.bool },
  weight: weights.sudo_toggle_evm_precompile,
  docs: 'Switches a precompile of the EVM on or off.',
  set(ctx, { precompile_id, enabled }) {
    if (PrecompileEnable.get(ctx, precompile_id) === enabled) return
    PrecompileEnable.set(ctx, precompile_id, enabled)
    ctx.deposit(PrecompileUpdated({ precompile_id, enabled }))
  },
})
export const sudo_set_subnet_moving_alpha = byRoot({
  index: 63,
  args: { alpha: f.I96F32Bits },
  weight: weights.sudo_set_subnet_moving_alpha,
  docs: 'Sets how fast moving prices follow prices.',
  set: (ctx, { alpha }) => SubnetMovingAlpha.set(ctx, alpha),
})
export const sudo_set_commit_reveal_version = byRoot({
  index: 71,
  args: { version: f.u16 },
  weight: weights.sudo_set_commit_reveal_version,
  docs: 'Sets the version of the timelock scheme that commits have to name.',
  set: (ctx, { version }) => parameters.setCommitRevealWeightsVersion(ctx, version),
})
export const sudo_set_ck_burn = byRoot({
  index: 73,
  args: { burn: f.u64 },
  weight: estimated(15_650_000n, 1, 1),
  docs: 'Sets which part of what children earn for parents of other owners is burned.',
  set: (ctx, { burn }) => CKBurn.set(ctx, burn),
})
export const sudo_set_admin_freeze_window = byRoot({
  index: 74,
  args: { window: f.u16 },
  weight: weights.sudo_set_admin_freeze_window,
  docs: 'Sets how many blocks before an epoch owners may not change their subnet.',
  set: (ctx, { window }) => parameters.setAdminFreezeWindow(ctx, window),
})
export const sudo_set_owner_hparam_rate_limit = byRoot({
  index: 75,
  args: { epochs: f.u16 },
  weight: weights.sudo_set_owner_hparam_rate_limit,
  docs: "Sets how many tempos lie between two changes of a parameter by a subnet's owner.",
  set: (ctx, { epochs }) => parameters.setOwnerHyperparamRateLimit(ctx, epochs),
})
export const sudo_set_tao_flow_cutoff = byRoot({
  index: 81,
  args: { flow_cutoff: f.I64F64Bits },
  weight: estimated(7_343_000n, 0, 1),
  docs: 'Sets the flow of TAO below which a subnet gets no emission.',
  set: (ctx, { flow_cutoff }) => TaoFlowCutoff.set(ctx, flow_cutoff),
})
export const sudo_set_tao_flow_normalization_exponent = byRoot({
  index: 82,
  args: { exponent: f.U64F64Bits },
  weight: estimated(7_343_000n, 0, 1),
  docs: 'Sets the power to which flows of TAO are raised.',
  set(ctx, { exponent }) {
    f.ensure(U64F64.ONE <= exponent && exponent <= U64F64.fromInt(2), InvalidValue)
    FlowNormExponent.set(ctx, exponent)
  },
})
export const sudo_set_tao_flow_smoothing_factor = byRoot({
  index: 83,
  args: { smoothing_factor: f.u64 },
  weight: estimated(7_343_000n, 0, 1),
  docs: 'Sets how fast averages of flows of TAO follow them.',
  set: (ctx, { smoothing_factor }) => FlowEmaSmoothingFactor.set(ctx, smoothing_factor),
})
export const sudo_set_net_tao_flow_enabled = byRoot({
  index: 91,
  args: { enabled: f.bool },
  weight: estimated(7_343_000n, 0, 1),
  docs: "Sets whether flows of TAO are counted net of the chain's own.",
  set: (ctx, { enabled }) => NetTaoFlowEnabled.set(ctx, enabled),
})
export const sudo_set_coldkey_swap_announcement_delay = byRoot({
  index: 86,
  args: { duration: f.u32 },
  weight: weights.sudo_set_coldkey_swap_announcement_delay,
  docs: 'Sets how many blocks an announced swap of a coldkey waits.',
  set: (ctx, { duration }) => parameters.setColdkeySwapAnnouncementDelay(ctx, duration),
})
export const sudo_set_coldkey_swap_reannouncement_delay = byRoot({
  index: 87,
  args: { duration: f.u32 },
  weight: weights.sudo_set_coldkey_swap_reannouncement_delay,
  docs: 'Sets how many blocks later a swap of a coldkey may be announced anew.',
  set: (ctx, { duration }) => parameters.setColdkeySwapReannouncementDelay(ctx, duration),
})
export const sudo_set_max_mechanism_count = byRoot({
  index: 88,
  args: { max_mechanism_count: f.u8 },
  weight: estimated(15_000_000n, 1, 1),
  docs: 'Sets how many mechanisms a subnet may have.',
  set: (ctx, { max_mechanism_count }) => setMaxMechanismCount(ctx, max_mechanism_count),
})
export const sudo_set_max_epochs_per_block = byRoot({
  index: 96,
  args: { max_epochs_per_block: f.u8 },
  weight: weights.sudo_set_max_epochs_per_block,
  docs: 'Sets how many epochs may run in a block.',
  set(ctx, { max_epochs_per_block }) {
    f.ensure(max_epochs_per_block >= 1, ValueNotInBounds)
    parameters.setMaxEpochsPerBlock(ctx, max_epochs_per_block)
  },
})
