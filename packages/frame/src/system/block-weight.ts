/** What a block has used of its weight, by class of dispatch. */
import type { Context } from '../pallet/context.ts'
import {
  addWeight,
  type DispatchClass,
  maxWeight,
  subWeight,
  type Weight,
} from '../pallet/weight.ts'
import type { PerClass } from '../support.ts'
import * as storage from './storage.ts'

export const CLASS_KEYS = {
  Normal: 'normal',
  Operational: 'operational',
  Mandatory: 'mandatory',
} as const satisfies Record<DispatchClass, keyof PerClass<unknown>>

/** The part of a per-class value that a class names. */
export const ofClass = <T>(values: PerClass<T>, of: DispatchClass): T => values[CLASS_KEYS[of]]

export const totalOf = ({ normal, operational, mandatory }: PerClass<Weight>): Weight =>
  addWeight(addWeight(normal, operational), mandatory)

/** Saturating. */
export const accrue = (
  used: PerClass<Weight>,
  by: Weight,
  of: DispatchClass,
): PerClass<Weight> => ({
  ...used,
  [CLASS_KEYS[of]]: addWeight(ofClass(used, of), by),
})

/** Adds to the block's weight whatever its limits say: hooks, base weights. */
export function registerExtraWeight(ctx: Context, weight: Weight, of: DispatchClass): void {
  storage.BlockWeight.mutate(ctx, (used) => accrue(used, weight, of))
}

/** Gives back weight of the running extrinsic, each part of it once. */
export function reclaimWeight(ctx: Context, unspent: Weight, of: DispatchClass): void {
  const already = storage.ExtrinsicWeightReclaimed.get(ctx)
  const accurate = maxWeight(already, unspent)
  const more = subWeight(accurate, already)
  if (more.ref_time === 0n && more.proof_size === 0n) return
  storage.BlockWeight.mutate(ctx, (used) => ({
    ...used,
    [CLASS_KEYS[of]]: subWeight(ofClass(used, of), more),
  }))
  storage.ExtrinsicWeightReclaimed.set(ctx, accurate)
}
