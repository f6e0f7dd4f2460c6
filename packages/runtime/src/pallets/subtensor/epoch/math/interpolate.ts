// A matrix between two others.

import { I32F32 } from '@taonet/frame'
import { gatherPositive, type SparseMatrix, spreadRow } from './sparse.ts'

/**
 * `a + ratio * (b - a)`. Ratios 0 and 1 return `a` and `b` as they are; others give ascending columns and positive values only.
 *
 * shape   a and b with equally many rows
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs interpolate_sparse
 */
export function interpolate(
  a: SparseMatrix,
  b: SparseMatrix,
  columns: number,
  ratio: I32F32,
): SparseMatrix {
  if (ratio === 0n) return a
  if (ratio === I32F32.ONE) return b
  return a.map((rowA, i) => {
    const cellsB = spreadRow(b[i]!, columns)
    return gatherPositive(
      spreadRow(rowA, columns).map((cellA, j) =>
        I32F32.add(cellA, I32F32.mul(ratio, I32F32.sub(cellsB[j]!, cellA))),
      ),
    )
  })
}
