// Exponential functions over consensus values that never fail.

import { I32F32 } from './fixed-types.ts'
import { exp, ln } from './transcendental.ts'

const TWENTY = I32F32.fromInt(20)

/**
 * e^x with `x` clamped to [-20, 20].
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs exp_safe
 */
export function expSafe(x: I32F32): I32F32 {
  const clamped = x < -TWENTY ? -TWENTY : x > TWENTY ? TWENTY : x
  return exp(I32F32, clamped) ?? (clamped <= 0n ? I32F32.ZERO : I32F32.MAX)
}

/**
 * Natural logarithm, 0 where it fails: x ≤ 0 and the two smallest x above 0.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs safe_ln
 */
export function safeLn(x: I32F32): I32F32 {
  return ln(I32F32, x) ?? I32F32.ZERO
}

/**
 * 1 / (1 + e^(-rho · (x - kappa))).
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs sigmoid_safe
 */
export function sigmoidSafe(x: I32F32, rho: I32F32, kappa: I32F32): I32F32 {
  const negativeRho = I32F32.mul(rho, -I32F32.ONE)
  const power = expSafe(I32F32.mul(negativeRho, I32F32.sub(x, kappa)))
  return I32F32.safeDiv(I32F32.ONE, I32F32.add(power, I32F32.ONE))
}
