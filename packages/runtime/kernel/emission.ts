// Alpha for each neuron.

import { I32F32 } from './fixed.ts'
import { At, Put, Zeros } from './memory.ts'
import { Output } from './output.ts'
import { normalizedBy, sum } from './vector.ts'
import { Shares } from './yuma.ts'

/** Splits emission by incentive and dividends; without any, by active stake, or else by stake. */
export function splitEmission(shares: Shares, n: i32, emission: u64, output: Output): void {
  const combined = Zeros.i64(n)
  for (let i = 0; i < n; i++) {
    Put.i64(combined, i, I32F32.add(At.i64(shares.incentive, i), At.i64(shares.dividends, i)))
  }
  const total = sum(combined, n)
  output.serverEmission = toRao(normalizedBy(shares.incentive, n, total), n, emission)
  if (total === 0) {
    const fallback = sum(shares.activeStake, n) === 0 ? shares.stake : shares.activeStake
    output.validatorEmission = toRao(fallback, n, emission)
    output.combinedEmission = output.validatorEmission
    return
  }
  output.validatorEmission = toRao(normalizedBy(shares.dividends, n, total), n, emission)
  output.combinedEmission = toRao(normalizedBy(combined, n, total), n, emission)
}

/** Each share of the amount, floored. Shares are from 0 to 1. */
function toRao(x: usize, n: i32, amount: u64): usize {
  const result = Zeros.i64(n)
  for (let i = 0; i < n; i++) {
    const share = <u64>At.i64(x, i)
    // A share of 1 has no lower half, a smaller one no upper half.
    const whole = (share >>> 32) * amount
    const low = share & 0xffffffff
    const rao = whole + low * (amount >>> 32) + ((low * (amount & 0xffffffff)) >>> 32)
    Put.i64(result, i, <i64>rao)
  }
  return result
}
