/** Reading and writing a coldkey's lock with its aggregate. */
import type * as f from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { Lock } from '../storage.ts'
import type { LockState } from '../types.ts'
import {
  addToAggregate,
  type ConvictionModel,
  reduceAggregate,
  rollAggregate,
  rollForward,
} from './conviction-model.ts'
import {
  getAggregate,
  type LockPlace,
  lockKind,
  putAggregate,
  putLock,
  rollTime,
} from './lock-rows.ts'
import { emptyLock, type RollTime } from './roll.ts'

/**
 * The model at a place, empty where nothing is stored.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs read_conviction_model_for_hotkey
 */
export function readModelAt(ctx: f.Context, place: LockPlace, now: bigint): ConvictionModel {
  const kind = lockKind(ctx, place)
  const { coldkey, netuid, hotkey } = place
  return {
    kind,
    individual: Lock.get(ctx, coldkey, netuid, hotkey) ?? emptyLock(now),
    aggregate: getAggregate(ctx, netuid, hotkey, kind) ?? emptyLock(now),
    changed: { individual: false, aggregate: false },
  }
}

/** A lock that exists, and where. */
export interface FoundModel {
  readonly place: LockPlace
  readonly model: ConvictionModel
}

/**
 * The lock of a coldkey on a subnet; it has at most one.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs read_conviction_model
 */
export function readModel(
  ctx: f.Context,
  coldkey: f.AccountId,
  netuid: NetUid,
  now: bigint,
): FoundModel | undefined {
  const hotkey = firstLockHotkey(ctx, coldkey, netuid)
  if (hotkey === undefined) return undefined
  const place = { coldkey, netuid, hotkey }
  return { place, model: readModelAt(ctx, place, now) }
}

function firstLockHotkey(
  ctx: f.Context,
  coldkey: f.AccountId,
  netuid: NetUid,
): f.AccountId | undefined {
  for (const key of ctx.state.keysIn(Lock.keyOf(coldkey, netuid))) return Lock.parseKey(key)[2]
  return undefined
}

/** Like `readModel`, rolled to now; nothing is written. */
export function readRolledModel(
  ctx: f.Context,
  coldkey: f.AccountId,
  netuid: NetUid,
  time: RollTime,
): FoundModel | undefined {
  const found = readModel(ctx, coldkey, netuid, time.now)
  return found && { place: found.place, model: rollForward(found.model, time) }
}

/** Writes what changed. `source` staking/lock.rs save_conviction_model */
export function saveModel(ctx: f.Context, place: LockPlace, model: ConvictionModel): void {
  if (model.changed.individual) putLock(ctx, place, model.individual)
  if (model.changed.aggregate) putAggregate(ctx, place, model.kind, model.aggregate)
}

/**
 * Adds to the aggregate at a place, rolled before and after.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs add_aggregate_lock
 */
export function addAggregateLock(ctx: f.Context, place: LockPlace, added: LockState): void {
  const time = rollTime(ctx)
  const rolled = rollAggregate(readModelAt(ctx, place, time.now), time)
  saveModel(ctx, place, rollAggregate(addToAggregate(rolled, added), time))
}

/**
 * Takes from the aggregate at a place, rolled before.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs reduce_aggregate_lock
 */
export function reduceAggregateLock(
  ctx: f.Context,
  place: LockPlace,
  amount: Alpha,
  conviction: f.U64F64,
): void {
  const time = rollTime(ctx)
  const rolled = rollAggregate(readModelAt(ctx, place, time.now), time)
  saveModel(ctx, place, reduceAggregate(rolled, amount, conviction))
}
