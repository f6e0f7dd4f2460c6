/** The three ways to run a list of calls. */
import * as f from '@taonet/frame'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { paysOf, runNested, somebody, weightOf } from './nested.ts'
import * as weights from './weights.ts'

interface Calls {
  readonly calls: f.CallValue[]
}

const announced =
  (own: (calls: number) => f.Weight) =>
  ({ calls }: Calls, ctx: f.Context): f.Weight =>
    f.addWeight(weightOf(ctx, calls), own(calls.length))
const pays = ({ calls }: Calls, ctx: f.Context): f.Pays => paysOf(ctx, calls)

function ensureFew(ctx: f.Context, calls: readonly f.CallValue[]): void {
  f.ensure(calls.length <= constants.batched_calls_limit.get(ctx), errors.TooManyCalls)
}

export const batch = f.call({
  index: 0,
  docs: 'Runs calls until one fails; what ran before stays.',
  origin: somebody,
  args: { calls: f.vec(f.RuntimeCall) },
  weight: announced(weights.batch),
  pays,
  run(ctx, origin, { calls }) {
    ensureFew(ctx, calls)
    let weight = f.NO_WEIGHT
    for (const [index, call] of calls.entries()) {
      const { outcome, used } = runNested(ctx, origin, call)
      weight = f.addWeight(weight, used)
      if (!outcome.ok) {
        ctx.deposit(events.BatchInterrupted({ index, error: outcome.error.toWire() }))
        return { actual_weight: f.addWeight(weights.batch(index + 1), weight) }
      }
      ctx.deposit(events.ItemCompleted({}))
    }
    ctx.deposit(events.BatchCompleted({}))
    return { actual_weight: f.addWeight(weights.batch(calls.length), weight) }
  },
})

const isNoBatchAll = (_ctx: f.Context, { pallet, name }: f.CallValue): boolean =>
  !(pallet === 'Utility' && name === 'batch_all')

export const batch_all = f.call({
  index: 2,
  docs: 'Runs calls; all of them, or none.',
  origin: somebody,
  args: { calls: f.vec(f.RuntimeCall) },
  weight: announced(weights.batch_all),
  pays,
  run(ctx, origin, { calls }) {
    ensureFew(ctx, calls)
    const filtered = f.isRoot(origin) ? origin : f.withFilter(origin, isNoBatchAll)
    let weight = f.NO_WEIGHT
    for (const [index, call] of calls.entries()) {
      const { outcome, used } = runNested(ctx, filtered, call)
      weight = f.addWeight(weight, used)
      if (!outcome.ok) {
        const actual_weight = f.addWeight(weights.batch_all(index + 1), weight)
        throw new f.RefusedWithPost(outcome.error, { actual_weight })
      }
      ctx.deposit(events.ItemCompleted({}))
    }
    ctx.deposit(events.BatchCompleted({}))
    return { actual_weight: f.addWeight(weights.batch_all(calls.length), weight) }
  },
})

export const force_batch = f.call({
  index: 4,
  docs: 'Runs calls, each whether or not others fail.',
  origin: somebody,
  args: { calls: f.vec(f.RuntimeCall) },
  weight: announced(weights.force_batch),
  pays,
  run(ctx, origin, { calls }) {
    ensureFew(ctx, calls)
    let weight = f.NO_WEIGHT
    let failed = false
    for (const call of calls) {
      const { outcome, used } = runNested(ctx, origin, call)
      weight = f.addWeight(weight, used)
      failed ||= !outcome.ok
      ctx.deposit(
        outcome.ok
          ? events.ItemCompleted({})
          : events.ItemFailed({ error: outcome.error.toWire() }),
      )
    }
    ctx.deposit(failed ? events.BatchCompletedWithErrors({}) : events.BatchCompleted({}))
    return { actual_weight: f.addWeight(weights.force_batch(calls.length), weight) }
  },
})
