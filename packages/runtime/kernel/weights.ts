// Stored weights, and which of them count.

import { I32F32 } from './fixed.ts'
import { Input } from './input.ts'
import { Matrix } from './matrix.ts'
import { At, Put, Zeros } from './memory.ts'

/** Whether no row can sum past the largest I32F32, which would wrap around. */
export function areRowsShort(input: Input): bool {
  for (let i = 0; i < input.size; i++) {
    const starts = <usize>input.weightStarts
    if (At.i32(starts, i + 1) - At.i32(starts, i) > i16.MAX_VALUE) return false
  }
  return true
}

/** Weights of permitted validators for others that were there when the weights were set, rows summing to 1. */
export function countedWeights(input: Input): Matrix {
  const n = input.size
  const starts = <usize>input.weightStarts
  const matrix = new Matrix(n, At.i32(starts, n))
  for (let i = 0; i < n; i++) {
    if (i < <i32>input.permitCount && At.bool(<usize>input.permits, i)) pushRow(input, matrix, i)
    matrix.endRow(i)
  }
  return matrix
}

function pushRow(input: Input, matrix: Matrix, i: i32): void {
  const n = input.size
  const pairs = <usize>input.weightPairs
  const end = At.i32(<usize>input.weightStarts, i + 1)
  // A column counts when it was registered before this block and not after that one.
  const updated = At.u64(<usize>input.lastUpdate, i)
  const committed = input.hasCommitBlocks ? At.u64(<usize>input.commitBlocks, i) : u64.MAX_VALUE
  const skipped = i === input.owner ? -1 : i
  const first = matrix.size
  let total: i64 = 0
  for (let pair = At.i32(<usize>input.weightStarts, i); pair < end; pair++) {
    const j = <i32>At.u16(pairs, pair << 1)
    if (j >= n || j === skipped) continue
    const registered = At.u64(<usize>input.registered, j)
    if (registered >= updated || registered > committed) continue
    const weight = <i64>At.u16(pairs, (pair << 1) + 1)
    total += weight
    matrix.push(j, weight)
  }
  if (total === 0) return
  for (let entry = first; entry < matrix.size; entry++) {
    const weight = matrix.value(entry)
    Put.i64(matrix.values, entry, <i64>(<u64>(weight << 32) / <u64>total))
  }
}

/** Values above their column's threshold become the threshold, or vanish when that is 0. */
export function clipColumns(weights: Matrix, thresholds: usize): Matrix {
  const clipped = new Matrix(weights.rows, weights.size)
  for (let i = 0; i < weights.rows; i++) {
    for (let entry = weights.start(i); entry < weights.end(i); entry++) {
      const j = weights.column(entry)
      const value = weights.value(entry)
      const threshold = At.i64(thresholds, j)
      if (threshold >= value) clipped.push(j, value)
      else if (threshold > 0) clipped.push(j, threshold)
    }
    clipped.endRow(i)
  }
  return clipped
}

/** Weights between the counted and the clipped ones; ratios 0 and 1 return those as they are. */
export function interpolate(a: Matrix, b: Matrix, ratio: i64): Matrix {
  if (ratio === 0) return a
  if (ratio === I32F32.ONE) return b
  const result = new Matrix(a.rows, a.size)
  const from = Zeros.i64(a.rows)
  const to = Zeros.i64(a.rows)
  for (let i = 0; i < a.rows; i++) {
    if (a.length(i) > 0) {
      spread(a, i, from)
      spread(b, i, to)
      pushBetween(from, to, ratio, result)
    }
    result.endRow(i)
  }
  return result
}

/** A row over all columns; the last duplicate wins. */
function spread(matrix: Matrix, i: i32, cells: usize): void {
  memory.fill(cells, 0, (<usize>matrix.rows) << 3)
  for (let entry = matrix.start(i); entry < matrix.end(i); entry++) {
    Put.i64(cells, matrix.column(entry), matrix.value(entry))
  }
}

/** The positive cells between two rows. */
function pushBetween(from: usize, to: usize, ratio: i64, result: Matrix): void {
  for (let j = 0; j < result.rows; j++) {
    const a = At.i64(from, j)
    const b = At.i64(to, j)
    if ((a | b) === 0) continue
    const value = I32F32.add(a, I32F32.mul(ratio, I32F32.sub(b, a)))
    if (value > 0) result.push(j, value)
  }
}
