/** Calls of Sudo: one key may do everything. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

const FREE = { pays_fee: 'No' } as const
const weights = {
  set_key: f.addWeight(f.weight(7_237_000n, 1517n), f.dbReadsWrites(1, 1)),
  sudo: f.addWeight(f.weight(7_939_000n, 1517n), f.dbReads(1)),
  sudo_as: f.addWeight(f.weight(7_870_000n, 1517n), f.dbReads(1)),
  remove_key: f.addWeight(f.weight(6_417_000n, 1517n), f.dbReadsWrites(1, 1)),
}

/** Guard: the sudo key, or root itself. */
function sudoer(origin: f.Origin, ctx: f.Context): null {
  const who = f.signedOrRoot(origin)
  f.ensure(who === undefined || storage.Key.get(ctx) === who, errors.RequireSudo)
  return null
}

/** Runs a call without filters and reports its result. */
function resultOf(ctx: f.Context, origin: f.Origin, call: f.CallValue): f.DispatchResult {
  return f.wireResult(f.outcomeOf(() => f.dispatchBypassingFilter(ctx, origin, call)))
}

const classOf = ({ call }: { call: f.CallValue }, ctx: f.Context) => f.callClass(ctx, call)
const weightAround =
  (own: f.Weight) =>
  ({ call }: { call: f.CallValue }, ctx: f.Context): f.Weight =>
    f.addWeight(own, f.callWeight(ctx, call))

export const sudo = f.call({
  index: 0,
  docs: 'Dispatches a call as root.',
  origin: sudoer,
  args: { call: f.RuntimeCall },
  weight: weightAround(weights.sudo),
  class: classOf,
  run(ctx, _sudoer, { call }) {
    ctx.deposit(events.Sudid({ sudo_result: resultOf(ctx, f.Root, call) }))
    return FREE
  },
})

export const sudo_unchecked_weight = f.call({
  index: 1,
  docs: 'Dispatches a call as root with a weight of the caller’s choice.',
  origin: sudoer,
  args: { call: f.RuntimeCall, weight: f.Weight },
  weight: ({ weight }) => weight,
  class: classOf,
  run(ctx, _sudoer, { call }) {
    ctx.deposit(events.Sudid({ sudo_result: resultOf(ctx, f.Root, call) }))
    return FREE
  },
})

export const set_key = f.call({
  index: 2,
  docs: 'Hands the sudo key over.',
  origin: sudoer,
  args: { new: f.MultiAddress },
  weight: weights.set_key,
  run(ctx, _sudoer, args) {
    const key = f.targetOf(args.new)
    ctx.deposit(events.KeyChanged({ old: storage.Key.get(ctx), new: key }))
    storage.Key.set(ctx, key)
    return FREE
  },
})

export const sudo_as = f.call({
  index: 3,
  docs: 'Dispatches a call as any account.',
  origin: sudoer,
  args: { who: f.MultiAddress, call: f.RuntimeCall },
  weight: weightAround(weights.sudo_as),
  class: classOf,
  run(ctx, _sudoer, { who, call }) {
    const origin = f.Signed(f.targetOf(who))
    ctx.deposit(events.SudoAsDone({ sudo_result: resultOf(ctx, origin, call) }))
    return FREE
  },
})

export const remove_key = f.call({
  index: 4,
  docs: 'Removes the sudo key for good.',
  origin: sudoer,
  args: {},
  weight: weights.remove_key,
  run(ctx) {
    ctx.deposit(events.KeyRemoved({}))
    storage.Key.remove(ctx)
    return FREE
  },
})
