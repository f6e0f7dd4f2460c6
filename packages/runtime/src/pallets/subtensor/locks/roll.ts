/** Bringing a lock up to a block. */
import type * as f from '@taonet/frame'
import { satU64, U64F64 } from '@taonet/frame'
import type { Alpha } from '../../../common/units.ts'
import type { LockState } from '../types.ts'
import { decay, type Rates } from './decay.ts'

/** Mass and conviction below this are dust: the lock is gone. */
const ZERO_THRESHOLD = 100n
const ZERO_CONVICTION = U64F64.fromInt(ZERO_THRESHOLD)

/** Whether a lock holds dust only. `source` staking/lock.rs LockState::is_zero */
export const isZeroLock = (lock: LockState): boolean =>
  lock.locked_mass < ZERO_THRESHOLD && lock.conviction < ZERO_CONVICTION

export const emptyLock = (now: bigint): LockState => ({
  locked_mass: 0n,
  conviction: 0n,
  last_update: now,
})

/** Which rules a lock follows. */
export interface LockKind {
  /** Locked to the subnet owner's hotkey: conviction is the mass, at once. */
  readonly isOwner: boolean
  /** Its mass does not unlock. */
  readonly isPerpetual: boolean
}

/** When and how fast locks roll. */
export interface RollTime {
  readonly now: bigint
  readonly rates: Rates
}

/**
 * The lock as it is now; dust becomes nothing.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs ConvictionModel::roll_forward_lock
 */
export function rollLock(lock: LockState, { now, rates }: RollTime, kind: LockKind): LockState {
  const rolled =
    now > lock.last_update
      ? { ...decay(lock, now - lock.last_update, rates, kind.isPerpetual), last_update: now }
      : lock
  const conviction = kind.isOwner ? U64F64.fromInt(rolled.locked_mass) : rolled.conviction
  const result = { ...rolled, conviction }
  return isZeroLock(result) ? emptyLock(result.last_update) : result
}

/** Sum of two locks. `source` staking/lock.rs merge_lock */
export function mergeLocks(a: LockState, b: LockState): LockState {
  return {
    locked_mass: satU64.add(a.locked_mass, b.locked_mass),
    conviction: U64F64.add(a.conviction, b.conviction),
    last_update: a.last_update > b.last_update ? a.last_update : b.last_update,
  }
}

/** A lock with less in it. `source` staking/lock.rs reduce_lock */
export function reduceLock(lock: LockState, mass: Alpha, conviction: f.U64F64): LockState {
  return {
    locked_mass: satU64.sub(lock.locked_mass, mass),
    conviction: U64F64.sub(lock.conviction, conviction),
    last_update: lock.last_update,
  }
}
