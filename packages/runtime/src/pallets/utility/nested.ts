/** Calls within calls, with what they weigh. */
import * as f from '@taonet/frame'

/** A call that was run, and what it used of its weight. */
export interface Ran {
  readonly outcome: f.Outcome
  readonly used: f.Weight
}

/** Guard: anyone but nobody. */
export function somebody(origin: f.Origin): f.Origin {
  f.ensure(!f.isNone(origin), f.BadOrigin)
  return origin
}

/** Runs a call within another; root's calls pass no filters. */
export function runNested(ctx: f.Context, origin: f.Origin, call: f.CallValue): Ran {
  const info = f.dispatchInfo(ctx, call)
  const dispatch = f.isRoot(origin) ? f.dispatchBypassingFilter : f.dispatch
  const outcome = f.outcomeOf(() => dispatch(ctx, origin, call))
  return { outcome, used: f.actualWeight(outcome.post, info) }
}

/** What a list of calls announces together. */
export function weightOf(ctx: f.Context, calls: readonly f.CallValue[]): f.Weight {
  let weight = f.NO_WEIGHT
  for (const call of calls) weight = f.addWeight(weight, f.callWeight(ctx, call))
  return weight
}

/** A list is free when each of its calls is. */
export const paysOf = (ctx: f.Context, calls: readonly f.CallValue[]): f.Pays =>
  calls.some((call) => f.callPays(ctx, call) === 'Yes') ? 'Yes' : 'No'
