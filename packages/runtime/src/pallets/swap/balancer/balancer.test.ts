import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { satU64 } from '@taonet/frame'
import type { Amounts, Balancer, Order, Pool, SwapRefusal, SwapResult } from './index.ts'
import * as balancer from './index.ts'

const vectors = JSON.parse(
  readFileSync(new URL('../../../../../../vectors/runtime-425/swap.json', import.meta.url), 'utf8'),
)

type Row = Record<string, string>

function poolOf(row: Row): Pool {
  return {
    tao: BigInt(row.tao!),
    alpha: BigInt(row.alpha!),
    balancer: { quote: BigInt(row.quote_weight_perquintill!) },
    feeRate: Number(row.fee_rate),
  }
}

/** Swaps in pools; the one case of a subnet without a pool mechanism is not quoted here. */
const POOL_CASES = vectors.cases.filter((row: Row) => row.note !== 'mechanism 0 (stable)')

/** Rows of one function. */
const rowsOf = (fn: string): (Row & { pool: Row })[] =>
  vectors.functions.filter((row: Row) => row.fn === fn)

const record = (result: SwapResult | SwapRefusal) =>
  typeof result === 'string'
    ? { error: result }
    : {
        paid_in: `${result.amountPaidIn}`,
        paid_out: `${result.amountPaidOut}`,
        fee: `${result.feePaid}`,
        fee_to_block_author: `${result.feeToBlockAuthor}`,
      }

const paid = (result: SwapResult | SwapRefusal) =>
  typeof result === 'string' ? { error: result } : `${result.amountPaidIn + result.feePaid}`

test('prices equal the production runtime', () => {
  const pools = [...vectors.cases, ...vectors.functions].map(({ pool }) => pool)
  const after = POOL_CASES.map((row: { pool_after: Row }) => row.pool_after)
  for (const pool of [...pools, ...after]) {
    const { tao, alpha, balancer: weights } = poolOf(pool)
    assert.equal(`${balancer.calculatePrice(weights, { tao, alpha })}`, pool.price_u64f64_bits)
  }
})

test('quotes equal the production runtime', () => {
  for (const row of POOL_CASES) {
    const order: Order = {
      pays: row.dir === 'buy_alpha' ? 'tao' : 'alpha',
      amount: BigInt(row.amount),
      limitPrice: balancer.limitPrice(BigInt(row.limit_price_rao)),
      dropFees: row.drop_fees,
    }
    assert.deepEqual(record(balancer.quoteSwap(poolOf(row.pool), order)), row.swap_quote)
    if (row.sim_swap === null) continue
    const limitPrice = balancer.defaultLimitPrice(order.pays)
    const free = { ...order, limitPrice, dropFees: false }
    assert.deepEqual(record(balancer.quoteSwap(poolOf(row.pool), free)), row.sim_swap)
  }
})

test('factors of an input equal the production runtime', () => {
  const check = (fn: string, side: keyof Amounts) => {
    for (const row of rowsOf(fn)) {
      const [reserve, delta] = [BigInt(row.reserve!), BigInt(row.delta!)]
      const factor = balancer.expForInput(poolOf(row.pool).balancer, side, reserve, delta)
      assert.equal(`${factor}`, row.result_bits)
    }
  }
  check('exp_quote_base', 'tao')
  check('exp_base_quote', 'alpha')
})

test('inputs that reach a price equal the production runtime', () => {
  for (const row of rowsOf('calculate_quote_delta_in')) {
    const pool = poolOf(row.pool)
    const price = balancer.calculatePrice(pool.balancer, pool)
    const target = BigInt(row.target_price_bits!)
    const delta = balancer.calculateQuoteDeltaIn(pool.balancer, price, target, pool.tao)
    assert.equal(`${delta}`, row.result)
  }
  for (const row of rowsOf('calculate_base_delta_in')) {
    const pool = poolOf(row.pool)
    const price = balancer.calculatePrice(pool.balancer, pool)
    const target = BigInt(row.target_price_bits!)
    const delta = balancer.calculateBaseDeltaIn(pool.balancer, price, target, pool.alpha)
    assert.equal(`${delta}`, row.result)
  }
})

test('inputs for an output equal the production runtime', () => {
  for (const row of rowsOf('get_base_needed_for_quote')) {
    const pool = poolOf(row.pool)
    const needed = balancer.getBaseNeededForQuote(pool.balancer, pool, BigInt(row.delta_tao!))
    assert.equal(`${needed}`, row.result)
  }
})

test('fees and amounts without slippage equal the production runtime', () => {
  for (const row of rowsOf('get_alpha_amount_for_tao/approx_fee')) {
    const pool = poolOf(row.pool)
    const [price, tao] = [balancer.calculatePrice(pool.balancer, pool), BigInt(row.tao!)]
    assert.equal(`${balancer.alphaForTao(price, tao)}`, row.alpha)
    assert.equal(`${balancer.calculateFeeAmount(tao, pool.feeRate)}`, row.approx_fee)
  }
})

test('the largest inputs within a limit equal the production runtime', () => {
  for (const row of rowsOf('get_max_amount_add/remove')) {
    const pool = poolOf(row.pool)
    const limitPrice = balancer.limitPrice(BigInt(row.limit_price_rao!))
    const most = (pays: keyof Amounts) => {
      const amount = satU64.mul(pool[pays], 1000n)
      return paid(balancer.quoteSwap(pool, { pays, amount, limitPrice, dropFees: false }))
    }
    assert.deepEqual(most('tao'), row.max_add)
    assert.deepEqual(most('alpha'), row.max_remove)
  }
})

test('weights after an addition equal the production runtime', () => {
  for (const row of vectors.adjust_protocol_liquidity) {
    const pool = poolOf(row.pool)
    const added = { tao: BigInt(row.tao_delta), alpha: BigInt(row.alpha_delta) }
    const next = balancer.withAddedLiquidity(pool.balancer, pool, added)
    assert.equal(`${(next ?? pool.balancer).quote}`, row.quote_weight_after)
    assert.equal(`${next === undefined ? 0n : added.tao}`, row.accepted_tao)
    assert.equal(`${next === undefined ? 0n : added.alpha}`, row.accepted_alpha)
  }
})

test('weights at a price equal the production runtime', () => {
  for (const row of vectors.init_with_price) {
    const reserves = { tao: BigInt(row.tao), alpha: BigInt(row.alpha) }
    const made = balancer.atPrice(BigInt(row.price_bits), reserves)
    assert.equal(made !== undefined, row.initialized)
    if (made !== undefined) assert.equal(`${made.quote}`, row.quote_weight)
  }
})

test('weights below one percent and empty pools are refused', () => {
  const { ACCURACY, MIN_WEIGHT } = balancer
  assert.equal(balancer.withQuoteWeight(MIN_WEIGHT - 1n), undefined)
  assert.equal(balancer.withQuoteWeight(ACCURACY - MIN_WEIGHT + 1n), undefined)
  assert.deepEqual(balancer.withQuoteWeight(MIN_WEIGHT), { quote: MIN_WEIGHT })
  assert.equal(balancer.atPrice(1n, { tao: 0n, alpha: 0n }), undefined)
  const even: Balancer = balancer.EVEN
  const nothing = { tao: 0n, alpha: 0n }
  assert.deepEqual(balancer.withAddedLiquidity({ quote: MIN_WEIGHT }, nothing, nothing), even)
})

test('an input out of proportion is refused before anything else', () => {
  const pool: Pool = { tao: 1_000n, alpha: 10n, balancer: balancer.EVEN, feeRate: 0 }
  const order: Order = { pays: 'tao', amount: 1_000_001n, limitPrice: 0n, dropFees: false }
  assert.equal(balancer.quoteSwap(pool, order), 'SwapInputTooLarge')
  assert.equal(balancer.quoteSwap(pool, { ...order, amount: 1_000_000n }), 'ReservesTooLow')
})
