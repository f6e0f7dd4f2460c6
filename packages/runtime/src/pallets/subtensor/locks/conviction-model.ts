/** One coldkey's lock together with the aggregate of its kind. */
import { U64F64 } from '@taonet/frame'
import type { Alpha } from '../../../common/units.ts'
import type { LockState } from '../types.ts'
import {
  emptyLock,
  type LockKind,
  mergeLocks,
  type RollTime,
  reduceLock,
  rollLock,
} from './roll.ts'

/**
 * A lock and the sum of all locks of its kind (perpetual or decaying; of a hotkey or of the subnet owner).
 * A part that was never touched is `undefined` in `changed` and is not written back.
 *
 * differs upstream's model carries all four aggregates; only the one of the lock's kind is ever changed
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs ConvictionModel
 */
export interface ConvictionModel {
  readonly kind: LockKind
  readonly individual: LockState
  readonly aggregate: LockState
  readonly changed: { readonly individual: boolean; readonly aggregate: boolean }
}

/** The model with another aggregate. */
const withAggregate = (model: ConvictionModel, aggregate: LockState): ConvictionModel => ({
  ...model,
  aggregate,
  changed: { ...model.changed, aggregate: true },
})

const withIndividual = (model: ConvictionModel, individual: LockState): ConvictionModel => ({
  ...model,
  individual,
  changed: { ...model.changed, individual: true },
})

/** Sets the lock as it will be at the given time. `source` staking/lock.rs set_rolled_individual_lock */
export const setIndividual = (
  model: ConvictionModel,
  lock: LockState,
  time: RollTime,
): ConvictionModel => withIndividual(model, rollLock(lock, time, model.kind))

/**
 * Rolls the lock. What it lost is taken off the aggregate, which then counts as rolled although its other
 * members did not decay; only without a loss the aggregate rolls by itself.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs ConvictionModel::roll_forward
 */
export function rollForward(model: ConvictionModel, time: RollTime): ConvictionModel {
  const { individual: before, kind, aggregate } = model
  const individual = rollLock(before, time, kind)
  const rolled = withIndividual(model, individual)
  const massLost = loss(before.locked_mass, individual.locked_mass)
  const convictionLost = loss(before.conviction, individual.conviction)
  if (massLost === 0n && convictionLost === 0n) return rollAggregate(rolled, time)
  const reduced = reduceLock(aggregate, massLost, convictionLost)
  return withAggregate(rolled, { ...reduced, last_update: time.now })
}

const loss = (before: bigint, after: bigint) => (before > after ? before - after : 0n)

/** `source` staking/lock.rs ConvictionModel::roll_forward_aggregate */
export const rollAggregate = (model: ConvictionModel, time: RollTime): ConvictionModel =>
  withAggregate(model, rollLock(model.aggregate, time, model.kind))

/** `source` staking/lock.rs ConvictionModel::add_to_aggregate */
export const addToAggregate = (model: ConvictionModel, added: LockState): ConvictionModel =>
  withAggregate(model, mergeLocks(model.aggregate, added))

/** `source` staking/lock.rs ConvictionModel::reduce_aggregate */
export const reduceAggregate = (
  model: ConvictionModel,
  mass: Alpha,
  conviction: U64F64,
): ConvictionModel => withAggregate(model, reduceLock(model.aggregate, mass, conviction))

/**
 * Takes mass out of the lock, and conviction in proportion, whatever the lock was meant to hold.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs ConvictionModel::force_reduce_individual
 */
export function forceReduce(model: ConvictionModel, amount: Alpha, now: bigint): ConvictionModel {
  const { individual: lock } = model
  const left = lock.locked_mass > amount ? lock.locked_mass - amount : 0n
  if (left === 0n) {
    const emptied = withIndividual(model, emptyLock(now))
    return reduceAggregate(emptied, lock.locked_mass, lock.conviction)
  }
  const removed = U64F64.safeDiv(U64F64.fromInt(amount), U64F64.fromInt(lock.locked_mass))
  const conviction = U64F64.mul(lock.conviction, U64F64.sub(U64F64.ONE, removed))
  const reduced = withIndividual(model, { locked_mass: left, conviction, last_update: now })
  return reduceAggregate(reduced, lock.locked_mass - left, U64F64.sub(lock.conviction, conviction))
}
