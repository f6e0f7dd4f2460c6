/** Agendas: what is planned for a block. */
import * as f from '@taonet/frame'
import { MaxScheduledPerBlock } from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import type { Scheduled } from './types.ts'

/** A block, and a place in its agenda. */
export type TaskAddress = [when: number, index: number]
/** Blocks between repetitions, and how many there are. */
export type Period = [blocks: number, count: number]
/** At a block, or after some blocks. */
export type DispatchTime = { readonly at: number } | { readonly after: number }

/**
 * The block that a time means.
 *
 * refuses TargetBlockNumberInPast
 */
export function resolveTime(ctx: f.Context, time: DispatchTime): number {
  const when = 'at' in time ? time.at : f.satU32.add(f.satU32.add(ctx.block, time.after), 1)
  f.ensure(when > ctx.block, errors.TargetBlockNumberInPast)
  return when
}

/** Writes a task at the end of an agenda, or into a hole of a full one. */
function push(ctx: f.Context, when: number, task: Scheduled): number {
  const agenda = storage.Agenda.get(ctx, when).slice()
  const isFull = agenda.length >= MaxScheduledPerBlock.get(ctx)
  const index = isFull ? agenda.indexOf(undefined) : agenda.length
  f.ensure(index >= 0, f.Exhausted)
  agenda[index] = task
  storage.Agenda.set(ctx, when, agenda)
  return index
}

/**
 * Plans a task.
 *
 * refuses Exhausted when the block's agenda is full
 */
export function placeTask(ctx: f.Context, when: number, task: Scheduled): TaskAddress {
  const index = push(ctx, when, task)
  if (task.maybe_id !== undefined) storage.Lookup.set(ctx, task.maybe_id, [when, index])
  ctx.deposit(events.Scheduled({ when, index }))
  return [when, index]
}

/** Cuts the holes at an agenda's end off, and the whole agenda if there is nothing else. */
export function cleanUp(ctx: f.Context, when: number): void {
  const agenda = storage.Agenda.get(ctx, when)
  const last = agenda.findLastIndex((task) => task !== undefined)
  if (last < 0) storage.Agenda.remove(ctx, when)
  else if (last < agenda.length - 1) storage.Agenda.set(ctx, when, agenda.slice(0, last + 1))
}

const isSame = (a: f.CallerValue, b: f.CallerValue): boolean =>
  f.equalBytes(f.OriginCaller.encode(a), f.OriginCaller.encode(b))

/** Refuses to touch what another origin planned; root may touch everything. */
export function ensurePrivilege(origin: f.Origin, task: Scheduled): void {
  f.ensure(f.isRoot(origin) || isSame(origin.caller, task.origin), f.BadOrigin)
}

/**
 * The task at an address.
 *
 * refuses NotFound, BadOrigin
 */
export function ownTask(ctx: f.Context, origin: f.Origin, [when, index]: TaskAddress): Scheduled {
  const task = storage.Agenda.get(ctx, when)[index]
  f.ensure(task !== undefined, errors.NotFound)
  ensurePrivilege(origin, task)
  return task
}
