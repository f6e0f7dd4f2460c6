/** Orders: their ids, limits, amounts and how far they are filled. */
import * as f from '@taonet/frame'
import { palletAccount } from '../../common/pallet-account.ts'
import type { Tao } from '../../common/units.ts'
import { PalletId } from './constants.ts'
import * as storage from './storage.ts'
import { type Order, type OrderStatus, type SignedOrder, VersionedOrder } from './types.ts'

/** The account that stands between buyers and sellers of a batch. */
export const middleman = (ctx: f.Context): f.AccountId => palletAccount(PalletId.get(ctx))

/** shape   blake2_256 of the order's SCALE */
export const orderId = (order: VersionedOrder): f.H256 =>
  f.toHex(f.blake2_256(VersionedOrder.encode(order)))

export const isBuy = ({ order_type }: Order): boolean => order_type === 'LimitBuy'

/** What of an order is to be executed now: TAO of a purchase, alpha of a sale. */
export const amountOf = ({ order, partial_fill }: SignedOrder): bigint =>
  partial_fill ?? order.value.amount

/**
 * The price that the pool may not pass: any price, unless the order limits its slippage.
 *
 * units   rao for one alpha
 */
export function swapLimit(order: Order): Tao {
  const { limit_price, max_slippage } = order
  if (max_slippage === undefined) return isBuy(order) ? f.satU64.MAX : 0n
  const distance = f.perbill.mulFloor(max_slippage, limit_price)
  const { add, sub } = f.satU64
  return isBuy(order) ? add(limit_price, distance) : sub(limit_price, distance)
}

/** Notes how far an order is filled once `fill` of it is; without `fill` it is done. */
export function noteFilled(
  ctx: f.Context,
  id: f.H256,
  { fill, amount }: { fill: bigint | undefined; amount: bigint },
): void {
  storage.Orders.set(ctx, id, statusAfter(storage.Orders.get(ctx, id), fill, amount))
}

function statusAfter(
  before: OrderStatus | undefined,
  fill: bigint | undefined,
  amount: bigint,
): OrderStatus {
  if (fill === undefined) return { type: 'Fulfilled' }
  const filled = before?.type === 'PartiallyFilled' ? before.value : 0n
  const total = f.satU64.add(filled, fill)
  return total >= amount ? { type: 'Fulfilled' } : { type: 'PartiallyFilled', value: total }
}
