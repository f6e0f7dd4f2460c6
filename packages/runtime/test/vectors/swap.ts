/** Runs `swap.json`: pools written into storage, swaps through SubtensorModule's functions. */
import assert from 'node:assert/strict'
import type * as f from '@taonet/frame'
import { attempt } from '../../src/common/attempt.ts'
import { swapAlphaForTao, swapTaoForAlpha } from '../../src/pallets/subtensor/pools/swap.ts'
import { getMaxAmountAdd, getMaxAmountRemove } from '../../src/pallets/subtensor/staking/limits.ts'
import * as subtensor from '../../src/pallets/subtensor/storage.ts'
import * as balancer from '../../src/pallets/swap/balancer/index.ts'
import { adjustProtocolLiquidity, initSwap } from '../../src/pallets/swap/liquidity.ts'
import { currentAlphaPrice } from '../../src/pallets/swap/pool.ts'
import * as swap from '../../src/pallets/swap/storage.ts'
import {
  approxFeeAmount,
  getAlphaAmountForTao,
  quote,
  simSwap,
} from '../../src/pallets/swap/swap.ts'
import { errorName, openChain } from './chain.ts'
import type { Check } from './checks.ts'

interface PoolVector {
  tao: string
  alpha: string
  alpha_out: string
  quote_weight_perquintill: string
  fee_rate: number
  volume: string
  total_stake: string
  price_u64f64_bits: string
}
interface ResultVector {
  paid_in: string
  paid_out: string
  fee: string
  fee_to_block_author: string
}
type Refusable<T> = T | { error: string } | null
interface CaseVector {
  /** `mechanism 0 (stable)` for a subnet without a pool. */
  note?: string
  dir: 'buy_alpha' | 'sell_alpha'
  pool: PoolVector
  amount: string
  limit_price_rao: string
  drop_fees: boolean
  sim_swap: Refusable<ResultVector>
  swap_quote: Refusable<ResultVector>
  swap_tao_for_alpha?: Refusable<ResultVector>
  swap_alpha_for_tao?: Refusable<ResultVector>
  pool_after: PoolVector
}
interface FunctionVector {
  fn: string
  pool: PoolVector
  limit_price_rao: string
  max_add: Refusable<string>
  max_remove: Refusable<string>
  tao: string
  alpha: string
  approx_fee: string
  reserve: string
  delta: string
  result_bits: string
  delta_tao: string
  target_price_bits: string
  result: string
}
interface AdjustVector {
  pool: PoolVector
  tao_delta: string
  alpha_delta: string
  accepted_tao: string
  accepted_alpha: string
  quote_weight_after: string
}
interface InitVector {
  tao: string
  alpha: string
  price_bits: string
  initialized: boolean
  quote_weight: string
}
/** `swap.json`. */
export interface SwapVectors {
  cases: CaseVector[]
  functions: FunctionVector[]
  adjust_protocol_liquidity: AdjustVector[]
  init_with_price: InitVector[]
}

const NETUID = 5

/** A state with nothing but a subnet and its pool. */
function chainWith(pool: PoolVector): f.Context {
  const { ctx } = openChain([], 1)
  subtensor.NetworksAdded.set(ctx, NETUID, true)
  subtensor.SubnetMechanism.set(ctx, NETUID, 1)
  subtensor.SubnetTAO.set(ctx, NETUID, BigInt(pool.tao))
  subtensor.SubnetAlphaIn.set(ctx, NETUID, BigInt(pool.alpha))
  subtensor.SubnetAlphaOut.set(ctx, NETUID, BigInt(pool.alpha_out))
  subtensor.SubnetVolume.set(ctx, NETUID, BigInt(pool.volume))
  subtensor.TotalStake.set(ctx, BigInt(pool.total_stake))
  swap.SwapBalancer.set(ctx, NETUID, { quote: BigInt(pool.quote_weight_perquintill) })
  swap.PalSwapInitialized.set(ctx, NETUID, true)
  swap.FeeRate.set(ctx, NETUID, pool.fee_rate)
  return ctx
}

const poolOf = (ctx: f.Context): PoolVector => ({
  tao: `${subtensor.SubnetTAO.get(ctx, NETUID)}`,
  alpha: `${subtensor.SubnetAlphaIn.get(ctx, NETUID)}`,
  alpha_out: `${subtensor.SubnetAlphaOut.get(ctx, NETUID)}`,
  quote_weight_perquintill: `${swap.SwapBalancer.get(ctx, NETUID).quote}`,
  fee_rate: swap.FeeRate.get(ctx, NETUID),
  volume: `${subtensor.SubnetVolume.get(ctx, NETUID)}`,
  total_stake: `${subtensor.TotalStake.get(ctx)}`,
  price_u64f64_bits: `${currentAlphaPrice(ctx, NETUID)}`,
})

const asVector = (result: balancer.SwapResult): ResultVector => ({
  paid_in: `${result.amountPaidIn}`,
  paid_out: `${result.amountPaidOut}`,
  fee: `${result.feePaid}`,
  fee_to_block_author: `${result.feeToBlockAuthor}`,
})

/** The result, or the refusal's name as vectors have it. */
function refusable<T>(run: () => T): T | { error: string } {
  const outcome = attempt(run)
  return outcome.ok ? outcome.value : { error: errorName(outcome.error) }
}

function checkCase(vector: CaseVector): void {
  const ctx = chainWith(vector.pool)
  if (vector.note?.startsWith('mechanism 0')) subtensor.SubnetMechanism.set(ctx, NETUID, 0)
  const pays = vector.dir === 'buy_alpha' ? 'tao' : 'alpha'
  const amount = BigInt(vector.amount)
  const terms = { priceLimit: BigInt(vector.limit_price_rao), dropFees: vector.drop_fees }
  if (vector.sim_swap !== null)
    assert.deepEqual(
      refusable(() => asVector(simSwap(ctx, NETUID, pays, amount))),
      vector.sim_swap,
      'sim_swap',
    )
  if (vector.swap_quote !== null)
    assert.deepEqual(
      refusable(() => asVector(quote(ctx, NETUID, { pays, amount, ...terms }))),
      vector.swap_quote,
      'swap with rollback',
    )
  const execute = pays === 'tao' ? swapTaoForAlpha : swapAlphaForTao
  assert.deepEqual(
    refusable(() => asVector(execute(ctx, NETUID, amount, terms))),
    vector.swap_tao_for_alpha ?? vector.swap_alpha_for_tao,
    'swap',
  )
  assert.deepEqual(poolOf(ctx), vector.pool_after, 'pool after')
}

function checkFunction(vector: FunctionVector): void {
  const ctx = chainWith(vector.pool)
  const { fn, pool } = vector
  const weights = { quote: BigInt(pool.quote_weight_perquintill) }
  const price = BigInt(pool.price_u64f64_bits)
  const reserves = { tao: BigInt(pool.tao), alpha: BigInt(pool.alpha) }
  switch (fn) {
    case 'get_max_amount_add/remove': {
      const limit = BigInt(vector.limit_price_rao)
      const text = (run: () => bigint) => refusable(() => `${run()}`)
      assert.deepEqual(
        text(() => getMaxAmountAdd(ctx, NETUID, limit)),
        vector.max_add,
      )
      assert.deepEqual(
        text(() => getMaxAmountRemove(ctx, NETUID, limit)),
        vector.max_remove,
      )
      return
    }
    case 'get_alpha_amount_for_tao/approx_fee':
      assert.equal(`${getAlphaAmountForTao(ctx, NETUID, BigInt(vector.tao))}`, vector.alpha)
      assert.equal(`${approxFeeAmount(ctx, NETUID, BigInt(vector.tao))}`, vector.approx_fee)
      return
    case 'exp_quote_base':
    case 'exp_base_quote': {
      const [reserve, delta] = [BigInt(vector.reserve), BigInt(vector.delta)]
      const paid = fn === 'exp_quote_base' ? 'tao' : 'alpha'
      assert.equal(`${balancer.expForInput(weights, paid, reserve, delta)}`, vector.result_bits)
      return
    }
    case 'get_base_needed_for_quote': {
      const needed = balancer.getBaseNeededForQuote(weights, reserves, BigInt(vector.delta_tao))
      assert.equal(`${needed}`, vector.result)
      return
    }
    case 'calculate_quote_delta_in': {
      const target = BigInt(vector.target_price_bits)
      const delta = balancer.calculateQuoteDeltaIn(weights, price, target, reserves.tao)
      assert.equal(`${delta}`, vector.result)
      return
    }
    case 'calculate_base_delta_in': {
      const target = BigInt(vector.target_price_bits)
      const delta = balancer.calculateBaseDeltaIn(weights, price, target, reserves.alpha)
      assert.equal(`${delta}`, vector.result)
      return
    }
    default:
      throw new Error(`unknown function ${fn}`)
  }
}

function checkAdjust(vector: AdjustVector): void {
  const ctx = chainWith(vector.pool)
  const added = { tao: BigInt(vector.tao_delta), alpha: BigInt(vector.alpha_delta) }
  const { tao, alpha } = adjustProtocolLiquidity(ctx, NETUID, added)
  assert.deepEqual(
    [`${tao}`, `${alpha}`, `${swap.SwapBalancer.get(ctx, NETUID).quote}`],
    [vector.accepted_tao, vector.accepted_alpha, vector.quote_weight_after],
  )
}

function checkInit(vector: InitVector): void {
  const { ctx } = openChain([], 1)
  subtensor.SubnetTAO.set(ctx, NETUID, BigInt(vector.tao))
  subtensor.SubnetAlphaIn.set(ctx, NETUID, BigInt(vector.alpha))
  initSwap(ctx, NETUID, BigInt(vector.price_bits))
  assert.deepEqual(
    [swap.PalSwapInitialized.get(ctx, NETUID), `${swap.SwapBalancer.get(ctx, NETUID).quote}`],
    [vector.initialized, vector.quote_weight],
  )
}

/** The checks of `swap.json`. */
export function* swapChecks(vectors: SwapVectors): Generator<Check> {
  const each = <T>(group: string, list: readonly T[], check: (vector: T) => void): Check[] =>
    list.map((vector, i) => ({ name: `${group}[${i}]`, run: () => check(vector) }))
  yield* each('cases', vectors.cases, checkCase)
  yield* each('functions', vectors.functions, checkFunction)
  yield* each('adjust_protocol_liquidity', vectors.adjust_protocol_liquidity, checkAdjust)
  yield* each('init_with_price', vectors.init_with_price, checkInit)
}
