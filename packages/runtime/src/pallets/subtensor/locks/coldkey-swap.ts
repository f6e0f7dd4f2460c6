/** Locks that follow a coldkey to another one. */
import * as f from '@taonet/frame'
import { ActiveLockExists } from '../errors.ts'
import { AccountFlags, DecayingLock, Lock } from '../storage.ts'
import type { LockState } from '../types.ts'
import { ensureCanReceiveLockedAlpha } from './accept-locked-alpha.ts'
import { type LockPlace, lockKind, putLock, removeLock, rollTime } from './lock-rows.ts'
import { addAggregateLock, reduceAggregateLock } from './model-rows.ts'
import { rollLock } from './roll.ts'

/**
 * Refuses a coldkey that has locked anything.
 *
 * refuses ActiveLockExists
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs ensure_no_active_locks
 */
export function ensureNoActiveLocks(ctx: f.Context, coldkey: f.AccountId): void {
  const time = rollTime(ctx)
  for (const [[, netuid, hotkey], lock] of Lock.entries(ctx, coldkey)) {
    const kind = lockKind(ctx, { coldkey, netuid, hotkey })
    f.ensure(rollLock(lock, time, kind).locked_mass === 0n, ActiveLockExists)
  }
}

interface RolledLock {
  readonly place: LockPlace
  readonly lock: LockState
}

/** All locks of a coldkey as they are now. */
function rolledLocks(ctx: f.Context, coldkey: f.AccountId): RolledLock[] {
  const time = rollTime(ctx)
  return Lock.entries(ctx, coldkey).map(([[, netuid, hotkey], stored]) => {
    const place = { coldkey, netuid, hotkey }
    return { place, lock: rollLock(stored, time, lockKind(ctx, place)) }
  })
}

/** The marks of perpetual locks and the flags of an account go over; flags of zero are not stored. */
function moveMarks(ctx: f.Context, from: f.AccountId, to: f.AccountId): void {
  for (const [[, netuid], decaying] of DecayingLock.entries(ctx, from)) {
    DecayingLock.remove(ctx, from, netuid)
    DecayingLock.set(ctx, to, netuid, decaying)
  }
  const flags = AccountFlags.take(ctx, from)
  AccountFlags.put(ctx, to, flags === 0n ? undefined : flags)
}

/**
 * Moves the locks of a coldkey to another one that has none.
 *
 * refuses ActiveLockExists, AccountRejectsLockedAlpha
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs swap_coldkey_locks
 */
export function swapColdkeyLocks(ctx: f.Context, from: f.AccountId, to: f.AccountId): void {
  ensureNoActiveLocks(ctx, to)
  const locks = rolledLocks(ctx, from)
  for (const { lock } of locks) ensureCanReceiveLockedAlpha(ctx, to, lock.locked_mass)
  for (const { place, lock } of locks) {
    removeLock(ctx, place)
    reduceAggregateLock(ctx, place, lock.locked_mass, lock.conviction)
  }
  moveMarks(ctx, from, to)
  for (const { place, lock } of locks) {
    const moved = { ...place, coldkey: to }
    const rolled = rollLock(lock, rollTime(ctx), lockKind(ctx, moved))
    putLock(ctx, moved, rolled)
    addAggregateLock(ctx, moved, rolled)
  }
}
