/** Events of LimitOrders, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { OrderSide, OrderType } from './types.ts'

export const OrderExecuted = f.event(0, {
  order_id: f.H256,
  signer: f.AccountId,
  netuid: f.u16,
  order_type: OrderType,
  amount_in: f.u64,
  amount_out: f.u64,
})
export const OrderSkipped = f.event(1, { order_id: f.H256, reason: f.DispatchErrorWire })
export const OrderCancelled = f.event(2, { order_id: f.H256, signer: f.AccountId })
export const GroupExecutionSummary = f.event(3, {
  netuid: f.u16,
  net_side: OrderSide,
  net_amount: f.u64,
  actual_out: f.u64,
  executed_count: f.u32,
})
export const LimitOrdersPalletStatusChanged = f.event(4, { enabled: f.bool })
