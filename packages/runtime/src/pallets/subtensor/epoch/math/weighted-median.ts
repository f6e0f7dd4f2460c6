// The stake-weighted median: the score that a majority of stake gives at least.

import { I32F32 } from '@taonet/frame'
import type { SparseMatrix } from './sparse.ts'
import { normalize, sum } from './vector.ts'

/** A vote on a score. */
export interface Vote {
  readonly stake: I32F32
  readonly score: I32F32
}

/**
 * Weighted median by repeated partition around the middle vote; `minority` is the stake below the median. At an exact
 * tie the upper score wins: the low side needs more than the minority, the high side only the majority.
 *
 * shape   votes -> one score; 0 without votes
 * units   I32F32; `total` is the stake of all votes
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs weighted_median
 * cost    O(votes) typically, O(votes²) at worst
 */
export function weightedMedian(votes: readonly Vote[], minority: I32F32, total: I32F32): I32F32 {
  let part = votes
  let low: I32F32 = 0n
  let high = total
  for (;;) {
    if (part.length <= 1) return part[0]?.score ?? 0n
    const pivot = part[part.length >> 1]!.score
    const below = part.filter(({ score }) => score < pivot)
    const above = part.filter(({ score }) => score > pivot)
    const belowEdge = I32F32.add(low, stakeOf(below))
    const aboveEdge = I32F32.sub(high, stakeOf(above))
    if (minority < belowEdge && below.length > 0) {
      part = below
      high = belowEdge
    } else if (aboveEdge <= minority && above.length > 0) {
      part = above
      low = aboveEdge
    } else {
      return pivot
    }
  }
}

/**
 * Weighted median of every column over the rows with positive stake; an absent entry is a score of 0.
 *
 * shape   stake[rows], scores rows × columns -> columns
 * units   I32F32; `majority` is kappa
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs weighted_median_col_sparse
 */
export function weightedMedianOfColumns(
  stake: readonly I32F32[],
  scores: SparseMatrix,
  columns: number,
  majority: I32F32,
): readonly I32F32[] {
  const voters = stake.flatMap((share, i) => (share > 0n ? [i] : []))
  const shares = normalize(voters.map((i) => stake[i]!))
  const total = sum(shares)
  const minority = I32F32.sub(total, majority)
  const cells = Array.from({ length: columns }, () => new Array<I32F32>(voters.length).fill(0n))
  voters.forEach((i, k) => {
    for (const [j, value] of scores[i] ?? []) if (j < columns) cells[j]![k] = value
  })
  return cells.map((column) =>
    weightedMedian(
      column.map((score, k) => ({ stake: shares[k]!, score })),
      minority,
      total,
    ),
  )
}

function stakeOf(votes: readonly Vote[]): I32F32 {
  return votes.reduce<I32F32>((total, { stake }) => I32F32.add(total, stake), 0n)
}
