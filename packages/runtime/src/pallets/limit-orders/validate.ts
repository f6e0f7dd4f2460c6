/** Whether an order may be executed now. */
import * as f from '@taonet/frame'
import { ChainId } from '../evm-chain-id/storage.ts'
import { ROOT } from '../subtensor/subnets/exists.ts'
import { Now } from '../timestamp/storage.ts'
import * as errors from './errors.ts'
import * as storage from './storage.ts'
import { type Order, type OrderStatus, type SignedOrder, VersionedOrder } from './types.ts'

const RAO_PER_ALPHA = f.U64F64.fromInt(1_000_000_000)

/** What an order is held against. */
export interface Market {
  readonly relayer: f.AccountId
  /** TAO for one alpha. */
  readonly price: f.U64F64
}

function isSigned({ order, signature }: SignedOrder): boolean {
  if (signature.type !== 'Sr25519') return false
  const message = VersionedOrder.encode(order)
  const [bytes, key] = [f.fromHex(signature.value), f.fromHex(order.value.signer)]
  return f.verifySr25519(bytes, message, key)
}

/** Buyers wait for a low price, as do those who stop a loss; others for a high one. */
function isPriceMet({ order_type, limit_price }: Order, price: f.U64F64): boolean {
  const now = f.U64F64.toU64(f.U64F64.mul(price, RAO_PER_ALPHA))
  return order_type === 'TakeProfit' ? now >= limit_price : now <= limit_price
}

/** refuses RelayerRequiredForPartialFill, PartialFillsNotEnabled, IncorrectPartialFillAmount */
function ensureFill({ order, partial_fill }: SignedOrder, status: OrderStatus | undefined): void {
  const { amount, relayer, partial_fills_enabled } = order.value
  const filled = status?.type === 'PartiallyFilled' ? status.value : undefined
  if (partial_fill === undefined) {
    f.ensure(filled === undefined, errors.IncorrectPartialFillAmount)
    return
  }
  f.ensure(relayer !== undefined, errors.RelayerRequiredForPartialFill)
  f.ensure(partial_fills_enabled, errors.PartialFillsNotEnabled)
  const rest = f.satU64.sub(amount, filled ?? 0n)
  const isWithin = partial_fill > 0n && partial_fill <= rest
  f.ensure(isWithin, errors.IncorrectPartialFillAmount)
}

/**
 * Refuses an order that may not be executed.
 *
 * refuses RootNetUidNotAllowed, ChainIdMismatch, InvalidSignature, OrderAlreadyProcessed,
 *         OrderCancelled, OrderExpired, PriceConditionNotMet, RelayerMissMatch,
 *         RelayerRequiredForPartialFill, PartialFillsNotEnabled, IncorrectPartialFillAmount
 * source  opentensor/subtensor pallets/limit-orders/src/lib.rs is_order_valid
 */
export function ensureValid(
  ctx: f.Context,
  signed: SignedOrder,
  id: f.H256,
  { relayer, price }: Market,
): void {
  const order = signed.order.value
  f.ensure(order.netuid !== ROOT, errors.RootNetUidNotAllowed)
  f.ensure(order.chain_id === ChainId.get(ctx), errors.ChainIdMismatch)
  f.ensure(isSigned(signed), errors.InvalidSignature)
  const status = storage.Orders.get(ctx, id)
  f.ensure(status?.type !== 'Fulfilled', errors.OrderAlreadyProcessed)
  f.ensure(status?.type !== 'Cancelled', errors.OrderCancelled)
  f.ensure(Now.get(ctx) <= order.expiry, errors.OrderExpired)
  f.ensure(isPriceMet(order, price), errors.PriceConditionNotMet)
  f.ensure(order.relayer?.includes(relayer) ?? true, errors.RelayerMissMatch)
  ensureFill(signed, status)
}
