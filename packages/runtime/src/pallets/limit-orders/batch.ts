/** Executing orders together: purchases against sales, and only the rest against the pool. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../common/units.ts'
import { buyAlpha, sellAlpha, transferStakedAlpha } from '../subtensor/staking/order-swap.ts'
import { ROOT } from '../subtensor/subnets/exists.ts'
import { currentAlphaPrice } from '../swap/pool.ts'
import { PalletHotkey } from './constants.ts'
import { distributeAlpha, distributeTao, payFees } from './distribute.ts'
import { classify, type Entries, type Entry } from './entries.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { middleman } from './order.ts'
import { alphaToTao, type Batch, taoToAlpha, u64 } from './totals.ts'
import { pay } from './transfer.ts'
import type { OrderSide, SignedOrder } from './types.ts'

const sum = (entries: readonly Entry[]): bigint =>
  entries.reduce((total, { net }) => total + net, 0n)

/** Takes what everyone gives into the pallet's own account. */
function collect(ctx: f.Context, { buys, sells }: Entries, { netuid, own }: Batch): void {
  for (const { order, gross } of buys) pay(ctx, order.signer, own.coldkey, gross)
  const checks = { validateSender: true, validateReceiver: false }
  for (const { order, gross } of sells) {
    const from = { hotkey: order.hotkey, coldkey: order.signer, netuid }
    transferStakedAlpha(ctx, { from, to: own }, gross, checks)
  }
}

/** The tightest of all limits on the side that is larger. */
function tightestLimit({ buys, sells }: Entries, side: OrderSide): bigint {
  let tightest = side === 'Buy' ? f.satU64.MAX : 0n
  for (const { limit } of side === 'Buy' ? buys : sells)
    if (side === 'Buy' ? limit < tightest : limit > tightest) tightest = limit
  return tightest
}

/** What is left of the larger side when the smaller one is taken off, at today's price. */
function residual({ side, buyNet, sellNet, sellTao, price }: Batch): bigint {
  if (side === 'Buy') return u64(buyNet - sellTao)
  return u64(f.satU128.sub(sellNet, taoToAlpha(buyNet, price)))
}

/**
 * Trades the rest with the pool; gives what came out.
 *
 * refuses SwapReturnedZero, and as `buyAlpha` and `sellAlpha`
 */
function swapResidual(ctx: f.Context, batch: Batch, limitPrice: bigint): bigint {
  const amount = residual(batch)
  if (amount === 0n) return 0n
  const position = { ...batch.own, netuid: batch.netuid }
  const trade = batch.side === 'Buy' ? buyAlpha : sellAlpha
  const out = trade(ctx, position, { amount, limitPrice, validate: false })
  f.ensure(out > 0n, errors.SwapReturnedZero)
  return out
}

function totalsOf(
  ctx: f.Context,
  netuid: NetUid,
  { buys, sells }: Entries,
  price: f.U64F64,
): Batch {
  const [buyNet, sellNet] = [sum(buys), sum(sells)]
  const sellTao = alphaToTao(sellNet, price)
  const side = buyNet >= sellTao ? 'Buy' : 'Sell'
  const own = { coldkey: middleman(ctx), hotkey: PalletHotkey.get(ctx) }
  return { netuid, price, buyNet, sellNet, sellTao, side, own }
}

/** What the event calls the traded amount; of sales both numbers are cut to 64 bits first. */
function netAmount({ side, buyNet, sellNet, sellTao, price }: Batch): bigint {
  if (side === 'Buy') return u64(buyNet - sellTao)
  return f.satU64.sub(u64(sellNet), u64(taoToAlpha(buyNet, price)))
}

/**
 * Executes orders of one subnet together, all or none.
 *
 * refuses RootNetUidNotAllowed, ArithmeticOverflow, SwapReturnedZero, ZeroShareInBatch; as `classify`,
 *         `buyAlpha`, `sellAlpha`, `transferStakedAlpha` and transfers do
 * source  opentensor/subtensor pallets/limit-orders/src/lib.rs do_execute_batched_orders
 */
export function executeBatch(
  ctx: f.Context,
  relayer: f.AccountId,
  netuid: NetUid,
  orders: readonly SignedOrder[],
): void {
  f.ensure(netuid !== ROOT, errors.RootNetUidNotAllowed)
  const price = currentAlphaPrice(ctx, netuid)
  const entries = classify(ctx, netuid, orders, { relayer, price })
  if (orders.length === 0) return
  const batch = totalsOf(ctx, netuid, entries, price)
  collect(ctx, entries, batch)
  const actual_out = swapResidual(ctx, batch, tightestLimit(entries, batch.side))
  distributeAlpha(ctx, entries.buys, batch, actual_out)
  const sellFees = distributeTao(ctx, entries.sells, batch, actual_out)
  payFees(ctx, entries.buys, sellFees, batch)
  ctx.deposit(
    events.GroupExecutionSummary({
      netuid,
      net_side: batch.side,
      net_amount: netAmount(batch),
      actual_out,
      executed_count: orders.length,
    }),
  )
}
