/** Parameters of how subnets come, go and are owned. */
import * as f from '@taonet/frame'
import { TransferToggle as TransferToggleSet } from '../../subtensor/events.ts'
import {
  EMAPriceHalvingBlocks,
  OwnerCutAutoLockEnabled,
  OwnerCutEnabled,
  SubnetEmissionEnabled,
  SubtokenEnabled,
  TransferToggle,
} from '../../subtensor/storage.ts'
import { ensureAdminWindowOpen } from '../../subtensor/subnets/admin-window.ts'
import * as parameters from '../../subtensor/subnets/hyperparameters.ts'
import { subnetOwnerOrRoot } from '../../subtensor/subnets/owner.ts'
import { changeSubnetOwnerHotkey } from '../../subtensor/subnets/owner-hotkey.ts'
import { SubnetEmissionEnabledSet } from '../events.ts'
import {
  byOwner,
  byRoot,
  byRootOutsideWindow,
  ensureNotRoot,
  ensureSubnet,
  estimated,
} from '../setter.ts'
import * as weights from '../weights.ts'

const ONE_WRITE = estimated(14_000_000n, 0, 1)

export const sudo_set_subnet_owner_cut = byRoot({
  index: 28,
  args: { subnet_owner_cut: f.u16 },
  weight: ONE_WRITE,
  docs: "Sets the part of emission that goes to subnets' owners.",
  set: (ctx, { subnet_owner_cut }) => parameters.setSubnetOwnerCut(ctx, subnet_owner_cut),
})
export const sudo_set_network_rate_limit = byRoot({
  index: 29,
  args: { rate_limit: f.u64 },
  weight: ONE_WRITE,
  docs: 'Sets how many blocks lie between two new subnets.',
  set: (ctx, { rate_limit }) => parameters.setNetworkRateLimit(ctx, rate_limit),
})
export const sudo_set_network_immunity_period = byRoot({
  index: 35,
  args: { immunity_period: f.u64 },
  weight: ONE_WRITE,
  docs: 'Sets how many blocks a new subnet cannot be pruned.',
  set: (ctx, { immunity_period }) => parameters.setNetworkImmunityPeriod(ctx, immunity_period),
})
export const sudo_set_network_min_lock_cost = byRoot({
  index: 36,
  args: { lock_cost: f.u64 },
  weight: ONE_WRITE,
  docs: 'Sets the least price of a subnet.',
  set: (ctx, { lock_cost }) => parameters.setNetworkMinLock(ctx, lock_cost),
})
export const sudo_set_subnet_limit = byRoot({
  index: 37,
  args: { max_subnets: f.u16 },
  weight: ONE_WRITE,
  docs: 'Sets how many subnets there may be.',
  set: (ctx, { max_subnets }) => parameters.setMaxSubnets(ctx, max_subnets),
})
export const sudo_set_lock_reduction_interval = byRoot({
  index: 38,
  args: { interval: f.u64 },
  weight: ONE_WRITE,
  docs: 'Sets in how many blocks the price of a subnet falls back.',
  set: (ctx, { interval }) => parameters.setLockReductionInterval(ctx, interval),
})
export const sudo_set_dissolve_network_schedule_duration = byRoot({
  index: 55,
  args: { duration: f.u32 },
  weight: weights.sudo_set_dissolve_network_schedule_duration,
  docs: 'Sets a delay that nothing asks for any more.',
  set: (ctx, { duration }) => parameters.setDissolveNetworkScheduleDuration(ctx, duration),
})
export const sudo_set_start_call_delay = byRoot({
  index: 85,
  args: { delay: f.u64 },
  weight: ONE_WRITE,
  docs: 'Sets how many blocks after its making a subnet may start.',
  set: (ctx, { delay }) => parameters.setStartCallDelay(ctx, delay),
})
export const sudo_set_tempo = byRootOutsideWindow({
  index: 30,
  args: { netuid: f.u16, tempo: f.u16 },
  weight: weights.sudo_set_tempo,
  docs: "Sets a subnet's tempo; a new cycle begins.",
  set: (ctx, { netuid, tempo }) => parameters.applyTempoWithCycleReset(ctx, netuid, tempo),
})
export const sudo_set_rao_recycled = byRoot({
  index: 39,
  args: { netuid: f.u16, rao_recycled: f.u64 },
  weight: weights.sudo_set_rao_recycled,
  docs: 'Sets how much counts as recycled for registrations.',
  set(ctx, { netuid, rao_recycled }) {
    ensureSubnet(ctx, netuid)
    parameters.setRaoRecycled(ctx, netuid, rao_recycled)
  },
})
export const sudo_set_toggle_transfer = byOwner({
  index: 61,
  limit: 'TransferEnabled',
  args: { netuid: f.u16, toggle: f.bool },
  weight: weights.sudo_set_toggle_transfer,
  docs: 'Sets whether stake may be transferred between coldkeys.',
  set(ctx, { netuid, toggle }) {
    TransferToggle.set(ctx, netuid, toggle)
    ctx.deposit(TransferToggleSet([netuid, toggle]))
  },
})

const OWNER_HOTKEY = {
  origin: subnetOwnerOrRoot,
  args: { netuid: f.u16, hotkey: f.AccountId },
  docs: "Sets the hotkey of the subnet's owner, once a week. The owner or root.",
  run: (
    ctx: f.Context,
    _: f.AccountId | undefined,
    { netuid, hotkey }: { netuid: number; hotkey: f.AccountId },
  ) => changeSubnetOwnerHotkey(ctx, netuid, hotkey),
}
export const sudo_set_subnet_owner_hotkey = f.call({
  ...OWNER_HOTKEY,
  index: 64,
  weight: estimated(3_918_000n, 0, 1),
})
export const sudo_set_sn_owner_hotkey = f.call({
  ...OWNER_HOTKEY,
  index: 67,
  weight: weights.sudo_set_sn_owner_hotkey,
})

export const sudo_set_ema_price_halving_period = byRoot({
  index: 65,
  args: { netuid: f.u16, ema_halving: f.u64 },
  weight: weights.sudo_set_ema_price_halving_period,
  docs: 'Sets after how many blocks the moving price follows half as fast as an old subnet.',
  set: (ctx, { netuid, ema_halving }) => EMAPriceHalvingBlocks.set(ctx, netuid, ema_halving),
})
export const sudo_set_subtoken_enabled = byRoot({
  index: 66,
  args: { netuid: f.u16, subtoken_enabled: f.bool },
  weight: weights.sudo_set_subtoken_enabled,
  docs: "Sets whether a subnet's token may be traded.",
  set(ctx, { netuid, subtoken_enabled }) {
    ensureAdminWindowOpen(ctx, netuid)
    SubtokenEnabled.set(ctx, netuid, subtoken_enabled)
  },
})

type OwnerToggle = typeof OwnerCutEnabled
/** A switch that owner and root may throw as often as they like. */
const ownerToggle = (index: number, item: OwnerToggle, docs: string) =>
  f.call({
    index,
    origin: subnetOwnerOrRoot,
    args: { netuid: f.u16, enabled: f.bool },
    weight: estimated(25_000_000n, 4, 1),
    class: 'Operational',
    docs: `${docs} The subnet's owner or root.`,
    run(ctx, _, { netuid, enabled }) {
      ensureAdminWindowOpen(ctx, netuid)
      ensureNotRoot(ctx, netuid)
      item.set(ctx, netuid, enabled)
    },
  })
export const sudo_set_owner_cut_enabled = ownerToggle(
  92,
  OwnerCutEnabled,
  'Sets whether the owner gets a part of emission.',
)
export const sudo_set_owner_cut_auto_lock_enabled = ownerToggle(
  95,
  OwnerCutAutoLockEnabled,
  "Sets whether the owner's part of emission is locked at once.",
)
export const sudo_set_subnet_emission_enabled = byRoot({
  index: 94,
  args: { netuid: f.u16, enabled: f.bool },
  weight: weights.sudo_set_subnet_emission_enabled,
  docs: 'Sets whether TAO is emitted to a subnet.',
  set(ctx, { netuid, enabled }) {
    ensureNotRoot(ctx, netuid)
    SubnetEmissionEnabled.set(ctx, netuid, enabled)
    ctx.deposit(SubnetEmissionEnabledSet({ netuid, enabled }))
  },
})
