// The weighted pool: alpha reserve x with the base weight w1, TAO reserve y with the quote weight w2, w1 + w2 = 1.
//
// x^w1 · y^w2 stays the same in a swap; price = (w1 · y) / (w2 · x).

import {
  type PerquintillParts,
  perquintill,
  satU64,
  satU128,
  U64F64,
  type U64F64 as U64F64Bits,
} from '@taonet/frame'
import { powRatioScaled } from './pow-ratio.ts'

/** A pool's weights; only the quote weight is kept. */
export interface Balancer {
  /** Weight of TAO in parts of 10¹⁸. */
  readonly quote: PerquintillParts
}

/** Reserves of a pool or amounts added to them, in rao. */
export interface Amounts {
  readonly tao: bigint
  readonly alpha: bigint
}

/** Parts in a weight of one; powers are computed in the same unit. */
export const ACCURACY = 10n ** 18n
/** Neither weight may be below this. */
export const MIN_WEIGHT = ACCURACY / 100n

/** A pool whose weights are equal. */
export const EVEN: Balancer = Object.freeze({ quote: ACCURACY / 2n })

/**
 * A pool of a given quote weight.
 *
 * refuses a weight below 1 % of either side: undefined
 * source  opentensor/subtensor pallets/swap/src/pallet/balancer.rs Balancer::new, check_constraints
 */
export function withQuoteWeight(quote: PerquintillParts): Balancer | undefined {
  return perquintill.leftFromOne(quote) >= MIN_WEIGHT && quote >= MIN_WEIGHT ? { quote } : undefined
}

/** Weight of alpha: what the quote weight leaves of one. */
export function baseWeight({ quote }: Balancer): PerquintillParts {
  return perquintill.leftFromOne(quote)
}

/**
 * The pool of given reserves at a given price: quote weight = y / (p · x + y).
 *
 * refuses empty reserves and a weight below 1 % of either side: undefined
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs maybe_initialize_palswap
 */
export function atPrice(price: U64F64Bits, { tao, alpha }: Amounts): Balancer | undefined {
  const high = satU128.mul(U64F64.toU64(price), alpha)
  const low = U64F64.toU128(U64F64.mul(U64F64.fromInt(alpha), U64F64.fraction(price)))
  const sum = satU128.add(satU128.add(high, low), tao)
  return sum === 0n ? undefined : withQuoteWeight(perquintill.fromRational(tao, sum))
}

/**
 * Price of alpha in TAO, 0 when there is no alpha. Each quotient is truncated at 64 bits, then the product.
 *
 * source  opentensor/subtensor pallets/swap/src/pallet/balancer.rs calculate_price
 */
export function calculatePrice(balancer: Balancer, { tao, alpha }: Amounts): U64F64Bits {
  const fixed = U64F64.fromInt
  const weights = U64F64.safeDiv(fixed(baseWeight(balancer)), fixed(balancer.quote))
  return U64F64.mul(weights, U64F64.safeDiv(fixed(tao), fixed(alpha)))
}

/**
 * The pool after an addition that leaves the price alone.
 *
 * refuses an addition that would bring a weight below 1 %: undefined
 * source  opentensor/subtensor pallets/swap/src/pallet/balancer.rs update_weights_for_added_liquidity
 */
export function withAddedLiquidity(
  balancer: Balancer,
  reserves: Amounts,
  added: Amounts,
): Balancer | undefined {
  const newTao = reserves.tao + added.tao
  const newAlpha = reserves.alpha + added.alpha
  const base = weigh(baseWeight(balancer), satU128.mul(reserves.tao, newAlpha))
  const quote = weigh(balancer.quote, satU128.mul(reserves.alpha, newTao))
  const sum = satU128.add(base, quote)
  return withQuoteWeight(sum === 0n ? EVEN.quote : perquintill.fromRational(quote, sum))
}

/** `amount` times a weight, nearest, ties up. */
function weigh(weight: PerquintillParts, amount: bigint): bigint {
  return satU128.clamp((amount * weight + ACCURACY / 2n) / ACCURACY)
}

/**
 * (reserve / (reserve + delta))^exponent, at most one; the exponent is w1 / w2 for alpha and w2 / w1 for TAO.
 *
 * Where the power is no u64 the result is 0, as if the other reserve were bought out.
 *
 * units   rao; `delta` ≥ 0, the sum saturates at u64
 * source  opentensor/subtensor pallets/swap/src/pallet/balancer.rs exp_base_quote, exp_quote_base
 */
export function expForInput(
  balancer: Balancer,
  paid: keyof Amounts,
  reserve: bigint,
  delta: bigint,
): U64F64Bits {
  const factor = expScaled(balancer, paid, reserve, satU64.add(reserve, delta))
  if (factor > U64F64.ONE) return U64F64.ONE
  return factor
}

/** (before / after)^exponent of the reserve of one side; 0 where it is no u64 at a scale of 10¹⁸. */
function expScaled(
  balancer: Balancer,
  side: keyof Amounts,
  before: bigint,
  after: bigint,
): U64F64Bits {
  if (after === 0n) return U64F64.ZERO
  const base = baseWeight(balancer)
  const { quote } = balancer
  const [p, q] = side === 'alpha' ? [base, quote] : [quote, base]
  const scaled = powRatioScaled({ a: before, b: after, p, q }, { precision: 256, scale: ACCURACY })
  if (scaled === undefined || scaled < 0n || scaled > satU64.MAX) return U64F64.ZERO
  return U64F64.safeDiv(U64F64.fromInt(scaled), U64F64.fromInt(ACCURACY))
}

/**
 * Net TAO that lifts the price to `target`: y · ((target / current)^w1 - 1), floored; 0 when it is there already.
 *
 * units   rao; prices as U64F64 bits
 * source  opentensor/subtensor pallets/swap/src/pallet/balancer.rs calculate_quote_delta_in
 */
export function calculateQuoteDeltaIn(
  balancer: Balancer,
  current: U64F64Bits,
  target: U64F64Bits,
  taoReserve: bigint,
): bigint {
  return deltaIn({ a: target, b: current, p: baseWeight(balancer) }, taoReserve)
}

/**
 * Net alpha that lowers the price to `target`: x · ((current / target)^w2 - 1), floored; 0 when it is there already.
 *
 * units   rao; prices as U64F64 bits
 * source  opentensor/subtensor pallets/swap/src/pallet/balancer.rs calculate_base_delta_in
 */
export function calculateBaseDeltaIn(
  balancer: Balancer,
  current: U64F64Bits,
  target: U64F64Bits,
  alphaReserve: bigint,
): bigint {
  return deltaIn({ a: current, b: target, p: balancer.quote }, alphaReserve)
}

/** reserve · ((a / b)^p - 1), the power saturated to u64 at a scale of 10¹⁸. */
function deltaIn(power: { a: bigint; b: bigint; p: bigint }, reserve: bigint): bigint {
  const resolution = { precision: 1024, scale: ACCURACY }
  const scaled = powRatioScaled({ ...power, q: ACCURACY }, resolution)
  if (scaled === undefined) return 0n
  const factor = U64F64.fromInt(satU64.clamp(scaled))
  const growth = U64F64.sub(U64F64.safeDiv(factor, U64F64.fromInt(ACCURACY)), U64F64.ONE)
  return U64F64.toU64(U64F64.mul(U64F64.fromInt(reserve), growth))
}

/**
 * Alpha to sell for an amount of TAO: x · ((y / (y - amount))^(w2 / w1) - 1), floored; 0 when there is not that much.
 *
 * units   rao
 * source  opentensor/subtensor pallets/swap/src/pallet/balancer.rs get_base_needed_for_quote
 */
export function getBaseNeededForQuote(
  balancer: Balancer,
  { tao, alpha }: Amounts,
  amount: bigint,
): bigint {
  const factor = expScaled(balancer, 'tao', tao, satU64.sub(tao, amount))
  const growth = U64F64.sub(factor, U64F64.ONE)
  return U64F64.toU64(U64F64.mul(U64F64.fromInt(alpha), growth))
}
