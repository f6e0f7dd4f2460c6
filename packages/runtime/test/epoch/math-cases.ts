// Upstream's unit tests of its math helpers, as data, and our function for each of its functions.

import { I32F32, I64F64, sigmoidSafe } from '@taonet/frame'
import { clipColumns } from '../../src/pallets/subtensor/epoch/math/clip-columns.ts'
import { interpolate } from '../../src/pallets/subtensor/epoch/math/interpolate.ts'
import { maskByBlocks, maskDiagonal } from '../../src/pallets/subtensor/epoch/math/masks.ts'
import {
  isMaxLimited,
  maxUpscaleToU16,
  maxUpscaleU16,
} from '../../src/pallets/subtensor/epoch/math/max-upscale.ts'
import { movingAverageByCell } from '../../src/pallets/subtensor/epoch/math/moving-average.ts'
import {
  normalizeColumns,
  normalizeRows,
  upscaleColumns,
} from '../../src/pallets/subtensor/epoch/math/normalize-sparse.ts'
import {
  matmul,
  matmulTranspose,
  scaleRows,
} from '../../src/pallets/subtensor/epoch/math/products.ts'
import { type SparseMatrix, spreadRow } from '../../src/pallets/subtensor/epoch/math/sparse.ts'
import { isTopK } from '../../src/pallets/subtensor/epoch/math/top-k.ts'
import { normalize, sum } from '../../src/pallets/subtensor/epoch/math/vector.ts'
import {
  weightedMedian,
  weightedMedianOfColumns,
} from '../../src/pallets/subtensor/epoch/math/weighted-median.ts'

export type Num = number | 'MIN' | 'MAX'

export interface MathCase {
  fn: string
  source: string
  // biome-ignore lint/suspicious/noExplicitAny: every function has inputs of its own shape
  input: any
  expected: unknown
  tolerance: number
  literals: 'f32' | 'f64'
  note?: string
  computed_bits?: string[]
}

type Fix = (value: Num) => I32F32
export type Answer = readonly (I32F32 | number | boolean)[]

/** How a test turns its decimals into fixed point: as f32 or as f64 literals. */
export function literal(kind: string): Fix {
  return (value) => {
    if (value === 'MIN' || value === 'MAX') return I32F32[value]
    return I32F32.fromF64(kind === 'f32' ? Math.fround(value) : value)
  }
}

interface Dense {
  rows: number
  flat: Num[]
  transpose?: boolean
}

/** A dense test matrix as sparse rows of its entries that are not 0, and the way back. */
function sparse({ rows, flat, transpose = false }: Dense, fix: Fix) {
  const width = flat.length / rows
  const cell = (i: number, j: number) => fix(flat[i * width + j]!)
  const height = transpose ? width : rows
  const columns = transpose ? rows : width
  const matrix: SparseMatrix = Array.from({ length: height }, (_, i) =>
    Array.from(
      { length: columns },
      (_, j) => [j, transpose ? cell(j, i) : cell(i, j)] as const,
    ).filter(([, value]) => value !== 0n),
  )
  const flatten = (result: SparseMatrix): Answer => {
    const cells = result.map((row) => spreadRow(row, columns))
    return flat.map((_, at) => {
      const [i, j] = [(at - (at % width)) / width, at % width]
      return transpose ? cells[j]![i]! : cells[i]![j]!
    })
  }
  return { matrix, columns, flatten }
}

// biome-ignore lint/suspicious/noExplicitAny: see MathCase
type Run = (input: any, fix: Fix, given: MathCase) => Answer

const onMatrix =
  (run: (matrix: SparseMatrix, columns: number) => SparseMatrix): Run =>
  (input: Dense, fix) => {
    const { matrix, columns, flatten } = sparse(input, fix)
    return flatten(run(matrix, columns))
  }

const timesVector: Record<'matmul' | 'matmulTranspose', Run> = {
  matmul: (input, fix) => {
    const { matrix, columns } = sparse(input, fix)
    return matmul(matrix, input.vector.map(fix), columns)
  },
  matmulTranspose: (input, fix) =>
    matmulTranspose(sparse(input, fix).matrix, input.vector.map(fix)),
}

const interpolated: Run = ({ rows, a, b, ratio }, fix) => {
  const from = sparse({ rows, flat: a }, fix)
  const to = sparse({ rows, flat: b }, fix)
  // Upstream writes this one number as f64.
  return from.flatten(interpolate(from.matrix, to.matrix, from.columns, literal('f64')(ratio)))
}

const averaged: Run = ({ rows, old, alpha, alpha_all, ...input }, fix) => {
  const fresh = sparse({ rows, flat: input.new }, fix)
  const before = sparse({ rows, flat: old }, fix)
  const alphas = fresh.matrix.map((_, i) =>
    Array.from({ length: fresh.columns }, (_, j) => fix(alpha_all ?? alpha[i * fresh.columns + j])),
  )
  return fresh.flatten(movingAverageByCell(fresh.matrix, before.matrix, alphas))
}

/** Upstream's name -> our function; its dense helpers follow the same rules as its sparse ones. */
export const RUNS: Record<string, Run> = {
  vec_max_upscale_to_u16: (input, fix) => maxUpscaleToU16(input.map(fix)),
  vec_u16_max_upscale_to_u16: (input) => maxUpscaleU16(input),
  check_vec_max_limited: (input) => [isMaxLimited(input.vec, input.max_limit)],
  is_topk: (input, fix) => isTopK(input.vec.map(fix), input.k),
  sigmoid_safe: (input, fix, { note }) => {
    const fixX =
      note === undefined ? fix : literal(note.startsWith('x literals f64') ? 'f64' : 'f32')
    return input.x.map((x: Num) => sigmoidSafe(fixX(x), fix(input.rho), fix(input.kappa)))
  },
  inplace_normalize: (input, fix) => normalize(input.map(fix)),
  vecdiv: ({ x, y }, fix) => x.map((a: Num, i: number) => I32F32.safeDiv(fix(a), fix(y[i]))),
  inplace_row_normalize: onMatrix(normalizeRows),
  inplace_row_normalize_sparse: onMatrix(normalizeRows),
  inplace_col_normalize: onMatrix(normalizeColumns),
  inplace_col_max_upscale: onMatrix(upscaleColumns),
  inplace_col_max_upscale_sparse: onMatrix(upscaleColumns),
  matmul: timesVector.matmul,
  matmul_sparse: timesVector.matmul,
  matmul_transpose: timesVector.matmulTranspose,
  matmul_transpose_sparse: timesVector.matmulTranspose,
  row_hadamard_sparse: (input, fix) =>
    onMatrix((matrix) => scaleRows(matrix, input.vector.map(fix)))(input, fix, input),
  col_clip_sparse: (input, fix) =>
    onMatrix((matrix) => clipColumns(matrix, input.threshold.map(fix)))(input, fix, input),
  vec_mask_sparse_matrix: (input, fix) =>
    onMatrix((matrix) =>
      maskByBlocks(
        matrix,
        input.first.map(BigInt),
        input.second.map(BigInt),
        (first, second) => first < second,
      ),
    )(input, fix, input),
  mask_diag_sparse_except_index: (input, fix) =>
    onMatrix((matrix) => maskDiagonal(matrix, input.except))(input, fix, input),
  weighted_median: ({ stake, score, majority }, fix) => {
    const stakes: I32F32[] = stake.map(fix)
    const votes = stakes.map((share, k) => ({ stake: share, score: fix(score[k]) }))
    return [weightedMedian(votes, I32F32.ONE - fix(majority), sum(stakes))]
  },
  weighted_median_col_sparse: (input, fix) => {
    const { matrix, columns } = sparse(input, fix)
    return weightedMedianOfColumns(input.stake.map(fix), matrix, columns, fix(input.majority))
  },
  interpolate: interpolated,
  interpolate_sparse: interpolated,
  mat_ema_alpha: averaged,
  mat_ema_alpha_sparse: averaged,
  i64f64_to_i32f32: ({ numerators, denominator }) =>
    numerators.map((n: number) =>
      I32F32.from(I64F64, I64F64.div(I64F64.fromInt(n), I64F64.fromInt(denominator))),
    ),
}
