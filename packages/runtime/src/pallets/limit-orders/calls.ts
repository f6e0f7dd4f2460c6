/** Calls of LimitOrders. */
import * as f from '@taonet/frame'
import { NetUid } from '../../common/units.ts'
import { coldkeyOwnsHotkey } from '../subtensor/staking/accounts.ts'
import { executeBatch } from './batch.ts'
import { PalletHotkey } from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { executeOrders } from './execute.ts'
import { middleman, orderId } from './order.ts'
import * as storage from './storage.ts'
import { SignedOrder, VersionedOrder } from './types.ts'
import * as weights from './weights.ts'

const SignedOrders = f.boundedVec(SignedOrder, 100)

const ensureEnabled = (ctx: f.Context): void =>
  f.ensure(storage.LimitOrdersEnabled.get(ctx), errors.LimitOrdersDisabled)

export const execute_orders = f.call({
  index: 0,
  docs: 'Executes signed orders one by one.',
  origin: f.signed,
  args: { orders: SignedOrders, should_fail: f.bool },
  weight: ({ orders }) => weights.execute_orders(orders.length),
  run(ctx, relayer, { orders, should_fail }) {
    ensureEnabled(ctx)
    executeOrders(ctx, relayer, orders, should_fail)
    return undefined
  },
})

export const execute_batched_orders = f.call({
  index: 1,
  docs: 'Executes signed orders of one subnet together, all or none.',
  origin: f.signed,
  args: { netuid: NetUid, orders: SignedOrders },
  weight: ({ orders }) => weights.execute_batched_orders(orders.length),
  run(ctx, relayer, { netuid, orders }) {
    ensureEnabled(ctx)
    executeBatch(ctx, relayer, netuid, orders)
    return undefined
  },
})

export const cancel_order = f.call({
  index: 2,
  docs: 'Cancels an order of the caller that was not executed at all.',
  origin: f.signed,
  args: { order: VersionedOrder },
  weight: weights.cancel_order,
  run(ctx, who, { order }) {
    f.ensure(order.value.signer === who, errors.Unauthorized)
    const order_id = orderId(order)
    f.ensure(!storage.Orders.has(ctx, order_id), errors.OrderAlreadyProcessed)
    storage.Orders.set(ctx, order_id, { type: 'Cancelled' })
    ctx.deposit(events.OrderCancelled({ order_id, signer: who }))
    return undefined
  },
})

export const set_pallet_status = f.call({
  index: 3,
  docs: 'Lets orders be executed, or no longer.',
  origin: f.root,
  args: { enabled: f.bool },
  weight: weights.set_pallet_status,
  run(ctx, _root, { enabled }) {
    const isReady = !enabled || coldkeyOwnsHotkey(ctx, middleman(ctx), PalletHotkey.get(ctx))
    f.ensure(isReady, errors.PalletHotkeyNotRegistered)
    storage.LimitOrdersEnabled.set(ctx, enabled)
    ctx.deposit(events.LimitOrdersPalletStatusChanged({ enabled }))
    return undefined
  },
})
