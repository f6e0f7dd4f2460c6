/** Locks that do not unlock by themselves. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { PerpetualLockUpdated } from '../events.ts'
import { DecayingLock } from '../storage.ts'
import { isPerpetualLock, rollTime } from './lock-rows.ts'
import {
  addAggregateLock,
  readModel,
  readRolledModel,
  reduceAggregateLock,
  saveModel,
} from './model-rows.ts'

/**
 * Makes a coldkey's lock on a subnet perpetual, or lets it decay again; the lock changes its aggregate.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs do_set_perpetual_lock
 */
export function setPerpetualLock(
  ctx: f.Context,
  coldkey: f.AccountId,
  netuid: NetUid,
  enabled: boolean,
): void {
  const time = rollTime(ctx)
  const changes = isPerpetualLock(ctx, coldkey, netuid) !== enabled
  const before = readRolledModel(ctx, coldkey, netuid, time)
  if (before) {
    saveModel(ctx, before.place, before.model)
    const { locked_mass, conviction } = before.model.individual
    if (changes) reduceAggregateLock(ctx, before.place, locked_mass, conviction)
  }
  DecayingLock.put(ctx, coldkey, netuid, enabled ? false : undefined)
  const after = changes ? readModel(ctx, coldkey, netuid, time.now) : undefined
  if (after) addAggregateLock(ctx, after.place, after.model.individual)
  ctx.deposit(PerpetualLockUpdated({ coldkey, netuid, enabled }))
}
