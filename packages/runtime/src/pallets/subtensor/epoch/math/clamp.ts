// A value kept between limits.

import type { I32F32 } from '@taonet/frame'

/**
 * The upper limit is applied first, so with limits the wrong way round the lower one wins.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs clamp_value
 */
export function clampValue(value: I32F32, low: I32F32, high: I32F32): I32F32 {
  const capped = value < high ? value : high
  return capped > low ? capped : low
}
