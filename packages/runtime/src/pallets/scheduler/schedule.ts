/** Planning tasks and calling them off. */
import * as f from '@taonet/frame'
import * as preimage from '../preimage/index.ts'
import {
  cleanUp,
  type DispatchTime,
  ensurePrivilege,
  type Period,
  placeTask,
  resolveTime,
  type TaskAddress,
} from './agenda.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import type { Scheduled } from './types.ts'

/** What to do when, and in whose name. */
export interface Plan {
  readonly time: DispatchTime
  readonly periodic: Period | undefined
  /** The least is first. */
  readonly priority: number
  readonly origin: f.CallerValue
  readonly call: f.Bounded
  /** Name under which the task is found again. */
  readonly name?: f.H256 | undefined
}

/** The first time is planned now, so one less is to come; a single time is no period. */
function repetitions(periodic: Period | undefined): Period | undefined {
  if (periodic === undefined || periodic[0] === 0 || periodic[1] <= 1) return undefined
  return [periodic[0], periodic[1] - 1]
}

/**
 * Plans a task.
 *
 * refuses FailedToSchedule for a name that is taken, TargetBlockNumberInPast, Exhausted
 * source  polkadot-sdk substrate/frame/scheduler/src/lib.rs do_schedule, do_schedule_named
 */
export function schedule(ctx: f.Context, plan: Plan): TaskAddress {
  const { name, priority, call, origin } = plan
  f.ensure(name === undefined || !storage.Lookup.has(ctx, name), errors.FailedToSchedule)
  const when = resolveTime(ctx, plan.time)
  const task: Scheduled = {
    maybe_id: name,
    priority,
    call,
    maybe_periodic: repetitions(plan.periodic),
    origin,
  }
  const address = placeTask(ctx, when, task)
  preimage.requestIfLookup(ctx, call)
  return address
}

function emptySlot(ctx: f.Context, [when, index]: TaskAddress): void {
  const agenda = storage.Agenda.get(ctx, when).slice()
  if (index < agenda.length) agenda[index] = undefined
  storage.Agenda.set(ctx, when, agenda)
}

/**
 * Calls a task off.
 *
 * refuses NotFound, BadOrigin
 */
export function cancel(ctx: f.Context, origin: f.Origin, address: TaskAddress): void {
  const [when, index] = address
  const task = storage.Agenda.get(ctx, when)[index]
  f.ensure(task !== undefined, errors.NotFound)
  ensurePrivilege(origin, task)
  emptySlot(ctx, address)
  preimage.drop(ctx, task.call)
  if (task.maybe_id !== undefined) storage.Lookup.remove(ctx, task.maybe_id)
  storage.Retries.remove(ctx, address)
  cleanUp(ctx, when)
  ctx.deposit(events.Canceled({ when, index }))
}

/**
 * Calls the task of a name off.
 *
 * refuses NotFound, BadOrigin
 */
export function cancelNamed(ctx: f.Context, origin: f.Origin, name: f.H256): void {
  const address = storage.Lookup.take(ctx, name)
  f.ensure(address !== undefined, errors.NotFound)
  const [when, index] = address
  const task = storage.Agenda.get(ctx, when)[index]
  if (task !== undefined) {
    ensurePrivilege(origin, task)
    storage.Retries.remove(ctx, address)
    preimage.drop(ctx, task.call)
  }
  emptySlot(ctx, address)
  cleanUp(ctx, when)
  ctx.deposit(events.Canceled({ when, index }))
}
