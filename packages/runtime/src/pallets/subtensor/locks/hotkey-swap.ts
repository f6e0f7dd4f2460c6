/** Locks that follow a hotkey to another one. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { DecayingHotkeyLock, HotkeyLock, Lock, LockingColdkeys } from '../storage.ts'
import type { LockState } from '../types.ts'
import { takeRolled } from './aggregate-moves.ts'
import {
  isPerpetualLock,
  isSubnetOwnerHotkey,
  type LockPlace,
  putAggregate,
  putLock,
  removeLock,
  rollTime,
} from './lock-rows.ts'
import { rollLock } from './roll.ts'

/** Database accesses that a move counts for. */
export interface Accesses {
  reads: number
  writes: number
}

/** A subnet on which locks may have to move, and whose the hotkeys are. */
interface Concerned {
  readonly netuid: NetUid
  readonly wasOwner: boolean
  /** Locks follow the owner's rule afterwards. */
  readonly becomesOwner: boolean
}

/** What a hotkey's giving way to another one means on a subnet; undefined when no lock is concerned. */
function concernOf(
  ctx: f.Context,
  netuid: NetUid,
  from: f.AccountId,
  to: f.AccountId,
): Concerned | undefined {
  const wasOwner = isSubnetOwnerHotkey(ctx, netuid, from)
  const becomesOwner = wasOwner || isSubnetOwnerHotkey(ctx, netuid, to)
  const hasLocks = HotkeyLock.has(ctx, netuid, from) || DecayingHotkeyLock.has(ctx, netuid, from)
  return becomesOwner || hasLocks ? { netuid, wasOwner, becomesOwner } : undefined
}

/** Locks to a hotkey on a subnet; entries of the list without a lock are dropped. */
function locksTo(
  ctx: f.Context,
  netuid: NetUid,
  hotkey: f.AccountId,
  accesses: Accesses,
): { place: LockPlace; lock: LockState }[] {
  return LockingColdkeys.keysOf(ctx, netuid, hotkey).flatMap(([, , coldkey]) => {
    accesses.reads++
    const lock = Lock.get(ctx, coldkey, netuid, hotkey)
    if (lock !== undefined) return [{ place: { coldkey, netuid, hotkey }, lock }]
    LockingColdkeys.remove(ctx, netuid, hotkey, coldkey)
    accesses.writes++
    return []
  })
}

/** Moves both aggregates of a hotkey; what the other hotkey had is overwritten. */
function moveAggregates(
  ctx: f.Context,
  { netuid, wasOwner, becomesOwner }: Concerned,
  from: f.AccountId,
  to: f.AccountId,
): void {
  const taken = [true, false].map((isPerpetual) => ({
    isPerpetual,
    lock: takeRolled(ctx, netuid, { hotkey: from, kind: { isOwner: wasOwner, isPerpetual } }),
  }))
  for (const { isPerpetual, lock } of taken) {
    if (lock === undefined) continue
    const kind = { isOwner: becomesOwner, isPerpetual }
    putAggregate(ctx, { netuid, hotkey: to }, kind, rollLock(lock, rollTime(ctx), kind))
  }
}

/**
 * Points the locks to one hotkey on some subnets at another one; gives the accesses it counts for.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs swap_hotkey_locks, swap_hotkey_locks_on_subnet
 */
export function swapHotkeyLocks(
  ctx: f.Context,
  from: f.AccountId,
  to: f.AccountId,
  netuids: readonly NetUid[],
): Accesses {
  const accesses = { reads: 5 * netuids.length, writes: 0 }
  const concerned = netuids.flatMap((netuid) => concernOf(ctx, netuid, from, to) ?? [])
  const locks = concerned.flatMap((concern) =>
    locksTo(ctx, concern.netuid, from, accesses).map((found) => ({ ...found, concern })),
  )
  const time = rollTime(ctx)
  for (const { place, lock, concern } of locks) {
    const isPerpetual = isPerpetualLock(ctx, place.coldkey, place.netuid)
    const rolled = rollLock(lock, time, { isOwner: concern.wasOwner, isPerpetual })
    const moved = rollLock(rolled, time, { isOwner: concern.becomesOwner, isPerpetual })
    removeLock(ctx, place)
    putLock(ctx, { ...place, hotkey: to }, moved)
    accesses.writes += 2
  }
  for (const concern of concerned) {
    moveAggregates(ctx, concern, from, to)
    accesses.writes += 6
  }
  return accesses
}
