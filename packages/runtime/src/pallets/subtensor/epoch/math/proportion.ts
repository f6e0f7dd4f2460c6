// Proportions as u16 parts of 65535 and as I32F32.

import { I32F32 } from '@taonet/frame'

const U16_MAX = I32F32.fromInt(65_535)

/**
 * Parts of 65535 as a proportion.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs u16_proportion_to_fixed
 */
export function proportionFromU16(parts: number): I32F32 {
  return I32F32.safeDiv(I32F32.fromInt(parts), U16_MAX)
}

/**
 * A proportion as parts of 65535, floored and clamped.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs fixed_proportion_to_u16
 */
export function proportionToU16(x: I32F32): number {
  return I32F32.toU16(I32F32.mul(x, U16_MAX))
}
