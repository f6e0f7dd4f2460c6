/** Grandpa's authorities, and how they change. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import * as storage from './storage.ts'
import type { GrandpaId } from './types.ts'

/** Keys with their votes. */
export type AuthorityList = readonly [key: GrandpaId, votes: bigint][]

const wrapping = (n: number): number => n >>> 0

/** Authorities of the first set; without any the set stays empty. */
export function genesis(ctx: f.Context, authorities: AuthorityList): void {
  storage.CurrentSetId.set(ctx, 0n)
  if (authorities.length > 0) storage.Authorities.set(ctx, [...authorities])
  storage.SetIdSession.set(ctx, 0n, 0)
}

/** What to change to, in how many blocks, and whether by force. */
export interface Change {
  readonly next_authorities: AuthorityList
  readonly delay: number
  /** Median of the last finalized blocks; only of a forced change. */
  readonly forced: number | undefined
}

/**
 * Plans a change of authorities.
 *
 * refuses ChangePending, TooSoon
 * source  polkadot-sdk substrate/frame/grandpa/src/lib.rs schedule_change
 */
export function scheduleChange(ctx: f.Context, change: Change): void {
  f.ensure(!storage.PendingChange.has(ctx), errors.ChangePending)
  const scheduled_at = ctx.block
  if (change.forced !== undefined) {
    f.ensure((storage.NextForced.get(ctx) ?? 0) <= scheduled_at, errors.TooSoon)
    storage.NextForced.set(ctx, wrapping(scheduled_at + change.delay * 2))
  }
  storage.PendingChange.set(ctx, {
    scheduled_at,
    delay: change.delay,
    next_authorities: [...change.next_authorities],
    forced: change.forced,
  })
}

/** The block in which something planned happens. */
export const dueAt = (planned: { scheduled_at: number; delay: number }): number =>
  wrapping(planned.scheduled_at + planned.delay)
