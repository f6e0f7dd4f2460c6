// Weights as a caller gives them, stretched so that the largest is 65535.

import { I32F32 } from '@taonet/frame'
import { normalize } from './vector.ts'

const U16_MAX = I32F32.fromInt(65_535)
const THRESHOLD = I32F32.fromInt(32_768)

/**
 * Values times 65535 over the largest, rounded; above a largest value of 32768 the quotient is taken first, lest the
 * product overflow. Values of an all-zero vector are only cut.
 *
 * shape   not negative -> u16
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs vec_max_upscale_to_u16
 */
export function maxUpscaleToU16(x: readonly I32F32[]): number[] {
  let largest = x[0] ?? 0n
  for (const value of x) if (value > largest) largest = value
  if (largest === 0n) return x.map((value) => I32F32.toU16(I32F32.mul(value, U16_MAX)))
  const factor = I32F32.safeDiv(U16_MAX, largest)
  return x.map((value) =>
    I32F32.toU16(
      I32F32.round(
        largest > THRESHOLD
          ? I32F32.mul(value, factor)
          : I32F32.safeDiv(I32F32.mul(value, U16_MAX), largest),
      ),
    ),
  )
}

/**
 * The same for weights that are u16 already.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs vec_u16_max_upscale_to_u16
 */
export function maxUpscaleU16(values: readonly number[]): number[] {
  return maxUpscaleToU16(values.map((value) => I32F32.fromInt(value)))
}

/**
 * Whether no weight takes more than a limit of their sum.
 *
 * units   limit in parts of 65535
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs check_vec_max_limited
 */
export function isMaxLimited(values: readonly number[], limit: number): boolean {
  const most = I32F32.safeDiv(I32F32.fromInt(limit), U16_MAX)
  return normalize(values.map((value) => I32F32.fromInt(value))).every((share) => share <= most)
}
