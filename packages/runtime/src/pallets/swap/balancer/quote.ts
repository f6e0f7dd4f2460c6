// What a swap pays and gets, from the pool's numbers alone.

import { satU64, U64F64, type U64F64 as U64F64Bits } from '@taonet/frame'
import {
  type Amounts,
  type Balancer,
  calculateBaseDeltaIn,
  calculatePrice,
  calculateQuoteDeltaIn,
  expForInput,
} from './balancer.ts'

/** A subnet's pool. */
export interface Pool extends Amounts {
  readonly balancer: Balancer
  /** Fee in parts of 65535, a u16. */
  readonly feeRate: number
}

/** What a trader wants. */
export interface Order {
  /** What is paid: `tao` buys alpha, `alpha` buys TAO. */
  readonly pays: keyof Amounts
  /** Amount paid with the fee, in rao. */
  readonly amount: bigint
  /** Price of alpha that the swap may not pass. */
  readonly limitPrice: U64F64Bits
  /** Charge no fee. */
  readonly dropFees: boolean
}

/** Result of a swap, in rao. */
export interface SwapResult {
  /** Without the fee. */
  readonly amountPaidIn: bigint
  readonly amountPaidOut: bigint
  readonly feePaid: bigint
  readonly feeToBlockAuthor: bigint
}

/** Why a swap is refused, named as the pallet's error. */
export type SwapRefusal = 'SwapInputTooLarge' | 'ReservesTooLow' | 'PriceLimitExceeded'

/** An input may be at most this many times the reserve it enters. */
const MAX_SWAP_INPUT_RESERVE_MULTIPLIER = 1000n
/** Least reserve of what is paid out. */
export const MINIMUM_RESERVE = 1_000_000n
/** Default limits of a sale and of a purchase: rao for one alpha. */
export const MIN_PRICE = 1_000n
export const MAX_PRICE = 1_000_000_000_000_000n

const U16_MAX = U64F64.fromInt(0xffff)

/** Price limit in rao for one alpha as a fixed-point price. */
export function limitPrice(rao: bigint): U64F64Bits {
  return U64F64.safeDiv(U64F64.fromInt(rao), U64F64.fromInt(1_000_000_000))
}

/** The limit that stops no reasonable swap. */
export function defaultLimitPrice(pays: keyof Amounts): U64F64Bits {
  return limitPrice(pays === 'tao' ? MAX_PRICE : MIN_PRICE)
}

/**
 * Fee on an amount that contains it.
 *
 * units   rao; `feeRate` in parts of 65535
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs calculate_fee_amount
 */
export function calculateFeeAmount(amount: bigint, feeRate: number): bigint {
  const rate = U64F64.safeDiv(U64F64.fromInt(feeRate), U16_MAX)
  return U64F64.toU64(U64F64.mul(U64F64.fromInt(amount), rate))
}

/**
 * Fee on top of an amount that does not contain it.
 *
 * source  opentensor/subtensor pallets/swap/src/pallet/swap_step.rs determine_action
 */
function feeOnTop(amount: bigint, feeRate: number): bigint {
  const rate = U64F64.fromInt(feeRate)
  const share = U64F64.safeDiv(rate, U64F64.sub(U16_MAX, rate))
  return U64F64.toU64(U64F64.mul(U64F64.fromInt(amount), share))
}

/**
 * Output for a net input, floored.
 *
 * units   rao
 * source  opentensor/subtensor pallets/swap/src/pallet/swap_step.rs convert_deltas
 */
export function convertDelta(pool: Pool, pays: keyof Amounts, delta: bigint): bigint {
  const factor = expForInput(pool.balancer, pays, pool[pays], delta)
  const reserveOut = U64F64.fromInt(pays === 'tao' ? pool.alpha : pool.tao)
  return U64F64.toU64(U64F64.mul(reserveOut, U64F64.sub(U64F64.ONE, factor)))
}

/**
 * Alpha worth an amount of TAO at a price, without slippage; 0 at price 0.
 *
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs get_alpha_amount_for_tao
 */
export function alphaForTao(price: U64F64Bits, tao: bigint): bigint {
  return U64F64.toU64(U64F64.safeDiv(U64F64.fromInt(tao), price))
}

/** Net input and output of a step, with its fee. */
interface Step {
  readonly delta: bigint
  readonly out: bigint
  readonly fee: bigint
}

/** The whole order, or as much of it as moves the price to the limit. */
function step(pool: Pool, order: Order, fee: bigint): Step {
  const { pays, limitPrice: limit } = order
  const wanted = satU64.sub(order.amount, fee)
  const out = convertDelta(pool, pays, wanted)
  const buys = pays === 'tao'
  const target = calculatePrice(
    pool.balancer,
    buys
      ? { alpha: satU64.sub(pool.alpha, out), tao: satU64.add(pool.tao, wanted) }
      : { alpha: satU64.add(pool.alpha, wanted), tao: satU64.sub(pool.tao, out) },
  )
  if (buys ? target <= limit : target >= limit) return { delta: wanted, out, fee }
  const toLimit = buys ? calculateQuoteDeltaIn : calculateBaseDeltaIn
  const current = calculatePrice(pool.balancer, pool)
  const delta = toLimit(pool.balancer, current, limit, pool[pays])
  const limitedFee = feeOnTop(delta, order.dropFees ? 0 : pool.feeRate)
  return { delta, out: convertDelta(pool, pays, delta), fee: limitedFee }
}

/**
 * The result of an order in a pool whose subnet has a pool mechanism; the reserves are the caller's to move.
 *
 * refuses an input above 1000 times its reserve, a reserve of the output below 10⁶ rao, a price at or past
 *         the limit, and an output of nothing for something: the name of the pallet's error
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs do_swap, swap_inner; swap_step.rs
 */
export function quoteSwap(pool: Pool, order: Order): SwapResult | SwapRefusal {
  const { pays, amount } = order
  const fee = order.dropFees ? 0n : calculateFeeAmount(amount, pool.feeRate)
  const most = satU64.mul(pool[pays], MAX_SWAP_INPUT_RESERVE_MULTIPLIER)
  if (satU64.sub(amount, fee) > most) return 'SwapInputTooLarge'
  if ((pays === 'tao' ? pool.alpha : pool.tao) < MINIMUM_RESERVE) return 'ReservesTooLow'
  const price = calculatePrice(pool.balancer, pool)
  const within = pays === 'tao' ? price < order.limitPrice : price > order.limitPrice
  if (!within) return 'PriceLimitExceeded'
  const { delta, out, fee: feePaid } = step(pool, order, fee)
  if (delta > 0n && out === 0n) return 'ReservesTooLow'
  return {
    amountPaidIn: delta,
    amountPaidOut: out,
    feePaid,
    feeToBlockAuthor: delta > 0n ? feePaid : 0n,
  }
}
