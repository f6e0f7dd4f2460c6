/** Locking stake to a hotkey. */
import * as f from '@taonet/frame'
import { attempt } from '../../../common/attempt.ts'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import {
  AmountTooLow,
  HotKeyAccountNotExists,
  InsufficientStakeForLock,
  LockHotkeyMismatch,
} from '../errors.ts'
import { StakeLocked } from '../events.ts'
import { hotkeyAccountExists } from '../staking/accounts.ts'
import { OwnerCutAutoLockEnabled, SubnetOwner, SubnetOwnerHotkey } from '../storage.ts'
import { totalColdkeyAlpha } from './availability.ts'
import {
  addToAggregate,
  type ConvictionModel,
  rollAggregate,
  rollForward,
  setIndividual,
} from './conviction-model.ts'
import { type LockPlace, rollTime } from './lock-rows.ts'
import { readModel, readModelAt, saveModel } from './model-rows.ts'
import { emptyLock } from './roll.ts'

/**
 * Locks alpha of a coldkey, at any of its hotkeys, in favour of one hotkey; a coldkey has one lock per subnet.
 *
 * units   rao
 * refuses AmountTooLow, HotKeyAccountNotExists, LockHotkeyMismatch, InsufficientStakeForLock
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs do_lock_stake
 */
export function lockStake(ctx: f.Context, place: LockPlace, amount: Alpha): void {
  const { coldkey, netuid, hotkey } = place
  f.ensure(amount !== 0n, AmountTooLow)
  f.ensure(hotkeyAccountExists(ctx, hotkey), HotKeyAccountNotExists)
  const total = totalColdkeyAlpha(ctx, coldkey, netuid)
  const time = rollTime(ctx)
  const rolled = rollForward(modelToLock(ctx, place, time.now), time)
  const locked_mass = f.satU64.add(rolled.individual.locked_mass, amount)
  f.ensure(total >= locked_mass, InsufficientStakeForLock)
  const locked = setIndividual(rolled, { ...rolled.individual, locked_mass }, time)
  const added = { ...emptyLock(time.now), locked_mass: amount }
  const grown = addToAggregate(rollAggregate(locked, time), added)
  saveModel(ctx, place, rollAggregate(grown, time))
  ctx.deposit(StakeLocked({ coldkey, hotkey, netuid, amount }))
}

function modelToLock(ctx: f.Context, place: LockPlace, now: bigint): ConvictionModel {
  const existing = readModel(ctx, place.coldkey, place.netuid, now)
  if (!existing) return readModelAt(ctx, place, now)
  f.ensure(existing.place.hotkey === place.hotkey, LockHotkeyMismatch)
  return existing.model
}

/**
 * Locks the owner's cut of an epoch to the hotkey the owner has a lock with, else to the owner hotkey. Refusals are ignored.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs auto_lock_owner_cut
 */
export function autoLockOwnerCut(ctx: f.Context, netuid: NetUid, amount: Alpha): void {
  if (!OwnerCutAutoLockEnabled.get(ctx, netuid)) return
  const coldkey = SubnetOwner.get(ctx, netuid)
  const hotkey =
    readModel(ctx, coldkey, netuid, currentBlock(ctx))?.place.hotkey ??
    SubnetOwnerHotkey.get(ctx, netuid)
  attempt(() => lockStake(ctx, { coldkey, netuid, hotkey }, amount))
}
