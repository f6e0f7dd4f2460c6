/** Doing what is planned: agendas that are due, task by task. */
import * as f from '@taonet/frame'
import { attempt } from '../../common/attempt.ts'
import { WeightMeter } from '../../common/weight-meter.ts'
import * as preimage from '../preimage/index.ts'
import { placeTask, type TaskAddress } from './agenda.ts'
import { MaximumWeight, MaxScheduledPerBlock } from './constants.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import type { RetryConfig, Scheduled } from './types.ts'
import * as weights from './weights.ts'

/** Done; left where it is because its call cannot be had; or put off to a later block. */
type Served = 'Done' | 'Unavailable' | 'Overweight'

const kindOf = (task: Scheduled, lookup: number | undefined): weights.TaskKind => ({
  lookup,
  isNamed: task.maybe_id !== undefined,
  isPeriodic: task.maybe_periodic !== undefined,
})

/** The work of one block. */
interface Round {
  readonly ctx: f.Context
  readonly meter: WeightMeter
  /** Tasks that ran so far. */
  executed: number
}

/** Runs a task's call, unless that could go beyond the limit. */
function execute(
  { ctx, meter }: Round,
  caller: f.CallerValue,
  call: f.CallValue,
): f.Outcome | undefined {
  const origin: f.Origin = { caller, filters: [] }
  const base =
    f.signer(origin) === undefined
      ? weights.execute_dispatch_unsigned
      : weights.execute_dispatch_signed
  const announced = f.callWeight(ctx, call)
  if (!meter.canConsume(f.addWeight(base, announced))) return undefined
  const outcome = f.outcomeOf(() => f.dispatch(ctx, origin, call))
  meter.tryConsume(base)
  meter.tryConsume(outcome.post.actual_weight ?? announced)
  return outcome
}

/** Plans a failed task once more, without its name and its repetitions. */
function retry({ ctx, meter }: Round, at: TaskAddress, task: Scheduled, config: RetryConfig): void {
  if (!meter.tryConsume(weights.schedule_retry(MaxScheduledPerBlock.get(ctx)))) {
    ctx.deposit(events.RetryFailed({ task: at, id: task.maybe_id }))
    return
  }
  if (config.remaining === 0) return
  const wake = f.satU32.add(ctx.block, config.period)
  const again: Scheduled = { ...task, maybe_id: undefined, maybe_periodic: undefined }
  const placed = attempt(() => placeTask(ctx, wake, again))
  if (placed.ok) {
    storage.Retries.set(ctx, placed.value, { ...config, remaining: config.remaining - 1 })
    return
  }
  preimage.drop(ctx, again.call)
  // what found no room is the other try, which has no name
  ctx.deposit(events.RetryFailed({ task: at, id: again.maybe_id }))
}

/** Plans the next repetition, if there is one. */
function repeat(
  { ctx }: Round,
  at: TaskAddress,
  task: Scheduled,
  config: RetryConfig | undefined,
): void {
  if (task.maybe_periodic === undefined) {
    preimage.drop(ctx, task.call)
    return
  }
  const [period, count] = task.maybe_periodic
  const maybe_periodic: [number, number] | undefined = count > 1 ? [period, count - 1] : undefined
  const wake = f.satU32.add(ctx.block, period)
  const placed = attempt(() => placeTask(ctx, wake, { ...task, maybe_periodic }))
  if (placed.ok) {
    if (config) storage.Retries.set(ctx, placed.value, config)
    return
  }
  preimage.drop(ctx, task.call)
  ctx.deposit(events.PeriodicFailed({ task: at, id: task.maybe_id }))
}

/** source  polkadot-sdk substrate/frame/scheduler/src/lib.rs service_task */
function serviceTask(round: Round, at: TaskAddress, task: Scheduled): Served {
  const { ctx, meter } = round
  const id = task.maybe_id
  if (id !== undefined) storage.Lookup.remove(ctx, id)
  const peeked = attempt(() => preimage.peek(ctx, task.call))
  if (!peeked.ok) {
    ctx.deposit(events.CallUnavailable({ task: at, id }))
    preimage.drop(ctx, task.call)
    meter.tryConsume(weights.service_task(kindOf(task, preimage.lookupLength(task.call))))
    return 'Unavailable'
  }
  const { call, lookedUp } = peeked.value
  meter.tryConsume(weights.service_task(kindOf(task, lookedUp)))
  const outcome = execute(round, task.origin, call)
  if (outcome === undefined) {
    if (round.executed > 0) return 'Overweight'
    preimage.drop(ctx, task.call)
    ctx.deposit(events.PermanentlyOverweight({ task: at, id }))
    return 'Unavailable'
  }
  const config = storage.Retries.take(ctx, at)
  ctx.deposit(events.Dispatched({ task: at, id, result: f.wireResult(outcome) }))
  if (config && !outcome.ok) retry(round, at, task, config)
  repeat(round, at, task, config)
  return 'Done'
}

/** Does the tasks of one agenda by priority; says whether none was put off. */
function serviceAgenda(round: Round, when: number): boolean {
  const { ctx, meter } = round
  const agenda = storage.Agenda.get(ctx, when).slice()
  const order = agenda
    .flatMap((task, index) => (task === undefined ? [] : [{ task, index }]))
    .sort((a, b) => a.task.priority - b.task.priority)
  meter.tryConsume(weights.service_agenda_base(order.length))
  let [postponed, dropped] = [0, 0]
  for (const { task, index } of order) {
    const kind = kindOf(task, preimage.lookupLength(task.call))
    if (!meter.canConsume(weights.service_task(kind))) {
      postponed++
      break
    }
    const served = serviceTask(round, [when, index], task)
    if (served === 'Unavailable') dropped++
    if (served === 'Overweight') postponed++
    if (served !== 'Done') continue
    round.executed++
    agenda[index] = undefined
  }
  if (postponed > 0 || dropped > 0) storage.Agenda.set(ctx, when, agenda)
  else storage.Agenda.remove(ctx, when)
  return postponed === 0
}

/**
 * Does what is due, also of earlier blocks that had no room.
 *
 * source  polkadot-sdk substrate/frame/scheduler/src/lib.rs service_agendas
 */
export function serviceAgendas(ctx: f.Context): f.Weight {
  const meter = new WeightMeter(MaximumWeight.get(ctx))
  if (!meter.tryConsume(weights.service_agendas_base)) return meter.consumed
  const now = ctx.block
  const round: Round = { ctx, meter, executed: 0 }
  const needed = weights.service_agenda_base(MaxScheduledPerBlock.get(ctx))
  let incomplete = now + 1
  let when = storage.IncompleteSince.take(ctx) ?? now
  for (; when <= now && meter.canConsume(needed); when++)
    if (!serviceAgenda(round, when)) incomplete = Math.min(incomplete, when)
  incomplete = Math.min(incomplete, when)
  if (incomplete <= now) {
    ctx.deposit(events.AgendaIncomplete({ when: incomplete }))
    storage.IncompleteSince.set(ctx, incomplete)
  }
  return meter.consumed
}
