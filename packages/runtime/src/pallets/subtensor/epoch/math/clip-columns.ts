// Weights cut down to a threshold of their column.

import type { I32F32 } from '@taonet/frame'
import type { Entry, SparseMatrix } from './sparse.ts'

/**
 * Values above their column's threshold become the threshold, or vanish when that is not positive. Zeros stay.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs col_clip_sparse
 */
export function clipColumns(matrix: SparseMatrix, thresholds: readonly I32F32[]): SparseMatrix {
  return matrix.map((row) =>
    row.flatMap((entry): Entry[] => {
      const [j, value] = entry
      const threshold = thresholds[j] ?? 0n
      if (threshold >= value) return [entry]
      return threshold > 0n ? [[j, threshold]] : []
    }),
  )
}
