/** Executing orders one by one, each against the pool. */
import * as f from '@taonet/frame'
import { attempt } from '../../common/attempt.ts'
import { buyAlpha, sellAlpha } from '../subtensor/staking/order-swap.ts'
import { currentAlphaPrice } from '../swap/pool.ts'
import * as events from './events.ts'
import { amountOf, isBuy, noteFilled, orderId, swapLimit } from './order.ts'
import { payFee } from './transfer.ts'
import type { Order, SignedOrder } from './types.ts'
import { ensureValid } from './validate.ts'

/** What went into a swap, and what came out; without the fee, which is always in TAO. */
interface Swapped {
  readonly amount_in: bigint
  readonly amount_out: bigint
}

/** Buys with what the fee leaves over, or sells all and takes the fee off the proceeds. */
function swap(ctx: f.Context, order: Order, amount: bigint): Swapped {
  const { signer, hotkey, netuid, fee_rate, fee_recipient } = order
  const position = { hotkey, coldkey: signer, netuid }
  const terms = { limitPrice: swapLimit(order), validate: true }
  if (isBuy(order)) {
    const fee = f.perbill.mulFloor(fee_rate, amount)
    const amount_in = amount - fee
    const amount_out = buyAlpha(ctx, position, { amount: amount_in, ...terms })
    payFee(ctx, signer, fee_recipient, fee)
    return { amount_in, amount_out }
  }
  const proceeds = sellAlpha(ctx, position, { amount, ...terms })
  const fee = f.perbill.mulFloor(fee_rate, proceeds)
  payFee(ctx, signer, fee_recipient, fee)
  return { amount_in: amount, amount_out: proceeds - fee }
}

/** source  opentensor/subtensor pallets/limit-orders/src/lib.rs try_execute_order */
function executeOne(
  ctx: f.Context,
  signed: SignedOrder,
  order_id: f.H256,
  relayer: f.AccountId,
): void {
  const order = signed.order.value
  const { signer, netuid, order_type, amount } = order
  const price = currentAlphaPrice(ctx, netuid)
  ensureValid(ctx, signed, order_id, { relayer, price })
  const swapped = swap(ctx, order, amountOf(signed))
  noteFilled(ctx, order_id, { fill: signed.partial_fill, amount })
  ctx.deposit(events.OrderExecuted({ order_id, signer, netuid, order_type, ...swapped }))
}

/**
 * Executes orders. One that cannot be is reported and passed over, or refuses all of them.
 *
 * refuses if `shouldFail`, as `ensureValid`, `buyAlpha`, `sellAlpha` and transfers do
 */
export function executeOrders(
  ctx: f.Context,
  relayer: f.AccountId,
  orders: readonly SignedOrder[],
  shouldFail: boolean,
): void {
  for (const signed of orders) {
    const order_id = orderId(signed.order)
    const run = () => ctx.layer(() => executeOne(ctx, signed, order_id, relayer))
    const executed = attempt(run)
    if (executed.ok) continue
    if (shouldFail) throw executed.error
    ctx.deposit(events.OrderSkipped({ order_id, reason: executed.error.toWire() }))
  }
}
