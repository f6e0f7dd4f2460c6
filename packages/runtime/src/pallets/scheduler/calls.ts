/** Calls of Scheduler; all are root's. */
import * as f from '@taonet/frame'
import * as preimage from '../preimage/index.ts'
import { type DispatchTime, ownTask, type Period, type TaskAddress } from './agenda.ts'
import { MaxScheduledPerBlock } from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as plans from './schedule.ts'
import * as storage from './storage.ts'
import * as weights from './weights.ts'

/** Guard: root, whose origin the task keeps. */
function planner(origin: f.Origin): f.Origin {
  f.root(origin)
  return origin
}
const full =
  (weight: (tasks: number) => f.Weight) =>
  (_args: unknown, ctx: f.Context): f.Weight =>
    weight(MaxScheduledPerBlock.get(ctx))

const TaskName = f.bytesN(32)
const what = {
  maybe_periodic: f.option(f.tuple(f.u32, f.u32)),
  priority: f.u8,
  call: f.RuntimeCall,
}
interface What {
  readonly maybe_periodic: Period | undefined
  readonly priority: number
  readonly call: f.CallValue
}

function plan(
  ctx: f.Context,
  origin: f.Origin,
  { maybe_periodic, priority, call }: What,
  when: { time: DispatchTime; name?: f.H256 },
): undefined {
  const bound = preimage.bound(ctx, call)
  const { caller } = origin
  plans.schedule(ctx, { ...when, periodic: maybe_periodic, priority, origin: caller, call: bound })
}

export const schedule = f.call({
  index: 0,
  docs: 'Plans a call for a block.',
  origin: planner,
  args: { when: f.u32, ...what },
  weight: full(weights.schedule),
  run: (ctx, origin, args) => plan(ctx, origin, args, { time: { at: args.when } }),
})

export const cancel = f.call({
  index: 1,
  docs: 'Calls a planned call off.',
  origin: planner,
  args: { when: f.u32, index: f.u32 },
  weight: full(weights.cancel),
  run(ctx, origin, { when, index }) {
    plans.cancel(ctx, origin, [when, index])
    return undefined
  },
})

export const schedule_named = f.call({
  index: 2,
  docs: 'Plans a call for a block, under a name.',
  origin: planner,
  args: { id: TaskName, when: f.u32, ...what },
  weight: full(weights.schedule_named),
  run: (ctx, origin, args) => plan(ctx, origin, args, { time: { at: args.when }, name: args.id }),
})

export const cancel_named = f.call({
  index: 3,
  docs: 'Calls the call of a name off.',
  origin: planner,
  args: { id: TaskName },
  weight: full(weights.cancel_named),
  run(ctx, origin, { id }) {
    plans.cancelNamed(ctx, origin, id)
    return undefined
  },
})

export const schedule_after = f.call({
  index: 4,
  docs: 'Plans a call for some blocks later.',
  origin: planner,
  args: { after: f.u32, ...what },
  weight: full(weights.schedule),
  run: (ctx, origin, args) => plan(ctx, origin, args, { time: { after: args.after } }),
})

export const schedule_named_after = f.call({
  index: 5,
  docs: 'Plans a call for some blocks later, under a name.',
  origin: planner,
  args: { id: TaskName, after: f.u32, ...what },
  weight: full(weights.schedule_named),
  run: (ctx, origin, args) =>
    plan(ctx, origin, args, { time: { after: args.after }, name: args.id }),
})

/** How often, and how many blocks apart, a task that fails is tried again. */
interface Retrying {
  readonly retries: number
  readonly period: number
}

function setRetries(
  ctx: f.Context,
  task: TaskAddress,
  { retries, period }: Retrying,
  id?: f.H256,
): undefined {
  storage.Retries.set(ctx, task, { total_retries: retries, remaining: retries, period })
  ctx.deposit(events.RetrySet({ task, id, period, retries }))
}

function addressOf(ctx: f.Context, id: f.H256): TaskAddress {
  const task = storage.Lookup.get(ctx, id)
  f.ensure(task !== undefined, errors.NotFound)
  return task
}

export const set_retry = f.call({
  index: 6,
  docs: 'Lets a planned call be tried again when it fails.',
  origin: planner,
  args: { task: f.tuple(f.u32, f.u32), retries: f.u8, period: f.u32 },
  weight: weights.set_retry,
  run(ctx, origin, { task, retries, period }) {
    ownTask(ctx, origin, task)
    return setRetries(ctx, task, { retries, period })
  },
})

export const set_retry_named = f.call({
  index: 7,
  docs: 'Lets the call of a name be tried again when it fails.',
  origin: planner,
  args: { id: TaskName, retries: f.u8, period: f.u32 },
  weight: weights.set_retry_named,
  run(ctx, origin, { id, retries, period }) {
    const task = addressOf(ctx, id)
    ownTask(ctx, origin, task)
    return setRetries(ctx, task, { retries, period }, id)
  },
})

export const cancel_retry = f.call({
  index: 8,
  docs: 'Lets a planned call fail without another try.',
  origin: planner,
  args: { task: f.tuple(f.u32, f.u32) },
  weight: weights.cancel_retry,
  run(ctx, origin, { task }) {
    ownTask(ctx, origin, task)
    storage.Retries.remove(ctx, task)
    ctx.deposit(events.RetryCancelled({ task, id: undefined }))
    return undefined
  },
})

export const cancel_retry_named = f.call({
  index: 9,
  docs: 'Lets the call of a name fail without another try.',
  origin: planner,
  args: { id: TaskName },
  weight: weights.cancel_retry_named,
  run(ctx, origin, { id }) {
    const task = addressOf(ctx, id)
    ownTask(ctx, origin, task)
    storage.Retries.remove(ctx, task)
    ctx.deposit(events.RetryCancelled({ task, id }))
    return undefined
  },
})
