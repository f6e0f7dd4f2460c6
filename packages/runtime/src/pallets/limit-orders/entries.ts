/** The orders of a batch, checked and sorted into purchases and sales. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../common/units.ts'
import * as errors from './errors.ts'
import { amountOf, isBuy, orderId, swapLimit } from './order.ts'
import type { Order, SignedOrder } from './types.ts'
import { ensureValid, type Market } from './validate.ts'

/** One order of a batch. */
export interface Entry {
  readonly id: f.H256
  readonly order: Order
  readonly fill: bigint | undefined
  /** What the signer gives: TAO of a purchase, alpha of a sale. */
  readonly gross: bigint
  /** What of that is traded: a purchase pays its fee from it. */
  readonly net: bigint
  readonly limit: bigint
}

/** Purchases and sales, each in the order in which they were given. */
export interface Entries {
  readonly buys: readonly Entry[]
  readonly sells: readonly Entry[]
}

function entryOf(signed: SignedOrder, id: f.H256): Entry {
  const order = signed.order.value
  const gross = amountOf(signed)
  const net = isBuy(order) ? gross - f.perbill.mulFloor(order.fee_rate, gross) : gross
  return { id, order, fill: signed.partial_fill, gross, net, limit: swapLimit(order) }
}

/**
 * Checks all orders of a batch.
 *
 * refuses DuplicateOrderInBatch, OrderNetUidMismatch, and as `ensureValid`
 * source  opentensor/subtensor pallets/limit-orders/src/lib.rs validate_and_classify
 */
export function classify(
  ctx: f.Context,
  netuid: NetUid,
  orders: readonly SignedOrder[],
  market: Market,
): Entries {
  const seen = new Set<f.H256>()
  const entries = orders.map((signed) => {
    const id = orderId(signed.order)
    f.ensure(!seen.has(id), errors.DuplicateOrderInBatch)
    seen.add(id)
    f.ensure(signed.order.value.netuid === netuid, errors.OrderNetUidMismatch)
    ensureValid(ctx, signed, id, market)
    return entryOf(signed, id)
  })
  return {
    buys: entries.filter(({ order }) => isBuy(order)),
    sells: entries.filter(({ order }) => !isBuy(order)),
  }
}
