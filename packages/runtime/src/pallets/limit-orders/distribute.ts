/** Giving the outcome of a batch to those who gave: pro rata, rounded down. */
import * as f from '@taonet/frame'
import type { Tao } from '../../common/units.ts'
import { transferStakedAlpha } from '../subtensor/staking/order-swap.ts'
import type { Entry } from './entries.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { noteFilled } from './order.ts'
import { alphaToTao, type Batch, taoToAlpha, u64 } from './totals.ts'
import { pay, payFee } from './transfer.ts'

/** Fees by who gets them, in the order of their first appearance. */
export type Fees = Map<f.AccountId, Tao>

function addFee(fees: Fees, recipient: f.AccountId, fee: Tao): void {
  if (fee > 0n) fees.set(recipient, f.satU64.add(fees.get(recipient) ?? 0n, fee))
}

/** A part of `total` as large as `part` is of `whole`. */
const shareOf = (total: bigint, part: bigint, whole: bigint): bigint =>
  whole === 0n ? 0n : u64(f.satU128.mul(total, part) / whole)

function note(ctx: f.Context, { id, order, fill, gross }: Entry, amount_out: bigint): void {
  const { signer, netuid, order_type, amount } = order
  noteFilled(ctx, id, { fill, amount })
  const amounts = { amount_in: gross, amount_out }
  ctx.deposit(events.OrderExecuted({ order_id: id, signer, netuid, order_type, ...amounts }))
}

/**
 * Gives every buyer a share of the alpha: what the pool gave and what was sold, or what the sellers'
 * alpha covered.
 *
 * refuses ZeroShareInBatch, ArithmeticOverflow, and as `transferStakedAlpha`
 */
export function distributeAlpha(
  ctx: f.Context,
  buys: readonly Entry[],
  { netuid, own, side, buyNet, sellNet, price }: Batch,
  fromPool: bigint,
): void {
  const total = side === 'Buy' ? fromPool + sellNet : taoToAlpha(buyNet, price)
  const checks = { validateSender: false, validateReceiver: true }
  for (const entry of buys) {
    const { signer, hotkey } = entry.order
    const share = shareOf(total, entry.net, buyNet)
    f.ensure(share > 0n, errors.ZeroShareInBatch)
    const move = { from: { ...own, netuid }, to: { hotkey, coldkey: signer } }
    transferStakedAlpha(ctx, move, share, checks)
    note(ctx, entry, share)
  }
}

/**
 * Pays every seller a share of the TAO, less the fee; gives the fees.
 *
 * refuses ZeroShareInBatch, and as transfers do
 */
export function distributeTao(
  ctx: f.Context,
  sells: readonly Entry[],
  { own, side, buyNet, sellTao, price }: Batch,
  fromPool: bigint,
): Fees {
  const total = side === 'Sell' ? fromPool + buyNet : sellTao
  const fees: Fees = new Map()
  for (const entry of sells) {
    const { signer, fee_rate, fee_recipient } = entry.order
    const gross = shareOf(total, alphaToTao(entry.net, price), sellTao)
    const fee = f.perbill.mulFloor(fee_rate, gross)
    const share = gross - fee
    f.ensure(share > 0n, errors.ZeroShareInBatch)
    addFee(fees, fee_recipient, fee)
    pay(ctx, own.coldkey, signer, share)
    note(ctx, entry, share)
  }
  return fees
}

/** Pays all fees, each recipient at once: those of sales first, then those of purchases. */
export function payFees(
  ctx: f.Context,
  buys: readonly Entry[],
  sellFees: Fees,
  { own }: Batch,
): void {
  const fees: Fees = new Map(sellFees)
  for (const { order, gross, net } of buys) addFee(fees, order.fee_recipient, gross - net)
  for (const [recipient, fee] of fees) payFee(ctx, own.coldkey, recipient, fee)
}
