// Unsigned 64-bit factors with 32 fraction bits: 1.0 is 2^32.

import { satU64 } from './integers.ts'

/** One as a factor. */
export const ONE_Q32 = 1n << 32n

/**
 * `value * factor`, floored, saturated to satU64.
 *
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs mul_by_q32
 */
export function mulByQ32(value: bigint, factorQ32: bigint): bigint {
  return satU64.clamp((value * factorQ32) >> 32n)
}

/**
 * `base ^ exponent` by squaring, each product floored.
 *
 * units   `exponent` is a u16
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs pow_q32
 */
export function powQ32(baseQ32: bigint, exponent: number): bigint {
  let result = ONE_Q32
  let factor = baseQ32
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) result = mulByQ32(result, factor)
    if (rest > 1) factor = mulByQ32(factor, factor)
  }
  return result
}

/**
 * The factor whose `halfLife`-th power is one half: the largest that does not exceed it. No half-life: 1.
 *
 * units   `halfLife` in blocks, a u16
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs decay_factor_q32
 */
export function decayFactorQ32(halfLife: number): bigint {
  if (halfLife === 0) return ONE_Q32
  let low = 0n
  let high = ONE_Q32
  while (low + 1n < high) {
    const middle = (low + high) >> 1n
    if (powQ32(middle, halfLife) > ONE_Q32 >> 1n) high = middle
    else low = middle
  }
  return low
}
