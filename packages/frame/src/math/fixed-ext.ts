// The functions that subtensor adds to fixed-point types.

import type { Fixed } from './fixed.ts'

/** Distance of two values, saturated. */
export function absDiff<T extends bigint>(type: Fixed<T>, a: NoInfer<T>, b: NoInfer<T>): T {
  return a < b ? type.sub(b, a) : type.sub(a, b)
}

/**
 * Integer power by squaring with saturating products; a negative power is the reciprocal, 0 when that does not fit.
 *
 * units   `exponent` is saturated to i32
 * refuses zero to a negative power: undefined
 * source  opentensor/subtensor primitives/safe-math/src/lib.rs FixedExt::checked_pow
 */
export function checkedPow<T extends bigint>(
  type: Fixed<T>,
  base: NoInfer<T>,
  exponent: number | bigint,
): T | undefined {
  const clamped = Number(exponent > 0x7fffffff ? 0x7fffffff : exponent)
  const signed = Math.max(clamped, -0x80000000)
  if (signed === 0) return type.ONE
  if (base === 0n) return signed < 0 ? undefined : type.ZERO
  let result = type.ONE
  let factor = base
  for (let rest = Math.abs(signed); rest > 0; rest = (rest - (rest % 2)) / 2) {
    if (rest % 2 === 1) result = type.mul(result, factor)
    factor = type.mul(factor, factor)
  }
  return signed < 0 ? type.safeDiv(type.ONE, result) : result
}

/**
 * Square root by at most 129 halvings of an interval, until `x / root` is within `epsilon` of the root.
 *
 * refuses a negative `x`: undefined
 * source  opentensor/subtensor primitives/safe-math/src/lib.rs FixedExt::checked_sqrt
 */
export function checkedSqrt<T extends bigint>(
  type: Fixed<T>,
  x: NoInfer<T>,
  epsilon: NoInfer<T>,
): T | undefined {
  if (x < 0n) return undefined
  const two = type.fromInt(2)
  const aboveOne = x > type.ONE
  let high = aboveOne ? x : type.ONE
  let low = aboveOne ? type.ZERO : x
  let middle = type.safeDiv(type.add(high, low), two)
  let quotient = type.safeDiv(x, middle)
  for (let i = 0; i < 129 && absDiff(type, quotient, middle) > epsilon; i++) {
    if (quotient < middle) high = middle
    else low = middle
    middle = type.safeDiv(type.add(high, low), two)
    quotient = type.safeDiv(x, middle)
  }
  return middle
}

/** Coefficients of z² … z⁸ in ln(1 + z), without their signs: 1/2 … 1/8 as f64 literals. */
const LN_COEFFICIENTS = [
  0.5, 0.3333333333333333, 0.25, 0.2, 0.16666666666666666, 0.14285714285714285, 0.125,
]

/**
 * Natural logarithm: `x` is halved or doubled into [1, 2), then eight terms of a series, coarse near 2.
 *
 * refuses x ≤ 0 and an overflow on the way: undefined
 * source  opentensor/subtensor primitives/safe-math/src/lib.rs FixedExt::checked_ln
 */
export function checkedLn<T extends bigint>(type: Fixed<T>, x: NoInfer<T>): T | undefined {
  if (x <= 0n) return undefined
  const two = type.ONE << 1n
  let y: bigint = x
  let exponent = 0n
  for (; y >= two; y >>= 1n) exponent += 1n
  for (; y < type.ONE; y <<= 1n) exponent -= 1n
  const z = (y - type.ONE) as T
  let power: T = z
  let sum: T | undefined = z
  for (const [i, coefficient] of LN_COEFFICIENTS.entries()) {
    power = type.mul(power, z)
    const term = type.mul(power, type.fromF64(coefficient))
    sum = i % 2 === 0 ? type.checkedSub(sum, term) : type.checkedAdd(sum, term)
    if (sum === undefined) return undefined
  }
  const shift = type.checkedMul(type.wrappingFromInt(exponent), type.fromF64(Math.LN2))
  return shift === undefined ? undefined : type.checkedAdd(sum, shift)
}

/**
 * Logarithm to any base, a quotient of two natural ones.
 *
 * refuses x ≤ 0, a base ≤ 0 or of 1, and an overflow on the way: undefined
 * source  opentensor/subtensor primitives/safe-math/src/lib.rs FixedExt::checked_log
 */
export function checkedLog<T extends bigint>(
  type: Fixed<T>,
  x: NoInfer<T>,
  base: NoInfer<T>,
): T | undefined {
  if (base <= 0n || base === type.ONE) return undefined
  const numerator = checkedLn(type, x)
  if (numerator === undefined) return undefined
  const denominator = checkedLn(type, base)
  return denominator === undefined ? undefined : type.checkedDiv(numerator, denominator)
}
