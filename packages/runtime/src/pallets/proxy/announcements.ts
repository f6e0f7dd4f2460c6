/** Announcements: calls that a proxy with a delay has to make known first. */
import * as f from '@taonet/frame'
import { MaxPending } from './constants.ts'
import { announcementsPrice, settle } from './deposits.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import type { Announcement } from './types.ts'

/** The account to act for, and the hash of the call to make. */
export interface Announced {
  readonly real: f.AccountId
  readonly call_hash: f.H256
}

/**
 * Announces a call.
 *
 * refuses NotProxy, TooMany, InsufficientBalance
 */
export function announce(ctx: f.Context, who: f.AccountId, { real, call_hash }: Announced): void {
  const [proxies] = storage.Proxies.get(ctx, real)
  const isProxy = proxies.some(({ delegate }) => delegate === who)
  f.ensure(isProxy, errors.NotProxy)
  const [before, deposit] = storage.Announcements.get(ctx, who)
  f.ensure(before.length < MaxPending.get(ctx), errors.TooMany)
  const pending = [...before, { real, call_hash, height: ctx.block }]
  const price = settle(ctx, who, deposit, announcementsPrice(ctx, pending.length))
  storage.Announcements.set(ctx, who, [pending, price])
  ctx.deposit(events.Announced({ real, proxy: who, call_hash }))
}

/**
 * Takes the announcements of a proxy away that `isGone` says.
 *
 * refuses NotFound when there are none
 */
export function removeAnnouncements(
  ctx: f.Context,
  delegate: f.AccountId,
  isGone: (announcement: Announcement) => boolean,
): void {
  const [before, deposit] = storage.Announcements.get(ctx, delegate)
  const pending = before.filter((announcement) => !isGone(announcement))
  f.ensure(pending.length < before.length, errors.NotFound)
  const price = settle(ctx, delegate, deposit, announcementsPrice(ctx, pending.length))
  storage.Announcements.put(ctx, delegate, pending.length > 0 ? [pending, price] : undefined)
}
