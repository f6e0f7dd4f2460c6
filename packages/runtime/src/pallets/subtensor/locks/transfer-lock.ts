/** Locked alpha that changes its owner together with a transfer of stake. */
import * as f from '@taonet/frame'
import { satU64, U64F64 } from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { LockHotkeyMismatch } from '../errors.ts'
import type { LockState } from '../types.ts'
import { ensureCanReceiveLockedAlpha } from './accept-locked-alpha.ts'
import { totalColdkeyAlpha } from './availability.ts'
import { type LockPlace, lockKind, putLock, rollTime } from './lock-rows.ts'
import { addAggregateLock, readRolledModel, reduceAggregateLock } from './model-rows.ts'
import { emptyLock, type RollTime, rollLock } from './roll.ts'

/** What a transfer takes along from a lock. */
interface Moved {
  readonly mass: Alpha
  readonly conviction: f.U64F64
}

/**
 * Moves as much of a lock as a transfer of stake on one subnet exceeds the free alpha.
 *
 * units   rao
 * refuses LockHotkeyMismatch, AccountRejectsLockedAlpha
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs transfer_lock
 */
export function transferLock(
  ctx: f.Context,
  { from, to }: { readonly from: f.AccountId; readonly to: f.AccountId },
  netuid: NetUid,
  amount: Alpha,
): void {
  if (from === to || amount === 0n) return
  const time = rollTime(ctx)
  const total = totalColdkeyAlpha(ctx, from, netuid)
  const found = readRolledModel(ctx, from, netuid, time)
  if (!found) return
  const { place: source, model } = found
  const existing = readRolledModel(ctx, to, netuid, time)
  const destination = existing?.place ?? { ...source, coldkey: to }
  const moved = movedPart(model.individual, total, amount)
  f.ensure(moved === undefined || destination.hotkey === source.hotkey, LockHotkeyMismatch)
  const { mass, conviction } = moved ?? { mass: 0n, conviction: 0n }
  ensureCanReceiveLockedAlpha(ctx, to, mass)
  const received = existing?.model.individual ?? emptyLock(time.now)
  storeRolled(ctx, source, time, {
    ...model.individual,
    locked_mass: satU64.sub(model.individual.locked_mass, mass),
    conviction: U64F64.sub(model.individual.conviction, conviction),
  })
  storeRolled(ctx, destination, time, {
    ...received,
    locked_mass: satU64.add(received.locked_mass, mass),
    conviction: U64F64.add(received.conviction, conviction),
  })
  if (mass === 0n) return
  reduceAggregateLock(ctx, source, mass, conviction)
  addAggregateLock(ctx, destination, { locked_mass: mass, conviction, last_update: time.now })
}

/** The locked part of a transfer, undefined when free alpha suffices. */
function movedPart(lock: LockState, total: Alpha, amount: Alpha): Moved | undefined {
  const free = satU64.sub(total, lock.locked_mass)
  const needed = satU64.sub(amount, free)
  if (needed === 0n) return undefined
  const mass = needed < lock.locked_mass ? needed : lock.locked_mass
  if (mass === 0n) return { mass, conviction: 0n }
  const share = U64F64.safeDiv(U64F64.fromInt(mass), U64F64.fromInt(lock.locked_mass))
  return { mass, conviction: U64F64.mul(lock.conviction, share) }
}

function storeRolled(ctx: f.Context, place: LockPlace, time: RollTime, lock: LockState): void {
  putLock(ctx, place, rollLock(lock, time, lockKind(ctx, place)))
}
