/** Bringing deposits to today's prices. */
import type * as f from '@taonet/frame'
import { announcementsPrice, proxiesPrice, settle } from './deposits.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import type { DepositKind } from './types.ts'

/** Settles one deposit; says whether it changed. */
function poke(
  ctx: f.Context,
  who: f.AccountId,
  kind: DepositKind,
  [old_deposit, price]: readonly [before: bigint, after: bigint],
): boolean {
  const new_deposit = settle(ctx, who, old_deposit, price)
  if (new_deposit === old_deposit) return false
  ctx.deposit(events.DepositPoked({ who, kind, old_deposit, new_deposit }))
  return true
}

/**
 * Settles an account's deposits; says whether one of them changed.
 *
 * refuses InsufficientBalance
 */
export function pokeDeposits(ctx: f.Context, who: f.AccountId): boolean {
  const [proxies, forProxies] = storage.Proxies.get(ctx, who)
  const proxyPrice = proxiesPrice(ctx, proxies.length)
  const isFirst = poke(ctx, who, 'Proxies', [forProxies, proxyPrice])
  storage.Proxies.put(ctx, who, proxies.length > 0 ? [proxies, proxyPrice] : undefined)
  const [pending, forPending] = storage.Announcements.get(ctx, who)
  const pendingPrice = announcementsPrice(ctx, pending.length)
  const isSecond = poke(ctx, who, 'Announcements', [forPending, pendingPrice])
  storage.Announcements.put(ctx, who, pending.length > 0 ? [pending, pendingPrice] : undefined)
  return isFirst || isSecond
}
