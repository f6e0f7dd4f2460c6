/** Aggregates of locks that change their kind or their hotkey. */

import type * as f from '@taonet/frame'
import { satU64, U64F64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import type { LockState } from '../types.ts'
import { getAggregate, putAggregate, rollTime } from './lock-rows.ts'
import { emptyLock, type LockKind, rollLock } from './roll.ts'

/** Where an aggregate is kept: whose it is, and which of its two kinds. */
export interface AggregatePlace {
  readonly hotkey: f.AccountId
  readonly kind: LockKind
}

/** Takes an aggregate away and gives it rolled to now. */
export function takeRolled(
  ctx: f.Context,
  netuid: NetUid,
  { hotkey, kind }: AggregatePlace,
): LockState | undefined {
  const lock = getAggregate(ctx, netuid, hotkey, kind)
  putAggregate(ctx, { netuid, hotkey }, kind, undefined)
  return lock && rollLock(lock, rollTime(ctx), kind)
}

/** Adds one aggregate to another, as it is now; a sum for the owner follows the owner's rule at once. */
export function mergeAggregate(
  ctx: f.Context,
  netuid: NetUid,
  from: AggregatePlace,
  to: AggregatePlace,
): void {
  const moved = takeRolled(ctx, netuid, from)
  if (moved === undefined) return
  const time = rollTime(ctx)
  const stored = getAggregate(ctx, netuid, to.hotkey, to.kind)
  const current = stored === undefined ? emptyLock(time.now) : rollLock(stored, time, to.kind)
  const sum = {
    locked_mass: satU64.add(current.locked_mass, moved.locked_mass),
    conviction: U64F64.add(current.conviction, moved.conviction),
    last_update: time.now,
  }
  const lock = to.kind.isOwner ? rollLock(sum, time, to.kind) : sum
  putAggregate(ctx, { netuid, hotkey: to.hotkey }, to.kind, lock)
}
