/** Refusals of SubtensorModule. */
import * as f from '@taonet/frame'
import { Drand } from '../../src/pallets/drand/index.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { getSubnetAccountId } from '../../src/pallets/subtensor/subnets/account.ts'
import { type Args, type Scene, world } from './scene.ts'

const { signers, netuid, others } = world
const { coldkey, hotkey, owner, stranger } = signers
const subnetAccount = getSubnetAccountId(world.ctx, netuid)
const zero = f.toHex(new Uint8Array(32))
const GOOD_AXON = { netuid, ip: 0x0808_0808n, ip_type: 4, port: 80 }
const NOWHERE = 4000

const scene = (
  error: string,
  who: Scene['who'],
  call: string,
  args: Args = {},
  before?: Scene['before'],
): Scene => ({
  error: `SubtensorModule.${error}`,
  who,
  call: call.includes('.') ? call : `SubtensorModule.${call}`,
  args,
  ...(before && { before }),
})

const announced = (ctx: f.Context): void => s.ColdkeySwapAnnouncements.set(ctx, coldkey, [0, zero])
const disputed = (ctx: f.Context): void => {
  announced(ctx)
  s.ColdkeySwapDisputes.set(ctx, coldkey, 0)
}
const lease = (change: object) => (ctx: f.Context) =>
  s.SubnetLeases.set(ctx, 0, {
    beneficiary: coldkey,
    coldkey: zero,
    hotkey: zero,
    emissions_share: 0,
    end_block: 1,
    netuid,
    cost: 0n,
    ...change,
  } as never)
const liquidAlpha = (ctx: f.Context) => s.LiquidAlphaOn.set(ctx, netuid, true)
const alphas = (low: number, high: number) => ({ netuid, alpha_low: low, alpha_high: high })

const openWeights = (ctx: f.Context): void => {
  s.StakeThreshold.set(ctx, 0n)
  s.CommitRevealWeightsEnabled.set(ctx, netuid, false)
  s.WeightsVersionKey.set(ctx, netuid, 0n)
  s.WeightsSetRateLimit.set(ctx, netuid, 0n)
}
/** The same, for a validator with a permit. */
const allowWeights = (ctx: f.Context): void => {
  openWeights(ctx)
  const permits = s.ValidatorPermit.get(ctx, netuid).map(() => true)
  s.ValidatorPermit.set(ctx, netuid, permits)
}
const weightsOf = (count: number): Args => ({
  netuid,
  dests: Array.from({ length: count }, (_, at) => at),
  weights: new Array(count).fill(1),
})
const swapTo = (): Args => ({ hotkey, new_hotkey: others[0] })
const stakeTo = (): Args => ({
  destination_coldkey: stranger,
  hotkey,
  origin_netuid: netuid,
  destination_netuid: netuid,
  alpha_amount: 10n ** 6n,
})

export const SUBTENSOR_SCENES: readonly Scene[] = [
  scene('InvalidIpType', 'hotkey', 'serve_axon', { ...GOOD_AXON, ip_type: 5 }),
  scene('InvalidIpAddress', 'hotkey', 'serve_prometheus', { ...GOOD_AXON, ip: 0n }),
  scene('InvalidPort', 'hotkey', 'serve_axon', { ...GOOD_AXON, port: 0 }, (ctx) =>
    s.Axons.remove(ctx, netuid, hotkey),
  ),
  scene('ServingRateLimitExceeded', 'hotkey', 'serve_prometheus', GOOD_AXON, (ctx) => {
    const served = { version: 0, ip: 1n, port: 1, ip_type: 4 }
    s.ServingRateLimit.set(ctx, netuid, 10n)
    s.Prometheus.set(ctx, netuid, hotkey, { block: BigInt(ctx.block), ...served })
  }),
  scene('ColdkeySwapAnnounced', 'coldkey', 'try_associate_hotkey', { hotkey }, announced),
  scene('ColdkeySwapDisputed', 'coldkey', 'try_associate_hotkey', { hotkey }, disputed),
  scene('ColdKeyAlreadyAssociated', 'root', 'swap_coldkey', {
    old_coldkey: stranger,
    new_coldkey: coldkey,
  }),
  scene(
    'NewColdKeyIsHotkey',
    'root',
    'swap_coldkey',
    { old_coldkey: stranger, new_coldkey: hotkey },
    (ctx) => s.StakingHotkeys.remove(ctx, hotkey),
  ),
  scene('NotEnoughBalanceToPaySwapColdKey', 'root', 'swap_coldkey', {
    old_coldkey: stranger,
    new_coldkey: others[0],
    swap_cost: 10n ** 9n,
  }),
  scene('NewHotKeyIsSameWithOld', 'coldkey', 'swap_hotkey', { hotkey, new_hotkey: hotkey }),
  scene('CannotUseSystemAccount', 'owner', 'AdminUtils.sudo_set_sn_owner_hotkey', {
    netuid,
    hotkey: subnetAccount,
  }),
  scene('LeaseDoesNotExist', 'coldkey', 'terminate_lease', { lease_id: 4000 }),
  scene('ExpectedBeneficiaryOrigin', 'stranger', 'terminate_lease', {}, lease({})),
  scene('LeaseHasNoEndBlock', 'coldkey', 'terminate_lease', {}, lease({ end_block: undefined })),
  scene('BeneficiaryDoesNotOwnHotkey', 'coldkey', 'terminate_lease', {}, lease({})),
  scene('AlphaHighTooLow', 'root', 'AdminUtils.sudo_set_alpha_values', alphas(0, 0), liquidAlpha),
  scene(
    'AlphaLowOutOfRange',
    'root',
    'AdminUtils.sudo_set_alpha_values',
    alphas(65_535, 60_000),
    liquidAlpha,
  ),
  scene('ActivityCutoffTooLow', 'root', 'AdminUtils.sudo_set_activity_cutoff', { netuid }),
  scene('TempoOutOfBounds', 'owner', 'set_tempo', { netuid, tempo: 65_535 }),
  scene('RevealPeriodTooLarge', 'root', 'AdminUtils.sudo_set_commit_reveal_weights_interval', {
    netuid,
    interval: 1000n,
  }),
  scene('RevealPeriodTooSmall', 'root', 'AdminUtils.sudo_set_commit_reveal_weights_interval', {
    netuid,
    interval: 0n,
  }),
  scene('InvalidNumRootClaim', 'root', 'sudo_set_num_root_claims', { new_value: 1000n }),
  scene('InvalidVotingPowerEmaAlpha', 'root', 'sudo_set_voting_power_ema_alpha', {
    netuid,
    alpha: 2n ** 63n + 2n ** 62n,
  }),
  scene('InputLengthsUnequal', 'hotkey', 'batch_commit_weights', { netuids: [netuid] }),
  scene('InputLengthsUnequal', 'hotkey', 'batch_reveal_weights', { uids_list: [[1]] }),
  scene('NotEnoughStakeToSetWeights', 'stranger', 'set_weights', { netuid }, (ctx) =>
    s.StakeThreshold.set(ctx, 10n ** 18n),
  ),
  scene('NoWeightsCommitFound', 'hotkey', 'reveal_weights', { netuid }, (ctx) =>
    s.StakeThreshold.set(ctx, 0n),
  ),
  scene('InvalidRevealRound', 'hotkey', 'commit_timelocked_weights', { netuid }, (ctx) => {
    s.StakeThreshold.set(ctx, 0n)
    Drand.storage.LastStoredRound.set(ctx, 5n)
  }),
  scene('RootNetworkDoesNotExist', 'coldkey', 'root_register', { hotkey }, (ctx) =>
    s.NetworksAdded.set(ctx, 0, false),
  ),
  scene('SubNetRegistrationDisabled', 'coldkey', 'burned_register', { netuid, hotkey }, (ctx) =>
    s.NetworkRegistrationAllowed.set(ctx, netuid, false),
  ),
  scene('SubNetRegistrationDisabled', 'coldkey', 'register_network', { hotkey }, (ctx) =>
    s.NetworkRegistrationStartBlock.set(ctx, 2n ** 40n),
  ),
  scene('NeedWaitingMoreBlocksToStarCall', 'owner', 'start_call', { netuid }, (ctx) => {
    s.FirstEmissionBlockNumber.remove(ctx, netuid)
    s.NetworkRegisteredAt.set(ctx, netuid, BigInt(ctx.block))
    s.StartCallDelay.set(ctx, 10n)
  }),
  scene('ProportionOverflow', 'coldkey', 'set_children', {
    hotkey,
    netuid,
    children: [
      [f.satU64.MAX, stranger],
      [1n, owner],
    ],
  }),
  scene('TooManyChildren', 'coldkey', 'set_children', {
    hotkey,
    netuid,
    children: [1, 2, 3, 4, 5, 6].map((byte) => [1n, f.toHex(new Uint8Array(32).fill(byte))]),
  }),
  scene('DelegateTakeTooHigh', 'coldkey', 'increase_take', { hotkey, take: 65_535 }),
  scene('CanNotSetRootNetworkWeights', 'hotkey', 'set_weights', { netuid: 0 }, (ctx) => {
    s.StakeThreshold.set(ctx, 0n)
    s.CommitRevealWeightsEnabled.set(ctx, 0, false)
  }),
  scene('SubnetNotExists', 'coldkey', 'burned_register', { netuid: NOWHERE, hotkey }),
  scene('NotSubnetOwner', 'stranger', 'set_subnet_identity', { netuid }),
  scene('WeightVecNotEqualSize', 'hotkey', 'set_weights', { netuid, dests: [1] }, openWeights),
  scene('UidsLengthExceedUidsInSubNet', 'hotkey', 'set_weights', weightsOf(2000), openWeights),
  scene('IncorrectWeightVersionKey', 'hotkey', 'set_weights', { netuid }, (ctx) => {
    openWeights(ctx)
    s.WeightsVersionKey.set(ctx, netuid, 9n)
  }),
  scene('SettingWeightsTooFast', 'hotkey', 'set_weights', { netuid }, (ctx) => {
    openWeights(ctx)
    s.WeightsSetRateLimit.set(ctx, netuid, 10n ** 12n)
  }),
  scene(
    'UidVecContainInvalidOne',
    'hotkey',
    'set_weights',
    { netuid, dests: [60_000], weights: [1] },
    allowWeights,
  ),
  scene(
    'WeightVecLengthIsLow',
    'hotkey',
    'set_weights',
    { netuid, dests: [1], weights: [1] },
    (ctx) => {
      allowWeights(ctx)
      s.MinAllowedWeights.set(ctx, netuid, 50)
    },
  ),
  scene('HotKeySetTxRateLimitExceeded', 'coldkey', 'swap_hotkey', swapTo(), (ctx) => {
    s.TxRateLimit.set(ctx, 1000n)
    s.LastRateLimitedBlock.set(ctx, { type: 'LastTxBlock', value: coldkey }, BigInt(ctx.block))
  }),
  scene('EpochTriggerAlreadyPending', 'owner', 'trigger_epoch', { netuid }, (ctx) => {
    s.CommitRevealWeightsEnabled.set(ctx, netuid, false)
    s.PendingEpochAt.set(ctx, netuid, 10n ** 9n)
  }),
  scene('AutoEpochAlreadyImminent', 'owner', 'trigger_epoch', { netuid }, (ctx) => {
    s.CommitRevealWeightsEnabled.set(ctx, netuid, false)
    s.PendingEpochAt.set(ctx, netuid, 0n)
    s.AdminFreezeWindow.set(ctx, 65_535)
  }),
  scene(
    'AdminActionProhibitedDuringWeightsWindow',
    'owner',
    'AdminUtils.sudo_set_rho',
    { netuid },
    (ctx) => s.AdminFreezeWindow.set(ctx, 65_535),
  ),
  scene('FirstEmissionBlockNumberAlreadySet', 'owner', 'start_call', { netuid }, (ctx) =>
    s.FirstEmissionBlockNumber.set(ctx, netuid, 1n),
  ),
  scene('LiquidAlphaDisabled', 'root', 'AdminUtils.sudo_set_alpha_values', alphas(0, 0), (ctx) =>
    s.LiquidAlphaOn.set(ctx, netuid, false),
  ),
  scene('InvalidValue', 'root', 'AdminUtils.sudo_set_owner_immune_neuron_limit', {
    netuid,
    immune_neurons: 60_000,
  }),
  scene('InvalidChildkeyTake', 'coldkey', 'set_childkey_take', { netuid, hotkey, take: 65_535 }),
  scene('TransferDisallowed', 'coldkey', 'transfer_stake', stakeTo(), (ctx) =>
    s.TransferToggle.set(ctx, netuid, false),
  ),
  scene('CannotBurnOrRecycleOnRootSubnet', 'coldkey', 'burn_alpha', { hotkey, amount: 1n }),
  scene('ColdkeySwapDisputed', 'coldkey', 'dispute_coldkey_swap', {}, disputed),
  scene(
    'IncorrectCommitRevealVersion',
    'hotkey',
    'commit_timelocked_weights',
    {
      netuid,
      reveal_round: 2n ** 60n,
      commit_reveal_version: 60_000,
    },
    (ctx) => {
      s.StakeThreshold.set(ctx, 0n)
      s.CommitRevealWeightsEnabled.set(ctx, netuid, true)
    },
  ),
]
