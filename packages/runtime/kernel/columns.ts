// Sums, maxima and quotients of columns. Entries past the last column take no part.

import { I32F32 } from './fixed.ts'
import { Matrix } from './matrix.ts'
import { At, Put, Zeros } from './memory.ts'

/** Saturated sum of each column. */
export function columnSums(matrix: Matrix, columns: i32): usize {
  const sums = Zeros.i64(columns)
  for (let entry = 0; entry < matrix.size; entry++) {
    const j = matrix.column(entry)
    if (j < columns) Put.i64(sums, j, I32F32.add(At.i64(sums, j), matrix.value(entry)))
  }
  return sums
}

/** Largest value of each column, at least 0. */
export function columnMaxima(matrix: Matrix, columns: i32): usize {
  const maxima = Zeros.i64(columns)
  for (let entry = 0; entry < matrix.size; entry++) {
    const j = matrix.column(entry)
    if (j < columns) Put.i64(maxima, j, max(At.i64(maxima, j), matrix.value(entry)))
  }
  return maxima
}

/** Divides the entries of each column in place, unless its divisor is 0. */
export function divideColumns(matrix: Matrix, divisors: usize, columns: i32): void {
  for (let entry = 0; entry < matrix.size; entry++) {
    const j = matrix.column(entry)
    if (j >= columns) continue
    const divisor = At.i64(divisors, j)
    if (divisor !== 0) matrix.setValue(entry, I32F32.safeDiv(matrix.value(entry), divisor))
  }
}
