// Removal of entries from sparse matrices.

import type { SparseMatrix } from './sparse.ts'

/**
 * The matrix without the rows whose mask is true; rows past the mask's end go too.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs mask_rows_sparse
 */
export function maskRows(mask: readonly boolean[], matrix: SparseMatrix): SparseMatrix {
  return matrix.map((row, i) => ((mask[i] ?? true) ? [] : row))
}

/**
 * The matrix without its diagonal, except the entry of one uid.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs mask_diag_sparse, mask_diag_sparse_except_index
 */
export function maskDiagonal(matrix: SparseMatrix, except: number | undefined): SparseMatrix {
  return matrix.map((row, i) => (i === except ? row : row.filter(([j]) => i !== j)))
}

/**
 * The matrix without the entries of row `i` and column `j` for which `drop(of[i], by[j])` holds; missing numbers count as 0.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs vec_mask_sparse_matrix
 */
export function maskByBlocks(
  matrix: SparseMatrix,
  of: readonly bigint[],
  by: readonly bigint[],
  drop: (rowBlock: bigint, columnBlock: bigint) => boolean,
): SparseMatrix {
  return matrix.map((row, i) => row.filter(([j]) => !drop(of[i] ?? 0n, by[j] ?? 0n)))
}

/**
 * The matrix without the entries of column `j` for which `drop(by[j])` holds; missing numbers count as 0.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs scalar_vec_mask_sparse_matrix
 */
export function maskColumns(
  matrix: SparseMatrix,
  by: readonly bigint[],
  drop: (columnBlock: bigint) => boolean,
): SparseMatrix {
  return matrix.map((row) => row.filter(([j]) => !drop(by[j] ?? 0n)))
}
