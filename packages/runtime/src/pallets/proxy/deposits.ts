/** Deposits for proxies and announcements: reserved by who has them. */
import * as f from '@taonet/frame'
import type { Tao } from '../../common/units.ts'
import * as balances from '../balances/index.ts'
import * as constants from './constants.ts'

/** What a list of `count` entries costs; nothing when it is empty. */
function price(base: Tao, factor: Tao, count: number): Tao {
  return count === 0 ? 0n : f.satU64.add(base, f.satU64.mul(factor, BigInt(count)))
}

export const proxiesPrice = (ctx: f.Context, count: number): Tao =>
  price(constants.ProxyDepositBase.get(ctx), constants.ProxyDepositFactor.get(ctx), count)

export const announcementsPrice = (ctx: f.Context, count: number): Tao =>
  price(
    constants.AnnouncementDepositBase.get(ctx),
    constants.AnnouncementDepositFactor.get(ctx),
    count,
  )

/**
 * Reserves or frees the difference between two prices; gives the new one.
 *
 * refuses InsufficientBalance
 */
export function settle(ctx: f.Context, who: f.AccountId, before: Tao, after: Tao): Tao {
  if (after > before) balances.reserve(ctx, who, after - before)
  if (after < before) balances.unreserve(ctx, who, before - after)
  return after
}
