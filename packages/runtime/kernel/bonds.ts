// Stored bonds, and how they move.

import { expSafe } from './exp.ts'
import { I32F32 } from './fixed.ts'
import { Input } from './input.ts'
import { Matrix } from './matrix.ts'
import { At, Put, Zeros } from './memory.ts'

/** Bonds to neurons registered before the last tempo, as integers or as parts of 65535. */
export function keptBonds(input: Input, asParts: bool): Matrix {
  const n = input.size
  const starts = <usize>input.bondStarts
  const pairs = <usize>input.bondPairs
  const matrix = new Matrix(n, At.i32(starts, n))
  for (let i = 0; i < n; i++) {
    for (let pair = At.i32(starts, i); pair < At.i32(starts, i + 1); pair++) {
      const j = <i32>At.u16(pairs, pair << 1)
      const registered = j < n ? At.u64(<usize>input.registered, j) : 0
      if (input.lastTempoBlock <= registered) continue
      const bond = <i64>At.u16(pairs, (pair << 1) + 1)
      // 2^32 = 65537 * 65535 + 1, so the quotient by 65535 needs no division.
      matrix.push(j, asParts ? bond * 65537 + i64(bond === 65535) : bond << 32)
    }
    matrix.endRow(i)
  }
  return matrix
}

/** `alpha * fresh + (1 - alpha) * old`, ascending columns, positive values. */
export function movingAverage(fresh: Matrix, old: Matrix, alpha: i64): Matrix {
  const n = fresh.rows
  const rest = I32F32.sub(I32F32.ONE, alpha)
  const result = new Matrix(n, fresh.size + old.size)
  const cells = Zeros.i64(n)
  for (let i = 0; i < n; i++) {
    if (fresh.length(i) + old.length(i) > 0) {
      addRow(fresh, i, alpha, cells)
      addRow(old, i, rest, cells)
      for (let j = 0; j < n; j++) {
        const value = At.i64(cells, j)
        if (value === 0) continue
        if (value > 0) result.push(j, value)
        Put.i64(cells, j, 0)
      }
    }
    result.endRow(i)
  }
  return result
}

function addRow(matrix: Matrix, i: i32, factor: i64, cells: usize): void {
  for (let entry = matrix.start(i); entry < matrix.end(i); entry++) {
    const j = matrix.column(entry)
    if (j >= matrix.rows) continue
    const value = I32F32.mul(factor, matrix.value(entry))
    Put.i64(cells, j, I32F32.add(At.i64(cells, j), value))
  }
}

/** One row spread over all columns. */
@unmanaged
class Cells {
  /** Last value of each column. */
  last: usize
  /** Value that a cursor which only moves forward finds: that of an entry above all before it. */
  seen: usize

  constructor(columns: i32) {
    this.last = Zeros.i64(columns)
    this.seen = Zeros.i64(columns)
  }

  fill(matrix: Matrix, i: i32): void {
    let highest = -1
    for (let entry = matrix.start(i); entry < matrix.end(i); entry++) {
      const j = matrix.column(entry)
      if (j < matrix.rows) {
        Put.i64(this.last, j, matrix.value(entry))
        if (j > highest) Put.i64(this.seen, j, matrix.value(entry))
      }
      highest = max(highest, j)
    }
  }

  clear(matrix: Matrix, i: i32): void {
    for (let entry = matrix.start(i); entry < matrix.end(i); entry++) {
      const j = matrix.column(entry)
      if (j >= matrix.rows) continue
      Put.i64(this.last, j, 0)
      Put.i64(this.seen, j, 0)
    }
  }
}

/** The same with an alpha for each pair, in the order of `fresh` and capped at 1; old bonds without a fresh weight vanish. */
export function liquidAverage(
  fresh: Matrix,
  old: Matrix,
  consensus: usize,
  curve: AlphaCurve,
): Matrix {
  const n = fresh.rows
  const result = new Matrix(n, fresh.size)
  const weights = new Cells(n)
  const bonds = new Cells(n)
  for (let i = 0; i < n; i++) {
    weights.fill(fresh, i)
    bonds.fill(old, i)
    for (let entry = fresh.start(i); entry < fresh.end(i); entry++) {
      const j = fresh.column(entry)
      const value = fresh.value(entry)
      const before = At.i64(bonds.last, j)
      // Nothing comes of nothing, whatever the alpha.
      if ((value | before) === 0) continue
      const alpha = curve.alpha(
        At.i64(consensus, j),
        At.i64(weights.seen, j),
        At.i64(bonds.seen, j),
      )
      const decayed = I32F32.mul(I32F32.sub(I32F32.ONE, alpha), before)
      const gain = max<i64>(I32F32.mul(alpha, value), 0)
      const bond = min(I32F32.add(decayed, gain), I32F32.ONE)
      if (bond > 0) result.push(j, bond)
    }
    result.endRow(i)
    weights.clear(fresh, i)
    bonds.clear(old, i)
  }
  return result
}

/** Alpha as a sigmoid of a distance. */
@unmanaged
export class AlphaCurve {
  low: i64
  high: i64
  slope: i64
  /** Alpha at distance 0, where most pairs are. */
  atZero: i64

  constructor(low: i64, high: i64, slope: i64) {
    this.low = low
    this.high = high
    this.slope = slope
    this.atZero = this.atDistance(0)
  }

  /** Buying is measured from consensus, selling from the bond. */
  @inline
  alpha(consensus: i64, weight: i64, bond: i64): i64 {
    const difference = weight >= bond ? weight - consensus : bond - weight
    return difference <= 0 ? this.atZero : this.atDistance(min(difference, I32F32.ONE))
  }

  atDistance(distance: i64): i64 {
    const power = expSafe(I32F32.mul(this.slope, distance - (I32F32.ONE >> 1)))
    const sigmoid = I32F32.inverse(I32F32.ONE + power)
    const range = I32F32.sub(this.high, this.low)
    const alpha = I32F32.add(this.low, I32F32.mul(sigmoid, range))
    return max(min(alpha, this.high), this.low)
  }
}
