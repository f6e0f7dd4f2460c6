/** Rows of locks and of their aggregates. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import {
  DecayingHotkeyLock,
  DecayingLock,
  DecayingOwnerLock,
  HotkeyLock,
  Lock,
  LockingColdkeys,
  MaturityRate,
  OwnerLock,
  SubnetOwnerHotkey,
  UnlockRate,
} from '../storage.ts'
import type { LockState } from '../types.ts'
import { isZeroLock, type LockKind, type RollTime } from './roll.ts'

/** Whose lock on which subnet to which hotkey. */
export interface LockPlace {
  readonly coldkey: f.AccountId
  readonly netuid: NetUid
  readonly hotkey: f.AccountId
}

/** The current block and the rates in force. */
export const rollTime = (ctx: f.Context): RollTime => ({
  now: currentBlock(ctx),
  rates: { unlock: UnlockRate.get(ctx), maturity: MaturityRate.get(ctx) },
})

/** `source` staking/lock.rs is_subnet_owner_hotkey */
export const isSubnetOwnerHotkey = (ctx: f.Context, netuid: NetUid, hotkey: f.AccountId): boolean =>
  SubnetOwnerHotkey.get(ctx, netuid) === hotkey

/** Whether a coldkey's locks on a subnet keep their mass. `source` staking/lock.rs is_perpetual_lock */
export const isPerpetualLock = (ctx: f.Context, coldkey: f.AccountId, netuid: NetUid): boolean =>
  DecayingLock.get(ctx, coldkey, netuid) === false

/** The rules of a lock at a place. */
export const lockKind = (ctx: f.Context, place: LockPlace): LockKind => ({
  isOwner: isSubnetOwnerHotkey(ctx, place.netuid, place.hotkey),
  isPerpetual: isPerpetualLock(ctx, place.coldkey, place.netuid),
})

/** Writes a lock, or removes it when only dust is left. `source` staking/lock.rs insert_lock_state */
export function putLock(
  ctx: f.Context,
  { coldkey, netuid, hotkey }: LockPlace,
  lock: LockState,
): void {
  if (isZeroLock(lock)) removeLock(ctx, { coldkey, netuid, hotkey })
  else {
    LockingColdkeys.set(ctx, netuid, hotkey, coldkey, null)
    Lock.set(ctx, coldkey, netuid, hotkey, lock)
  }
}

export function removeLock(ctx: f.Context, { coldkey, netuid, hotkey }: LockPlace): void {
  LockingColdkeys.remove(ctx, netuid, hotkey, coldkey)
  Lock.remove(ctx, coldkey, netuid, hotkey)
}

/** The aggregate of a kind of lock, if there is one. */
export function getAggregate(
  ctx: f.Context,
  netuid: NetUid,
  hotkey: f.AccountId,
  { isOwner, isPerpetual }: LockKind,
): LockState | undefined {
  if (isOwner) return (isPerpetual ? OwnerLock : DecayingOwnerLock).get(ctx, netuid)
  return (isPerpetual ? HotkeyLock : DecayingHotkeyLock).get(ctx, netuid, hotkey)
}

/**
 * Writes the aggregate of a kind of lock, or removes it when it is empty.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs insert_hotkey_lock_state and its siblings
 */
export function putAggregate(
  ctx: f.Context,
  { netuid, hotkey }: Pick<LockPlace, 'netuid' | 'hotkey'>,
  { isOwner, isPerpetual }: LockKind,
  lock: LockState | undefined,
): void {
  const isEmpty = lock === undefined || (lock.locked_mass === 0n && lock.conviction === 0n)
  const value = isEmpty ? undefined : lock
  if (isOwner) (isPerpetual ? OwnerLock : DecayingOwnerLock).put(ctx, netuid, value)
  else (isPerpetual ? HotkeyLock : DecayingHotkeyLock).put(ctx, netuid, hotkey, value)
}
