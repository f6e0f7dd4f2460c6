// The power function of subnet pools: a ratio to a rational power, digit for digit as upstream's big integers give it.

import { bitLength, integerRoot } from './integer-root.ts'
import { expSeries, floorDiv, logRatio, PRECISION_FLOOR, roundGuard } from './log-exp.ts'

/** A base `a / b` and an exponent `p / q`, all non-negative. */
export interface RatioPower {
  readonly a: bigint
  readonly b: bigint
  readonly p: bigint
  readonly q: bigint
}

/** How exact the result is asked to be. */
export interface Resolution {
  /** Bits after the point of the approximate path. */
  readonly precision: number
  /** What one becomes in the result. */
  readonly scale: bigint
}

/** Reduced exponents up to this are taken by exact roots. */
const MAX_EXACT_EXPONENT = 1024n

/**
 * `scale · (a / b)^(p / q)`, floored.
 *
 * Where numerator and denominator of the reduced exponent are at most 1024 the result is exact. Otherwise
 * it comes from two logarithm series and an exponential one, each cut off at a number of terms: far from one
 * (|exponent · ln base| above 150 or so) it may be huge, negative or 0, and upstream lives with that.
 *
 * refuses b = 0 and q = 0: undefined
 * source  sam0x17/safe-bigmath src/integer.rs SafeInt::pow_ratio_scaled
 */
export function powRatioScaled(power: RatioPower, resolution: Resolution): bigint | undefined {
  const { a, b, p, q } = power
  if (b === 0n || q === 0n) return undefined
  if (a === 0n) return 0n
  if (p === 0n) return resolution.scale
  const divisor = greatestCommonDivisor(p, q)
  const reduced = { a, b, p: p / divisor, q: q / divisor }
  return reduced.p <= MAX_EXACT_EXPONENT && reduced.q <= MAX_EXACT_EXPONENT
    ? exactPower(reduced, resolution.scale)
    : approximatePower(reduced, resolution)
}

/** Above this root the series' guess is cheaper to check than the root is to search. */
const GUESSED_ROOT = 16

/** The largest R with R^q · b^p ≤ a^p · scale^q. */
function exactPower(power: RatioPower, scale: bigint): bigint {
  const { a, b, p } = power
  const q = Number(power.q)
  const guess = q > GUESSED_ROOT ? approximatePower(power, { precision: 256, scale }) : undefined
  return integerRoot((a ** p * scale ** power.q) / b ** p, q, guess)
}

/** exp(p / q · ln(a / b)) by series; not range-checked, as upstream's. */
function approximatePower({ a, b, p, q }: RatioPower, resolution: Resolution): bigint {
  const { precision, scale } = resolution
  const bits = Math.max(precision, PRECISION_FLOOR, bitLength(scale) + 8)
  const exponent = floorDiv(logRatio(a, b, bits) * p, q)
  return (roundGuard(expSeries(exponent, bits)) * scale) >> BigInt(bits)
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
