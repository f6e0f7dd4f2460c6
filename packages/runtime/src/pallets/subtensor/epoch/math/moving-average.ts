// Exponential moving averages of sparse matrices.

import { I32F32 } from '@taonet/frame'
import { clampValue } from './clamp.ts'
import { type Entry, gatherPositive, type SparseMatrix } from './sparse.ts'

/**
 * `alpha * fresh + (1 - alpha) * old`, square; columns ascend and values are positive. Old entries without a fresh one decay.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs mat_ema_sparse
 */
export function movingAverage(fresh: SparseMatrix, old: SparseMatrix, alpha: I32F32): SparseMatrix {
  const rest = I32F32.sub(I32F32.ONE, alpha)
  return fresh.map((row, i) => {
    const cells = new Array<I32F32>(fresh.length).fill(0n)
    const addTo = ([j, value]: Entry, factor: I32F32) => {
      if (j < cells.length) cells[j] = I32F32.add(cells[j]!, I32F32.mul(factor, value))
    }
    for (const entry of row) addTo(entry, alpha)
    for (const entry of old[i] ?? []) addTo(entry, rest)
    return gatherPositive(cells)
  })
}

/**
 * The same with an alpha for every cell and values capped at 1. The result keeps the order of `fresh`, and an old
 * entry whose column `fresh` does not name vanishes.
 *
 * shape   equally many rows; alphas are dense and as wide as the matrices
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs mat_ema_alpha_sparse
 */
export function movingAverageByCell(
  fresh: SparseMatrix,
  old: SparseMatrix,
  alphas: readonly (readonly I32F32[])[],
): SparseMatrix {
  return fresh.map((row, i) => {
    const alpha = alphas[i]!
    const decayed = new Array<I32F32>(alpha.length).fill(0n)
    for (const [j, value] of old[i]!) {
      if (j < alpha.length) decayed[j] = I32F32.mul(I32F32.sub(I32F32.ONE, alpha[j]!), value)
    }
    return row.flatMap(([j, value]): Entry[] => {
      if (j >= alpha.length) return []
      const gain = I32F32.mul(alpha[j]!, value)
      const bond = I32F32.add(decayed[j]!, gain > 0n ? gain : 0n)
      const capped = clampValue(bond, 0n, I32F32.ONE)
      return capped > 0n ? [[j, capped]] : []
    })
  })
}
