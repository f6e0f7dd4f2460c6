// Vectors of I32F32.

import { I32F32 } from '@taonet/frame'

/**
 * Plain sum, which wraps around.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs sum
 */
export function sum(x: readonly I32F32[]): I32F32 {
  return BigInt.asIntN(
    64,
    x.reduce<bigint>((total, value) => total + value, 0n),
  )
}

/**
 * The vector divided by a given sum; unchanged when that is 0.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs inplace_normalize_using_sum
 */
export function normalizeUsingSum(x: readonly I32F32[], total: I32F32): readonly I32F32[] {
  return total === 0n ? x : x.map((value) => I32F32.safeDiv(value, total))
}

/**
 * The vector divided by its sum; unchanged when that is 0. Quotients are cut, so the result sums to 1 or a little less.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs inplace_normalize
 */
export function normalize(x: readonly I32F32[]): readonly I32F32[] {
  return normalizeUsingSum(x, sum(x))
}

/**
 * The vector with 0 where the mask is true. Positions past the mask's end are masked too, but an empty mask masks nothing.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs inplace_mask_vector
 */
export function maskVector(mask: readonly boolean[], x: readonly I32F32[]): readonly I32F32[] {
  return mask.length === 0 ? x : x.map((value, i) => ((mask[i] ?? true) ? 0n : value))
}

/**
 * Products of two vectors, cell by cell; 0 where a product does not fit.
 *
 * shape   as long as the shorter vector
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs vec_mul
 */
export function mulVectors(a: readonly I32F32[], b: readonly I32F32[]): readonly I32F32[] {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length).map((value, i) => I32F32.checkedMul(value, b[i]!) ?? 0n)
}
