/** Calls about delegates, children and voting power. */
import * as f from '@taonet/frame'
import * as weights from '../call-weights.ts'
import { setChildkeyTake } from '../delegation/childkey-take.ts'
import { scheduleChildren } from '../delegation/children.ts'
import { decreaseTake, increaseTake } from '../delegation/delegate-take.ts'
import { HotKeyNotRegisteredInSubNet, NonAssociatedColdKey } from '../errors.ts'
import { AutoParentDelegationEnabledSet } from '../events.ts'
import { isHotkeyRegisteredOnNetwork } from '../registration/uids.ts'
import { coldkeyOwnsHotkey } from '../staking/accounts.ts'
import {
  disableVotingPowerTracking,
  enableVotingPowerTracking,
  setVotingPowerEmaAlpha,
} from '../staking/voting-power.ts'
import { AutoParentDelegationEnabled, PendingChildKeyCooldown } from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'
import { subnetOwnerOrRoot } from '../subnets/owner.ts'

export const decrease_take = f.call({
  index: 65,
  origin: f.signed,
  args: { hotkey: f.AccountId, take: f.u16 },
  weight: weights.decrease_take,
  pays: 'No',
  docs: 'Lowers the share of dividends that a delegate keeps, in parts of 65535.',
  run: (ctx, coldkey, { hotkey, take }) => decreaseTake(ctx, { coldkey, hotkey, take }),
})

export const increase_take = f.call({
  index: 66,
  origin: f.signed,
  args: { hotkey: f.AccountId, take: f.u16 },
  weight: weights.increase_take,
  pays: 'No',
  docs: 'Raises the share of dividends that a delegate keeps, in parts of 65535.',
  run: (ctx, coldkey, { hotkey, take }) => increaseTake(ctx, { coldkey, hotkey, take }),
})

export const set_children = f.call({
  index: 67,
  origin: f.signed,
  args: {
    hotkey: f.AccountId,
    netuid: f.u16,
    children: f.vec(f.tuple<[bigint, f.AccountId]>(f.u64, f.AccountId)),
  },
  weight: f.addWeight(f.weight(119_000_000n), f.dbReadsWrites(6, 31)),
  docs: 'Lends parts of a hotkey’s stake on a subnet to children, after a cooldown.',
  run: (ctx, coldkey, { hotkey, netuid, children }) =>
    scheduleChildren(ctx, { coldkey, hotkey, netuid }, children),
})

export const set_childkey_take = f.call({
  index: 75,
  origin: f.signed,
  args: { hotkey: f.AccountId, netuid: f.u16, take: f.u16 },
  weight: weights.set_childkey_take,
  docs: 'Sets the share that a child keeps of what it earns for parents, in parts of 65535.',
  run: (ctx, coldkey, { hotkey, netuid, take }) =>
    setChildkeyTake(ctx, netuid, { coldkey, hotkey, take }),
})

export const set_pending_childkey_cooldown = f.call({
  index: 109,
  origin: f.root,
  args: { cooldown: f.u64 },
  weight: f.addWeight(f.weight(3_000_000n), f.dbWrites(1)),
  docs: 'Sets how many blocks new children wait. Root only.',
  run: (ctx, _, { cooldown }) => PendingChildKeyCooldown.set(ctx, cooldown),
})

export const set_auto_parent_delegation_enabled = f.call({
  index: 135,
  origin: f.signed,
  args: { hotkey: f.AccountId, enabled: f.bool },
  weight: weights.set_auto_parent_delegation_enabled,
  docs: 'Says whether a root validator lends its stake to the owners of new subnets.',
  run(ctx, coldkey, { hotkey, enabled }) {
    f.ensure(coldkeyOwnsHotkey(ctx, coldkey, hotkey), NonAssociatedColdKey)
    f.ensure(isHotkeyRegisteredOnNetwork(ctx, ROOT, hotkey), HotKeyNotRegisteredInSubNet)
    AutoParentDelegationEnabled.set(ctx, hotkey, enabled)
    ctx.deposit(AutoParentDelegationEnabledSet({ hotkey, enabled }))
  },
})

export const enable_voting_power_tracking = f.call({
  index: 129,
  origin: subnetOwnerOrRoot,
  args: { netuid: f.u16 },
  weight: f.addWeight(f.weight(10_000n), f.dbReadsWrites(2, 2)),
  docs: "Has a subnet track its validators' voting power. Its owner or root.",
  run: (ctx, _, { netuid }) => enableVotingPowerTracking(ctx, netuid),
})

export const disable_voting_power_tracking = f.call({
  index: 130,
  origin: subnetOwnerOrRoot,
  args: { netuid: f.u16 },
  weight: f.addWeight(f.weight(10_000n), f.dbReadsWrites(2, 1)),
  docs: 'Ends the tracking of voting power two weeks from now. The owner or root.',
  run: (ctx, _, { netuid }) => disableVotingPowerTracking(ctx, netuid),
})

export const sudo_set_voting_power_ema_alpha = f.call({
  index: 131,
  origin: f.root,
  args: { netuid: f.u16, alpha: f.u64 },
  weight: f.addWeight(f.weight(6_000n), f.dbReadsWrites(1, 1)),
  docs: 'Sets how fast voting power follows stake, in parts of 10¹⁸. Root only.',
  run: (ctx, _, { netuid, alpha }) => setVotingPowerEmaAlpha(ctx, netuid, alpha),
})
