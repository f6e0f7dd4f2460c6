/** Running a call with an origin. */
import type { ResultOf } from '../codec/index.ts'
import { type CallValue, type PostInfo, RefusedWithPost } from './call.ts'
import type { Context } from './context.ts'
import { DispatchError, type DispatchErrorWire, ensure, LimitReached } from './error.ts'
import { isRoot, type Origin } from './origin.ts'

export type Outcome =
  | { readonly ok: true; readonly post: PostInfo }
  | { readonly ok: false; readonly error: DispatchError; readonly post: PostInfo }

const NOTHING: PostInfo = {}

/**
 * Runs a call as its origin may: filters first, then the runtime's guards (root passes both), then
 * the call in a storage layer. Throws the refusal.
 */
export function dispatch(ctx: Context, origin: Origin, value: CallValue): PostInfo {
  if (!isRoot(origin)) {
    ctx.runtime.ensureCallable(ctx, value)
    for (const filter of origin.filters) ctx.runtime.ensureFiltered(filter(ctx, value))
    ctx.runtime.guard(ctx, origin, value)
  }
  return dispatchBypassingFilter(ctx, origin, value)
}

/** How many calls may run within each other: each has a storage layer of its own. */
const MAX_LAYERS = 255

/**
 * Like `dispatch`, without the call filters and the guards.
 *
 * refuses LimitReached beside what the call refuses
 * source  polkadot-sdk substrate/frame/support/src/storage/transactional.rs TRANSACTIONAL_LIMIT
 */
export function dispatchBypassingFilter(ctx: Context, origin: Origin, value: CallValue): PostInfo {
  const { def } = ctx.runtime.findCall(value)
  ensure(ctx.callDepth < MAX_LAYERS, LimitReached)
  ctx.callDepth++
  try {
    return ctx.layer(
      () => def.run(ctx, def.origin(origin, ctx, value.args), value.args, origin) ?? NOTHING,
    )
  } finally {
    ctx.callDepth--
  }
}

/** Runs `attempt` and gives its refusal as a value. Anything that is no refusal goes on up. */
export function outcomeOf(attempt: () => PostInfo): Outcome {
  try {
    return { ok: true, post: attempt() }
  } catch (error) {
    if (error instanceof RefusedWithPost) return { ok: false, error: error.error, post: error.post }
    if (error instanceof DispatchError) return { ok: false, error, post: NOTHING }
    throw error
  }
}

/** The refusal without its weight, for callers that only report it. */
export const plainError = (error: unknown): DispatchError => {
  if (error instanceof RefusedWithPost) return error.error
  if (error instanceof DispatchError) return error
  throw error
}

/** A dispatch's result as events and storage carry it. */
export type DispatchResult = ResultOf<null, DispatchErrorWire>
export const wireResult = (outcome: Outcome): DispatchResult =>
  outcome.ok ? { ok: true, value: null } : { ok: false, error: outcome.error.toWire() }
