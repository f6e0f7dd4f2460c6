/** Pointing a lock at another hotkey. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { HotKeyAccountNotExists, NoExistingLock } from '../errors.ts'
import { LockMoved } from '../events.ts'
import { getOwningColdkey, hotkeyAccountExists } from '../staking/accounts.ts'
import { lockKind, putLock, removeLock, rollTime } from './lock-rows.ts'
import { addAggregateLock, readRolledModel, reduceAggregateLock } from './model-rows.ts'
import { rollLock } from './roll.ts'

/**
 * Moves a coldkey's lock to another hotkey; its conviction starts anew when that one has another owner.
 *
 * refuses HotKeyAccountNotExists, NoExistingLock
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs do_move_lock
 */
export function moveLock(
  ctx: f.Context,
  coldkey: f.AccountId,
  destination_hotkey: f.AccountId,
  netuid: NetUid,
): void {
  f.ensure(hotkeyAccountExists(ctx, destination_hotkey), HotKeyAccountNotExists)
  const time = rollTime(ctx)
  const found = readRolledModel(ctx, coldkey, netuid, time)
  f.ensure(found !== undefined, NoExistingLock)
  const { place: origin, model } = found
  const destination = { coldkey, netuid, hotkey: destination_hotkey }
  const removed = model.individual
  const keepsOwner =
    getOwningColdkey(ctx, origin.hotkey) === getOwningColdkey(ctx, destination_hotkey)
  const carried = keepsOwner ? removed : { ...removed, conviction: 0n }
  const lock = rollLock(carried, time, lockKind(ctx, destination))
  removeLock(ctx, origin)
  putLock(ctx, destination, lock)
  reduceAggregateLock(ctx, origin, removed.locked_mass, removed.conviction)
  addAggregateLock(ctx, destination, lock)
  ctx.deposit(LockMoved({ coldkey, origin_hotkey: origin.hotkey, destination_hotkey, netuid }))
}
