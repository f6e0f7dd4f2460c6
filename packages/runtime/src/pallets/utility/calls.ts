/** Calls of Utility. */
import * as f from '@taonet/frame'
import { derivativeAccountId } from './derivative.ts'
import * as events from './events.ts'
import { runNested, somebody } from './nested.ts'
import * as weights from './weights.ts'

export { batch, batch_all, force_batch } from './batches.ts'

const weightAround =
  (own: f.Weight) =>
  ({ call }: { call: f.CallValue }, ctx: f.Context): f.Weight =>
    f.addWeight(own, f.callWeight(ctx, call))

export const as_derivative = f.call({
  index: 1,
  docs: 'Runs a call as an account that derives from the caller.',
  origin: (origin) => ({ who: f.signed(origin), origin }),
  args: { index: f.u16, call: f.RuntimeCall },
  weight: weightAround(weights.as_derivative),
  run(ctx, { who, origin }, { index, call }) {
    const { caller } = f.Signed(derivativeAccountId(who, index))
    const info = f.dispatchInfo(ctx, call)
    const outcome = f.outcomeOf(() => f.dispatch(ctx, { ...origin, caller }, call))
    const used = f.actualWeight(outcome.post, info)
    const post = { actual_weight: f.addWeight(weights.as_derivative, used) }
    if (!outcome.ok) throw new f.RefusedWithPost(outcome.error, post)
    return post
  },
})

/** An origin as an argument names it: with the runtime's filters only. */
const asOrigin = (caller: f.CallerValue): f.Origin => ({ caller, filters: [] })

export const dispatch_as = f.call({
  index: 3,
  docs: 'Runs a call with any origin, and reports how it went.',
  origin: f.root,
  args: { as_origin: f.boxed(f.OriginCaller), call: f.RuntimeCall },
  weight: weightAround(weights.dispatch_as),
  run(ctx, _root, { as_origin, call }) {
    const outcome = f.outcomeOf(() => f.dispatchBypassingFilter(ctx, asOrigin(as_origin), call))
    ctx.deposit(events.DispatchedAs({ result: f.wireResult(outcome) }))
    return undefined
  },
})

export const with_weight = f.call({
  index: 5,
  docs: 'Runs a call as root with a weight of the caller’s choice.',
  origin: f.root,
  args: { call: f.RuntimeCall, weight: f.Weight },
  weight: ({ weight }) => weight,
  run(ctx, _root, { call }) {
    const outcome = f.outcomeOf(() => f.dispatchBypassingFilter(ctx, f.Root, call))
    if (!outcome.ok) throw outcome.error
    return undefined
  },
})

export const if_else = f.call({
  index: 6,
  docs: 'Runs a call, and another one if it fails.',
  origin: somebody,
  args: { main: f.RuntimeCall, fallback: f.RuntimeCall },
  weight: ({ main, fallback }, ctx) =>
    f.addWeight(f.addWeight(weights.if_else, f.callWeight(ctx, main)), f.callWeight(ctx, fallback)),
  run(ctx, origin, { main, fallback }) {
    const first = runNested(ctx, origin, main)
    const weight = f.addWeight(weights.if_else, first.used)
    if (first.outcome.ok) {
      ctx.deposit(events.IfElseMainSuccess({}))
      return { actual_weight: weight }
    }
    const second = runNested(ctx, origin, fallback)
    const post = { actual_weight: f.addWeight(weight, second.used) }
    if (!second.outcome.ok) throw new f.RefusedWithPost(second.outcome.error, post)
    ctx.deposit(events.IfElseFallbackCalled({ main_error: first.outcome.error.toWire() }))
    return post
  },
})

export const dispatch_as_fallible = f.call({
  index: 7,
  docs: 'Runs a call with any origin; fails when the call does.',
  origin: f.root,
  args: { as_origin: f.boxed(f.OriginCaller), call: f.RuntimeCall },
  weight: weightAround(weights.dispatch_as_fallible),
  run(ctx, _root, { as_origin, call }) {
    const outcome = f.outcomeOf(() => f.dispatchBypassingFilter(ctx, asOrigin(as_origin), call))
    if (!outcome.ok) throw outcome.error
    ctx.deposit(events.DispatchedAs({ result: f.wireResult(outcome) }))
    return undefined
  },
})
