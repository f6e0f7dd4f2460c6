/** Centrality of the nodes of a weighted graph: PageRank by power iteration. */

const MAX_ROUNDS = 200

/**
 * Share of time that a walker spends at each node, who follows an edge with probability `damping`
 * (in proportion to its weight) and jumps to any node otherwise.
 *
 * shape   weights[i][j] ≥ 0 is the edge from i to j; a node without edges jumps always; sums to 1
 * source  Page et al. 1999; Mihalcea and Tarau 2004 for weighted edges
 * cost    O(rounds × n²), at most 200 rounds, fewer once no share moves by more than `tolerance`
 */
export function centrality(
  weights: readonly (readonly number[])[],
  { damping = 0.85, tolerance = 1e-9 }: { damping?: number; tolerance?: number } = {},
): number[] {
  const n = weights.length
  const totals = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0))
  let shares = new Array<number>(n).fill(1 / n)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = step(weights, totals, shares, damping)
    const moved = next.reduce((most, share, i) => Math.max(most, Math.abs(share - shares[i]!)), 0)
    shares = next
    if (moved <= tolerance) break
  }
  return shares
}

function step(
  weights: readonly (readonly number[])[],
  totals: readonly number[],
  shares: readonly number[],
  damping: number,
): number[] {
  const n = shares.length
  let loose = 0
  for (let i = 0; i < n; i++) if (totals[i] === 0) loose += shares[i]!
  const base = (1 - damping) / n + (damping * loose) / n
  const next = new Array<number>(n).fill(base)
  for (let i = 0; i < n; i++) {
    if (totals[i] === 0) continue
    const flow = (damping * shares[i]!) / totals[i]!
    const row = weights[i]!
    for (let j = 0; j < n; j++) next[j]! += flow * row[j]!
  }
  return next
}

/** Symmetric matrix of `similarity(i, j)` with an empty diagonal. */
export function similarityGraph(
  n: number,
  similarity: (i: number, j: number) => number,
): number[][] {
  const weights = Array.from({ length: n }, () => new Array<number>(n).fill(0))
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const value = similarity(i, j)
      weights[i]![j] = value
      weights[j]![i] = value
    }
  }
  return weights
}
