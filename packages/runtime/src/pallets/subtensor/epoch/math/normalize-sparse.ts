// Rows and columns of sparse matrices scaled to a sum or a maximum of one.

import { I32F32 } from '@taonet/frame'
import type { SparseMatrix, SparseRow } from './sparse.ts'
import { sum } from './vector.ts'

/**
 * Each row divided by its sum, if that is positive. Zeros stay.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs inplace_row_normalize_sparse
 */
export function normalizeRows(matrix: SparseMatrix): SparseMatrix {
  return matrix.map((row) => {
    const total = sum(row.map(([, value]) => value))
    return total > 0n ? row.map(([j, value]) => [j, I32F32.safeDiv(value, total)] as const) : row
  })
}

/**
 * Each column divided by its sum, if that is not 0. Entries past the last column stay as they are.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs inplace_col_normalize_sparse
 */
export function normalizeColumns(matrix: SparseMatrix, columns: number): SparseMatrix {
  const totals = new Array<I32F32>(columns).fill(0n)
  for (const row of matrix) {
    for (const [j, value] of row) if (j < columns) totals[j] = I32F32.add(totals[j]!, value)
  }
  return divideColumns(matrix, totals)
}

/**
 * Each column divided by its largest value, if that is positive. Entries past the last column stay as they are.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs inplace_col_max_upscale_sparse
 */
export function upscaleColumns(matrix: SparseMatrix, columns: number): SparseMatrix {
  const largest = new Array<I32F32>(columns).fill(0n)
  for (const row of matrix) {
    for (const [j, value] of row) if (j < columns && largest[j]! < value) largest[j] = value
  }
  return divideColumns(matrix, largest)
}

function divideColumns(matrix: SparseMatrix, divisors: readonly I32F32[]): SparseMatrix {
  return matrix.map(
    (row): SparseRow =>
      row.map((entry) => {
        const [j, value] = entry
        const divisor = divisors[j] ?? 0n
        return divisor === 0n ? entry : [j, I32F32.safeDiv(value, divisor)]
      }),
  )
}
