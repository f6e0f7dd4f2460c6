/** Hooks of Grandpa: planned changes are announced, and done when they are due. */
import * as f from '@taonet/frame'
import { dueAt } from './authorities.ts'
import * as events from './events.ts'
import { depositLog } from './logs.ts'
import * as storage from './storage.ts'

function changeAuthorities(ctx: f.Context): void {
  const pending = storage.PendingChange.get(ctx)
  if (pending === undefined) return
  const { next_authorities, delay, forced } = pending
  if (ctx.block === pending.scheduled_at) {
    const change = { next_authorities, delay }
    depositLog(
      ctx,
      forced === undefined
        ? { type: 'ScheduledChange', value: change }
        : { type: 'ForcedChange', value: [forced, change] },
    )
  }
  if (ctx.block !== dueAt(pending)) return
  storage.Authorities.set(ctx, next_authorities)
  ctx.deposit(events.NewAuthorities({ authority_set: next_authorities }))
  storage.PendingChange.remove(ctx)
}

function changeState(ctx: f.Context): void {
  const state = storage.State.get(ctx)
  if (state.type !== 'PendingPause' && state.type !== 'PendingResume') return
  const isPause = state.type === 'PendingPause'
  const { scheduled_at, delay } = state.value
  if (ctx.block === scheduled_at)
    depositLog(ctx, { type: isPause ? 'Pause' : 'Resume', value: delay })
  if (ctx.block !== dueAt(state.value)) return
  storage.State.set(ctx, { type: isPause ? 'Paused' : 'Live' })
  ctx.deposit(isPause ? events.Paused({}) : events.Resumed({}))
}

/** source  polkadot-sdk substrate/frame/grandpa/src/lib.rs on_finalize */
export function on_finalize(ctx: f.Context): void {
  changeAuthorities(ctx)
  changeState(ctx)
}

/**
 * No call of this pallet may come unsigned: a report of double votes takes a proof of a type without
 * values, so none decodes.
 *
 * refuses Call
 * source  polkadot-sdk substrate/frame/grandpa/src/equivocation.rs ValidateUnsigned
 */
export function validate_unsigned(): f.UnsignedValidity {
  throw f.invalid({ type: 'Call' })
}
