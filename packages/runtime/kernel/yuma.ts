// Bonds and dividends of both kinds.

import { AlphaCurve, keptBonds, liquidAverage, movingAverage } from './bonds.ts'
import { columnMaxima, columnSums, divideColumns } from './columns.ts'
import { I32F32 } from './fixed.ts'
import { Input } from './input.ts'
import { Matrix } from './matrix.ts'
import { At, Put, Zeros } from './memory.ts'
import { normalized } from './vector.ts'

/** Shares that bonds, dividends and emission follow, I32F32[n] each. */
@unmanaged
export class Shares {
  stake: usize
  activeStake: usize
  consensus: usize
  incentive: usize
  dividends: usize
}

/** Yuma 2: stake buys bonds, columns sum to 1; sets the dividends and returns bonds whose columns have a maximum of 1. */
export function yuma2(input: Input, weights: Matrix, shares: Shares): Matrix {
  const n = input.size
  const old = keptBonds(input, false)
  divideColumns(old, columnSums(old, n), n)
  const bought = scaleRows(weights, shares.activeStake)
  divideColumns(bought, columnSums(bought, n), n)
  const bonds = movingAverage(bought, old, input.alpha)
  divideColumns(bonds, columnSums(bonds, n), n)
  shares.dividends = normalized(earnings(bonds, shares.incentive), n)
  divideColumns(bonds, columnMaxima(bonds, n), n)
  return bonds
}

/** Yuma 3: bonds follow weights pair by pair; sets the dividends and returns the bonds. */
export function yuma3(input: Input, weights: Matrix, shares: Shares): Matrix {
  const n = input.size
  const old = keptBonds(input, true)
  const bonds =
    input.liquidAlphaOn && isAnySet(shares.consensus, n)
      ? liquidAverage(weights, old, shares.consensus, curveOf(input))
      : movingAverage(weights, old, input.alpha)
  const earned = earningsByColumn(bonds, shares.incentive)
  for (let i = 0; i < n; i++) {
    // Upstream's product is a checked one, but shares of at most 1 cannot overflow it.
    Put.i64(earned, i, I32F32.mul(At.i64(earned, i), At.i64(shares.activeStake, i)))
  }
  shares.dividends = normalized(earned, n)
  return bonds
}

function curveOf(input: Input): AlphaCurve {
  return new AlphaCurve(input.alphaLow, input.alphaHigh, input.slope)
}

function isAnySet(x: usize, count: i32): bool {
  for (let i = 0; i < count; i++) if (At.i64(x, i) !== 0) return true
  return false
}

/** Each row times a share of its own. */
function scaleRows(matrix: Matrix, scale: usize): Matrix {
  const scaled = matrix.withNewValues()
  for (let i = 0; i < matrix.rows; i++) {
    const factor = At.i64(scale, i)
    for (let entry = matrix.start(i); entry < matrix.end(i); entry++) {
      scaled.setValue(entry, I32F32.mul(matrix.value(entry), factor))
    }
  }
  return scaled
}

/** Sum of each row's bonds times their column's incentive. */
function earnings(bonds: Matrix, incentive: usize): usize {
  const result = Zeros.i64(bonds.rows)
  for (let i = 0; i < bonds.rows; i++) {
    let total: i64 = 0
    for (let entry = bonds.start(i); entry < bonds.end(i); entry++) {
      const share = At.i64(incentive, bonds.column(entry))
      if (share !== 0) total = I32F32.add(total, I32F32.mul(share, bonds.value(entry)))
    }
    Put.i64(result, i, total)
  }
  return result
}

/** The same with each column divided by its sum first; columns without incentive need no quotient. */
function earningsByColumn(bonds: Matrix, incentive: usize): usize {
  const sums = columnSums(bonds, bonds.rows)
  const result = Zeros.i64(bonds.rows)
  for (let i = 0; i < bonds.rows; i++) {
    let total: i64 = 0
    for (let entry = bonds.start(i); entry < bonds.end(i); entry++) {
      const j = bonds.column(entry)
      const share = At.i64(incentive, j)
      if (share === 0) continue
      total += I32F32.mul(I32F32.safeDiv(bonds.value(entry), At.i64(sums, j)), share)
    }
    Put.i64(result, i, total)
  }
  return result
}
