/** LimitOrders: which orders may be executed, and how far they are filled. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import * as balances from '../../src/pallets/balances/index.ts'
import { LimitOrders } from '../../src/pallets/limit-orders/index.ts'
import { orderId, swapLimit } from '../../src/pallets/limit-orders/order.ts'
import {
  type Order,
  type SignedOrder,
  VersionedOrder,
} from '../../src/pallets/limit-orders/types.ts'
import { increaseStake } from '../../src/pallets/subtensor/staking/stake.ts'
import { SubtokenEnabled } from '../../src/pallets/subtensor/storage.ts'
import { FeeRate } from '../../src/pallets/swap/storage.ts'
import { keyOf } from './local-chain.ts'
import { ALICE, BOB, CHARLIE, nobody, OpenBlock, refused } from './open-block.ts'

const { calls, errors, storage } = LimitOrders
const TAO = 1_000_000_000n
/** Hotkey of the subnet that the local network starts with. */
const HOTKEY = nobody(0)
const NETUID = 1

/** Alice buys for one TAO at any price, with a fee of one percent for Charlie. */
const ORDER: Order = {
  signer: ALICE,
  hotkey: HOTKEY,
  netuid: NETUID,
  order_type: 'LimitBuy',
  amount: TAO,
  limit_price: f.satU64.MAX,
  expiry: f.satU64.MAX,
  fee_rate: 10_000_000,
  fee_recipient: CHARLIE,
  relayer: undefined,
  max_slippage: undefined,
  chain_id: 42n,
  partial_fills_enabled: false,
}
const versioned = (change: Partial<Order>): VersionedOrder => ({
  type: 'V1',
  value: { ...ORDER, ...change },
})

function signed(change: Partial<Order> = {}, partial_fill?: bigint): SignedOrder {
  const order = versioned(change)
  const value = f.toHex(keyOf('//Alice').sign(VersionedOrder.encode(order)))
  return { order, signature: { type: 'Sr25519', value }, partial_fill }
}

/** Bob relays orders. */
function setup() {
  const block = new OpenBlock()
  const { ctx } = block
  SubtokenEnabled.set(ctx, NETUID, true)
  const execute = (...orders: SignedOrder[]) =>
    block.as(BOB, calls.execute_orders({ orders, should_fail: true }))
  const executeBatch = (...orders: SignedOrder[]) =>
    block.as(BOB, calls.execute_batched_orders({ netuid: NETUID, orders }))
  const statusOf = (order: SignedOrder) => storage.Orders.get(ctx, orderId(order.order))
  return { block, ctx, execute, executeBatch, statusOf }
}

suite('orders', () => {
  test('are refused for what is wrong with them', () => {
    const { ctx, execute } = setup()
    const refuse = (why: f.DispatchError, order: SignedOrder) => refused(why, () => execute(order))
    refuse(errors.RootNetUidNotAllowed, signed({ netuid: 0 }))
    refuse(errors.ChainIdMismatch, signed({ chain_id: 43n }))
    const { order, signature } = signed()
    refuse(errors.InvalidSignature, { ...signed({ amount: 5n }), signature })
    const type = 'Ed25519' as const
    const other = { order, signature: { type, value: signature.value }, partial_fill: undefined }
    refuse(errors.InvalidSignature, other)
    refuse(errors.OrderExpired, signed({ expiry: 1n }))
    refuse(errors.PriceConditionNotMet, signed({ limit_price: 1n }))
    refuse(errors.PriceConditionNotMet, signed({ order_type: 'StopLoss', limit_price: 1n }))
    refuse(errors.PriceConditionNotMet, signed({ order_type: 'TakeProfit' }))
    refuse(errors.RelayerMissMatch, signed({ relayer: [CHARLIE] }))
    storage.LimitOrdersEnabled.set(ctx, false)
    refuse(errors.LimitOrdersDisabled, signed())
  })

  test('are refused for the first thing that is wrong with them', () => {
    const { block, ctx } = setup()
    const fill = 5n * TAO
    const wrongs: readonly (readonly [f.DispatchError, Partial<Order>])[] = [
      [errors.RootNetUidNotAllowed, { netuid: 0 }],
      [errors.ChainIdMismatch, { chain_id: 43n }],
      [errors.InvalidSignature, {}],
      [errors.OrderExpired, { expiry: 1n }],
      [errors.PriceConditionNotMet, { limit_price: 1n }],
      [errors.RelayerMissMatch, { relayer: [CHARLIE] }],
      [errors.PartialFillsNotEnabled, { relayer: [BOB] }],
      [errors.IncorrectPartialFillAmount, { partial_fills_enabled: true, relayer: [BOB] }],
    ]
    for (const [at, [expected]] of wrongs.entries()) {
      const later = wrongs.slice(at).map(([, change]) => change)
      const { partial_fills_enabled = false, ...rest }: Partial<Order> = Object.assign(
        {},
        ...later.reverse(),
      )
      const isLast = at === wrongs.length - 1
      const order = signed(
        { ...rest, partial_fills_enabled: isLast && partial_fills_enabled },
        fill,
      )
      const { signature } = signed({ amount: 7n })
      const orders = [at <= 2 ? { ...order, signature } : order]
      refused(expected, () => block.as(BOB, calls.execute_orders({ orders, should_fail: true })))
    }
    const spent = signed({ expiry: 1n, limit_price: 1n })
    for (const [status, expected] of [
      ['Fulfilled', errors.OrderAlreadyProcessed],
      ['Cancelled', errors.OrderCancelled],
    ] as const) {
      storage.Orders.set(ctx, orderId(spent.order), { type: status })
      const call = calls.execute_orders({ orders: [spent], should_fail: true })
      refused(expected, () => block.as(BOB, call))
    }
  })

  test('are executed once, and pay their fee', () => {
    const { block, ctx, execute, statusOf } = setup()
    const [before, recipient] = [ALICE, CHARLIE].map((who) => balances.freeBalance(ctx, who))
    execute(signed())
    assert.deepEqual(statusOf(signed()), { type: 'Fulfilled' })
    assert.equal(balances.freeBalance(ctx, ALICE), before! - TAO)
    assert.equal(balances.freeBalance(ctx, CHARLIE), recipient! + TAO / 100n)
    const executed = block.said().at(-1)!
    assert.equal((executed.data as { amount_in: bigint }).amount_in, (TAO * 99n) / 100n)
    refused(errors.OrderAlreadyProcessed, () => execute(signed()))
  })

  test('that cannot be executed do not keep others from it', () => {
    const { block, ctx, statusOf } = setup()
    const [bad, good] = [signed({ expiry: 1n }), signed()]
    block.as(BOB, calls.execute_orders({ orders: [bad, good], should_fail: false }))
    assert.equal(statusOf(bad), undefined)
    assert.deepEqual(statusOf(good), { type: 'Fulfilled' })
    const reason = errors.OrderExpired.toWire()
    const skipped = LimitOrders.events.OrderSkipped({ order_id: orderId(bad.order), reason })
    assert(ctx.events.some(({ event }) => event.name === 'OrderSkipped'))
    assert.deepEqual(block.said()[0], skipped)
  })

  test('of one’s own are cancelled before they are touched', () => {
    const { block, execute } = setup()
    const { order } = signed()
    refused(errors.Unauthorized, () => block.as(BOB, calls.cancel_order({ order })))
    block.as(ALICE, calls.cancel_order({ order }))
    refused(errors.OrderCancelled, () => execute(signed()))
    refused(errors.OrderAlreadyProcessed, () => block.as(ALICE, calls.cancel_order({ order })))
  })

  test('limit the price of the pool by their slippage', () => {
    const limitOf = (change: Partial<Order>) => swapLimit({ ...ORDER, ...change })
    assert.equal(limitOf({}), f.satU64.MAX)
    assert.equal(limitOf({ order_type: 'StopLoss' }), 0n)
    const slippage = { limit_price: 1_000_000_001n, max_slippage: 15_000_000 }
    assert.equal(limitOf(slippage), 1_015_000_001n)
    assert.equal(limitOf({ ...slippage, order_type: 'TakeProfit' }), 985_000_001n)
  })
})

suite('parts of orders', () => {
  const open: Partial<Order> = { relayer: [BOB], partial_fills_enabled: true }

  test('need a named relayer and the signer’s consent', () => {
    const { execute } = setup()
    const part = 4n
    refused(errors.RelayerRequiredForPartialFill, () => execute(signed({}, part)))
    refused(errors.PartialFillsNotEnabled, () => execute(signed({ relayer: [BOB] }, part)))
    for (const wrong of [0n, TAO + 1n])
      refused(errors.IncorrectPartialFillAmount, () => execute(signed(open, wrong)))
  })

  test('add up to the whole', () => {
    const { execute, statusOf } = setup()
    execute(signed(open, (TAO * 6n) / 10n))
    assert.deepEqual(statusOf(signed(open)), { type: 'PartiallyFilled', value: (TAO * 6n) / 10n })
    refused(errors.IncorrectPartialFillAmount, () => execute(signed(open)))
    refused(errors.IncorrectPartialFillAmount, () => execute(signed(open, TAO / 2n)))
    execute(signed(open, (TAO * 4n) / 10n))
    assert.deepEqual(statusOf(signed(open)), { type: 'Fulfilled' })
  })
})

suite('batches', () => {
  test('take each order once, all on one subnet', () => {
    const { block, executeBatch } = setup()
    refused(errors.DuplicateOrderInBatch, () => executeBatch(signed(), signed()))
    refused(errors.OrderNetUidMismatch, () => executeBatch(signed({ netuid: 2 })))
    const onRoot = calls.execute_batched_orders({ netuid: 0, orders: [] })
    refused(errors.RootNetUidNotAllowed, () => block.as(BOB, onRoot))
  })

  test('without orders do nothing', () => {
    const { block, executeBatch } = setup()
    executeBatch()
    assert.deepEqual(block.said(), [])
  })

  test('in which somebody would get nothing are refused', () => {
    const { executeBatch } = setup()
    const tiny = signed({ amount: 1n, fee_rate: 1_000_000_000 })
    refused(errors.ZeroShareInBatch, () => executeBatch(signed(), tiny))
  })

  test('whose rest the pool takes for nothing are refused', () => {
    const { ctx, executeBatch } = setup()
    increaseStake(ctx, { hotkey: HOTKEY, coldkey: ALICE, netuid: NETUID }, 10n * TAO)
    const sale = signed({ order_type: 'TakeProfit', limit_price: 0n })
    // All of it is the fee. No call sets the rate so high; root may write it.
    FeeRate.set(ctx, NETUID, 65_535)
    refused(errors.SwapReturnedZero, () => executeBatch(sale))
  })
})

test('the pallet is switched on only with its hotkey', () => {
  const { block, ctx } = setup()
  block.asRoot(calls.set_pallet_status({ enabled: false }))
  block.asRoot(calls.set_pallet_status({ enabled: true }))
  assert.equal(storage.LimitOrdersEnabled.get(ctx), true)
  refused(f.BadOrigin, () => block.as(ALICE, calls.set_pallet_status({ enabled: false })))
})
