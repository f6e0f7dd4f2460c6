// The largest values of a vector.

import type { I32F32 } from '@taonet/frame'

/**
 * Marks the `k` largest values; of equal ones the lower index loses. All are marked when there are fewer than `k`.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs is_topk
 * cost    O(n log n)
 */
export function isTopK(x: readonly I32F32[], k: number): boolean[] {
  const marks = x.map(() => true)
  if (x.length < k) return marks
  // Array sort is stable, as upstream's is.
  const ascending = x.map((_, i) => i).sort((a, b) => (x[a]! < x[b]! ? -1 : x[a]! > x[b]! ? 1 : 0))
  for (const i of ascending.slice(0, x.length - k)) marks[i] = false
  return marks
}

/**
 * Marks those of the `k` largest values that are not 0.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/math.rs is_topk_nonzero
 */
export function isTopKNonzero(x: readonly I32F32[], k: number): boolean[] {
  return isTopK(x, k).map((marked, i) => marked && x[i] !== 0n)
}
