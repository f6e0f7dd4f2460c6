/** Wire types of LimitOrders, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const OrderStatus = f.variant('pallet_limit_orders::OrderStatus', {
  Fulfilled: [0],
  PartiallyFilled: [1, f.u64],
  Cancelled: [2],
})
export type OrderStatus = f.Value<typeof OrderStatus>

export const OrderType = f.enumeration('pallet_limit_orders::OrderType', {
  LimitBuy: 0,
  TakeProfit: 1,
  StopLoss: 2,
})
export type OrderType = f.Value<typeof OrderType>

export const OrderSide = f.enumeration('pallet_limit_orders::OrderSide', { Buy: 0, Sell: 1 })
export type OrderSide = f.Value<typeof OrderSide>

export const Order = f.struct(f.generic('pallet_limit_orders::Order', { AccountId: f.AccountId }), {
  signer: f.AccountId,
  hotkey: f.AccountId,
  netuid: f.u16,
  order_type: OrderType,
  amount: f.u64,
  limit_price: f.u64,
  expiry: f.u64,
  fee_rate: f.PerbillBits,
  fee_recipient: f.AccountId,
  relayer: f.option(f.boundedVec(f.AccountId, 10)),
  max_slippage: f.option(f.PerbillBits),
  chain_id: f.u64,
  partial_fills_enabled: f.bool,
})
export type Order = f.Value<typeof Order>

export const VersionedOrder = f.variant(
  f.generic('pallet_limit_orders::VersionedOrder', { AccountId: f.AccountId }),
  {
    V1: [0, Order],
  },
)
export type VersionedOrder = f.Value<typeof VersionedOrder>

export const SignedOrder = f.struct(
  f.generic('pallet_limit_orders::SignedOrder', { AccountId: f.AccountId }),
  {
    order: VersionedOrder,
    signature: f.MultiSignature,
    partial_fill: f.option(f.u64),
  },
)
export type SignedOrder = f.Value<typeof SignedOrder>
