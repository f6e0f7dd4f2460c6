// One epoch of Yuma consensus on 64-bit integers, top to bottom. `epochMechanism` of the runtime says the same in full.

import { add, expSafe, inverse, mul, safeDiv, sub, toU16 } from './arithmetic.ts'
import { splitEmission } from './emission.ts'
import { I32F32 } from './fixed.ts'
import { Input } from './input.ts'
import { Matrix } from './matrix.ts'
import { medians } from './median.ts'
import { At, Put, Zeros } from './memory.ts'
import { Output, toParts, writeBonds } from './output.ts'
import { activeStakeShares, areShares, nextPermits } from './stake.ts'
import { normalized } from './vector.ts'
import { areRowsShort, clipColumns, countedWeights, interpolate } from './weights.ts'
import { Shares, yuma2, yuma3 } from './yuma.ts'

export { add, expSafe, inverse, mul, safeDiv, sub, toU16 }

/** Forgets the last epoch and makes room for an input. */
export function begin(bytes: usize): usize {
  heap.reset()
  return heap.alloc(bytes)
}

/** Runs the epoch whose input is at `address`: address of the output, or 0 for an input that wants wider arithmetic. */
export function epoch(address: usize): usize {
  const input = changetype<Input>(address)
  const n = input.size
  const stake = <usize>input.stake
  if (!areShares(stake, n) || !areRowsShort(input)) return 0
  const output = new Output()
  const shares = new Shares()
  shares.stake = stake

  const newPermits = nextPermits(input)
  shares.activeStake = activeStakeShares(input)

  const weights = countedWeights(input)
  shares.consensus = medians(shares.activeStake, weights, input.kappa)
  const clipped = clipColumns(weights, shares.consensus)
  shares.incentive = normalized(ranks(clipped, shares.activeStake), n)
  const bondWeights = interpolate(weights, clipped, input.bondsPenalty)
  const bonds = input.yuma3On
    ? yuma3(input, bondWeights, shares)
    : yuma2(input, bondWeights, shares)
  splitEmission(shares, n, input.emission, output)

  output.activeStake = shares.activeStake
  output.consensus = shares.consensus
  output.incentive = shares.incentive
  output.dividends = shares.dividends
  output.stakeParts = toParts(stake, n)
  output.consensusParts = toParts(shares.consensus, n)
  output.incentiveParts = toParts(shares.incentive, n)
  output.dividendParts = toParts(shares.dividends, n)
  output.trustParts = toParts(rowSums(clipped), n)
  output.newPermits = newPermits
  writeBonds(bonds, newPermits, output)
  return changetype<usize>(output)
}

/** Sum of each column's clipped weights times the stake behind them. */
function ranks(clipped: Matrix, stake: usize): usize {
  const result = Zeros.i64(clipped.rows)
  for (let i = 0; i < clipped.rows; i++) {
    const share = At.i64(stake, i)
    if (share === 0) continue
    for (let entry = clipped.start(i); entry < clipped.end(i); entry++) {
      const j = clipped.column(entry)
      const rank = I32F32.mul(share, clipped.value(entry))
      Put.i64(result, j, I32F32.add(At.i64(result, j), rank))
    }
  }
  return result
}

/** Sum of each row. */
function rowSums(matrix: Matrix): usize {
  const result = Zeros.i64(matrix.rows)
  for (let i = 0; i < matrix.rows; i++) {
    let total: i64 = 0
    for (let entry = matrix.start(i); entry < matrix.end(i); entry++) total += matrix.value(entry)
    Put.i64(result, i, total)
  }
  return result
}
