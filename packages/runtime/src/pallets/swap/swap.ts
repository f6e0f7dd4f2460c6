/** Swaps in a subnet's pool. What is paid moves between the reserves by the caller's hand. */
import type * as f from '@taonet/frame'
import type { Alpha, NetUid, Tao } from '../../common/units.ts'
import { NetworksAdded } from '../subtensor/storage.ts'
import {
  type Amounts,
  alphaForTao,
  calculateFeeAmount,
  limitPrice,
  MAX_PRICE,
  MIN_PRICE,
  quoteSwap,
  type SwapResult,
} from './balancer/index.ts'
import { PriceLimitExceeded, ReservesTooLow, SwapInputTooLarge } from './errors.ts'
import { initSwap } from './liquidity.ts'
import { currentAlphaPrice, isDynamic, readPool } from './pool.ts'
import { FeeRate } from './storage.ts'

export type { SwapResult } from './balancer/index.ts'
export { MAX_PRICE, MIN_PRICE } from './balancer/index.ts'

/** What is swapped. */
export interface SwapOrder {
  /** What is paid: `tao` buys alpha, `alpha` buys TAO. */
  readonly pays: keyof Amounts
  /** Amount paid with the fee, rao. */
  readonly amount: bigint
  /** Price of one alpha that the swap may not pass, rao. */
  readonly priceLimit: Tao
  /** Charge no fee. */
  readonly dropFees: boolean
}

const REFUSALS = { SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded }

/**
 * The result that a swap would have. The subnet must have a pool.
 *
 * refuses SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs do_swap with simulate
 */
export function quote(ctx: f.Context, netuid: NetUid, order: SwapOrder): SwapResult {
  const { priceLimit, ...rest } = order
  const result = quoteSwap(readPool(ctx, netuid), { ...rest, limitPrice: limitPrice(priceLimit) })
  if (typeof result === 'string') throw REFUSALS[result]
  return result
}

/**
 * Swaps; the pool's weights are set if this is its first swap.
 *
 * differs upstream checks afterwards that the output fits into its reserve, which no result fails
 * refuses SwapInputTooLarge, ReservesTooLow, PriceLimitExceeded
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs do_swap
 */
export function swap(ctx: f.Context, netuid: NetUid, order: SwapOrder): SwapResult {
  const result = quote(ctx, netuid, order)
  initSwap(ctx, netuid, undefined)
  return result
}

/**
 * The result of a swap with fee and without a limit of its own; 1:1 where there is no pool, nothing where there is no subnet.
 *
 * refuses as `quote`
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs sim_swap
 */
export function simSwap(
  ctx: f.Context,
  netuid: NetUid,
  pays: keyof Amounts,
  amount: bigint,
): SwapResult {
  if (isDynamic(ctx, netuid)) {
    const priceLimit = pays === 'tao' ? MAX_PRICE : MIN_PRICE
    return quote(ctx, netuid, { pays, amount, priceLimit, dropFees: false })
  }
  return flatSwap(NetworksAdded.get(ctx, netuid) ? amount : 0n)
}

/** A swap 1:1 without a fee. */
export const flatSwap = (amount: bigint): SwapResult => ({
  amountPaidIn: amount,
  amountPaidOut: amount,
  feePaid: 0n,
  feeToBlockAuthor: 0n,
})

/**
 * Fee on an amount, of either token.
 *
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs approx_fee_amount
 */
export const approxFeeAmount = (ctx: f.Context, netuid: NetUid, amount: bigint): bigint =>
  isDynamic(ctx, netuid) ? calculateFeeAmount(amount, FeeRate.get(ctx, netuid)) : 0n

/**
 * Alpha worth an amount of TAO at the spot price, without slippage.
 *
 * units   rao; 0 at price 0
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs get_alpha_amount_for_tao
 */
export const getAlphaAmountForTao = (ctx: f.Context, netuid: NetUid, tao: Tao): Alpha =>
  isDynamic(ctx, netuid) ? alphaForTao(currentAlphaPrice(ctx, netuid), tao) : (tao as bigint)
