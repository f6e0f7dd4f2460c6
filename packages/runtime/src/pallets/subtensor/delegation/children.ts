/** Lending stake to children: at once, or after a time of waiting. */
import * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import { attempt } from '../../../common/attempt.ts'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import {
  DuplicateChild,
  NonAssociatedColdKey,
  NotEnoughStakeToSetChildkeys,
  RegistrationNotPermittedOnRootSubnet,
  SubnetNotExists,
  TxRateLimitExceeded,
} from '../errors.ts'
import { SetChildren, SetChildrenScheduled } from '../events.ts'
import { coldkeyOwnsHotkey, getOwningColdkey } from '../staking/accounts.ts'
import { getTotalStakeForHotkey } from '../staking/totals.ts'
import {
  AutoParentDelegationEnabled,
  Keys,
  ParentKeys,
  PendingChildKeyCooldown,
  PendingChildKeys,
  StakeThreshold,
  SubnetOwnerHotkey,
  SubtokenEnabled,
} from '../storage.ts'
import { ifSubnetExist, ROOT } from '../subnets/exists.ts'
import { passesRateLimit, SetChildren as SetChildrenLimit } from '../subnets/rate-limits.ts'
import { type Edge, ensurePendingConsistency, familyOf } from './family.ts'
import { loadFamily, persistFamily } from './family-rows.ts'

/** Whose children on which subnet. */
export interface Parent {
  readonly coldkey: f.AccountId
  readonly hotkey: f.AccountId
  readonly netuid: NetUid
}

/** Makes children effective; a family that does not allow them stays as it is. `source` persist_pending_chidren_ok */
function applyChildren(
  ctx: f.Context,
  netuid: NetUid,
  hotkey: f.AccountId,
  children: Edge[],
): void {
  const applied = attempt(() => {
    const family = familyOf(hotkey, children, ParentKeys.get(ctx, hotkey, netuid))
    persistFamily(ctx, netuid, family)
  })
  if (applied.ok) ctx.deposit(SetChildren([hotkey, netuid, children]))
}

/** Whether a hotkey has the stake to lend, or is the subnet owner's. */
function mayLend(ctx: f.Context, { hotkey, netuid }: Parent): boolean {
  if (getTotalStakeForHotkey(ctx, hotkey) >= StakeThreshold.get(ctx)) return true
  return SubnetOwnerHotkey.find(ctx, netuid) === hotkey
}

/**
 * Sets a hotkey's children: at once while the subnet's token is off, else after the cooldown.
 *
 * refuses TxRateLimitExceeded, RegistrationNotPermittedOnRootSubnet, SubnetNotExists, NonAssociatedColdKey,
 *         DuplicateChild, InvalidChild, TooManyChildren, ProportionOverflow, ChildParentInconsistency,
 *         NotEnoughStakeToSetChildkeys
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs do_schedule_children
 */
export function scheduleChildren(ctx: f.Context, parent: Parent, children: Edge[]): void {
  const { coldkey, hotkey, netuid } = parent
  f.ensure(passesRateLimit(ctx, SetChildrenLimit, hotkey, netuid), TxRateLimitExceeded)
  f.ensure(netuid !== ROOT, RegistrationNotPermittedOnRootSubnet)
  f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
  f.ensure(coldkeyOwnsHotkey(ctx, coldkey, hotkey), NonAssociatedColdKey)
  const unique = new Set(children.map(([, child]) => child))
  f.ensure(unique.size === children.length, DuplicateChild)
  ensurePendingConsistency(loadFamily(ctx, hotkey, netuid), children)
  f.ensure(children.length === 0 || mayLend(ctx, parent), NotEnoughStakeToSetChildkeys)
  SetChildrenLimit.record(ctx, hotkey, netuid)
  if (!SubtokenEnabled.get(ctx, netuid)) {
    applyChildren(ctx, netuid, hotkey, children)
    return
  }
  const effective = satU64.add(currentBlock(ctx), PendingChildKeyCooldown.get(ctx))
  PendingChildKeys.set(ctx, netuid, hotkey, [children, effective])
  ctx.deposit(SetChildrenScheduled([hotkey, netuid, effective, children]))
}

/**
 * Makes the children of a subnet effective that have waited long enough; all of them while its token is off.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs do_set_pending_children
 */
export function setPendingChildren(ctx: f.Context, netuid: NetUid): void {
  const now = currentBlock(ctx)
  const started = SubtokenEnabled.get(ctx, netuid)
  for (const [[, hotkey], [children, effective]] of PendingChildKeys.entries(ctx, netuid)) {
    if (started && effective >= now) continue
    applyChildren(ctx, netuid, hotkey, children)
    PendingChildKeys.remove(ctx, netuid, hotkey)
  }
}

/**
 * Has every root validator that lets it happen lend all its stake to the owner of a subnet. What refuses one
 * validator does not stop the others.
 *
 * refuses RegistrationNotPermittedOnRootSubnet, SubnetNotExists
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs do_set_root_validators_for_subnet
 */
export function setRootValidatorsForSubnet(ctx: f.Context, netuid: NetUid): void {
  f.ensure(netuid !== ROOT, RegistrationNotPermittedOnRootSubnet)
  f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
  const owner = SubnetOwnerHotkey.find(ctx, netuid)
  f.ensure(owner !== undefined, SubnetNotExists)
  for (const hotkey of Keys.values(ctx, ROOT)) {
    if (hotkey === owner || !AutoParentDelegationEnabled.get(ctx, hotkey)) continue
    const parent = { coldkey: getOwningColdkey(ctx, hotkey), hotkey, netuid }
    attempt(() => scheduleChildren(ctx, parent, [[satU64.MAX, owner]]))
  }
}
