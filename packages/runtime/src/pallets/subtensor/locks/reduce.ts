/** Locks that shrink without their owner's asking. */
import type * as f from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { forceReduce, rollAggregate } from './conviction-model.ts'
import { rollTime } from './lock-rows.ts'
import { readRolledModel, saveModel } from './model-rows.ts'

/**
 * Takes alpha out of a coldkey's lock because it no longer exists.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs force_reduce_lock
 */
export function forceReduceLock(
  ctx: f.Context,
  coldkey: f.AccountId,
  netuid: NetUid,
  amount: Alpha,
): void {
  const time = rollTime(ctx)
  const found = readRolledModel(ctx, coldkey, netuid, time)
  if (!found) return
  saveModel(ctx, found.place, forceReduce(rollAggregate(found.model, time), amount, time.now))
}

/**
 * Rolls and stores a coldkey's lock, which removes one that has run out.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs cleanup_lock_if_zero
 */
export function cleanupLockIfZero(ctx: f.Context, coldkey: f.AccountId, netuid: NetUid): void {
  const found = readRolledModel(ctx, coldkey, netuid, rollTime(ctx))
  if (found) saveModel(ctx, found.place, found.model)
}
