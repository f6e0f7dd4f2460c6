/** The pallets' hooks, in upstream's order. */
import type { Context } from '../pallet/context.ts'
import { InvariantError, violationsOf } from '../pallet/invariant.ts'
import { addWeight, NO_WEIGHT, subWeight, type Weight } from '../pallet/weight.ts'
import { registerExtraWeight, totalOf } from '../system/block-weight.ts'
import { BlockWeights, Version } from '../system/constants.ts'
import { BlockWeight, LastRuntimeUpgrade } from '../system/storage.ts'

const isPositive = ({ ref_time, proof_size }: Weight) => ref_time > 0n && proof_size > 0n

/** Whether the chain's state was last run by an older specification. */
function isUpgraded(ctx: Context): boolean {
  const last = LastRuntimeUpgrade.get(ctx)
  const { spec_version, spec_name } = Version.get(ctx)
  return last === undefined || spec_version > last.spec_version || spec_name !== last.spec_name
}

/** Runs the upgrades of a new specification version, once. */
export function runUpgrades(ctx: Context): Weight {
  if (!isUpgraded(ctx)) return NO_WEIGHT
  const { entries, parts } = ctx.runtime
  let weight = NO_WEIGHT
  for (const upgrade of parts.upgrades ?? []) weight = addWeight(weight, upgrade(ctx))
  for (const { pallet } of entries)
    weight = addWeight(weight, pallet.hooks?.on_runtime_upgrade?.(ctx) ?? NO_WEIGHT)
  const { spec_version, spec_name } = Version.get(ctx)
  LastRuntimeUpgrade.set(ctx, { spec_version, spec_name })
  return weight
}

export function onInitialize(ctx: Context): Weight {
  let weight = NO_WEIGHT
  for (const { pallet } of ctx.runtime.entries)
    weight = addWeight(weight, pallet.hooks?.on_initialize?.(ctx) ?? NO_WEIGHT)
  return weight
}

/** Gives what is left of the block to the pallets, a different one first in each block. */
export function onIdle(ctx: Context): void {
  const remaining = subWeight(BlockWeights.get(ctx).max_block, totalOf(BlockWeight.get(ctx)))
  if (!isPositive(remaining)) return
  const { entries } = ctx.runtime
  let used = NO_WEIGHT
  for (let i = 0; i < entries.length; i++) {
    const { pallet } = entries[(ctx.block + i) % entries.length]!
    const idle = pallet.hooks?.on_idle
    if (idle) used = addWeight(used, idle(ctx, subWeight(remaining, used)))
  }
  registerExtraWeight(ctx, used, 'Mandatory')
}

export function onFinalize(ctx: Context): void {
  for (const { pallet } of ctx.runtime.entries) pallet.hooks?.on_finalize?.(ctx)
}

/**
 * Checks the invariants of every pallet and of the whole.
 *
 * refuses InvariantError with all that is broken
 */
export function tryState(ctx: Context): void {
  for (const { pallet } of ctx.runtime.entries) pallet.hooks?.try_state?.(ctx)
  const violations = violationsOf(ctx, ctx.runtime.parts.invariants ?? [])
  if (violations.length > 0) throw new InvariantError(violations)
}
