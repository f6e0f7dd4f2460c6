// Products of sparse matrices with vectors. Each product is floored on its own before sums are taken.

import { I32F32 } from '@taonet/frame'
import type { Entry, SparseMatrix } from './sparse.ts'
import { sum } from './vector.ts'

/**
 * Column sums of rows scaled by a vector: `result[j] = sum over i of scale[i] * matrix[i][j]`.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs matmul_sparse
 */
export function matmul(
  matrix: SparseMatrix,
  scale: readonly I32F32[],
  columns: number,
): readonly I32F32[] {
  const result = new Array<I32F32>(columns).fill(0n)
  matrix.forEach((row, i) => {
    const factor = scale[i] ?? 0n
    for (const [j, value] of row) {
      if (j < columns) result[j] = I32F32.add(result[j]!, I32F32.mul(factor, value))
    }
  })
  return result
}

/**
 * Row sums of columns scaled by a vector: `result[i] = sum over j of vector[j] * matrix[i][j]`.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs matmul_transpose_sparse
 */
export function matmulTranspose(
  matrix: SparseMatrix,
  vector: readonly I32F32[],
): readonly I32F32[] {
  return matrix.map((row) =>
    row.reduce<I32F32>(
      (total, [j, value]) => I32F32.add(total, I32F32.mul(vector[j] ?? 0n, value)),
      0n,
    ),
  )
}

/**
 * Each row times a scalar of its own. Rows past the end of `scale` are dropped.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs row_hadamard_sparse
 */
export function scaleRows(matrix: SparseMatrix, scale: readonly I32F32[]): SparseMatrix {
  return matrix
    .slice(0, scale.length)
    .map((row, i) => row.map(([j, value]) => [j, I32F32.mul(value, scale[i]!)] as const))
}

/**
 * Each column times a scalar of its own; products of 0 and columns past the end of `scale` are dropped.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs mat_vec_mul_sparse
 */
export function scaleColumns(matrix: SparseMatrix, scale: readonly I32F32[]): SparseMatrix {
  return matrix.map((row) =>
    row.flatMap(([j, value]): Entry[] => {
      const factor = scale[j]
      const product = factor === undefined ? 0n : I32F32.mul(value, factor)
      return product === 0n ? [] : [[j, product]]
    }),
  )
}

/**
 * Plain sum of each row.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs row_sum_sparse
 */
export function rowSums(matrix: SparseMatrix): readonly I32F32[] {
  return matrix.map((row) => sum(row.map(([, value]) => value)))
}
