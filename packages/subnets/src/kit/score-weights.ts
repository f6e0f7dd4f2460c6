/** From scores to weights: floor, power, shares of one. */

/** Shares of 1 by uid, ascending, zeros left out. */
export type Weights = { readonly uids: readonly number[]; readonly weights: readonly number[] }

/**
 * Weights proportional to `max(score − floor, 0) ** power`.
 *
 * shape   both lists are empty when nobody is above the floor: then do not set weights
 * refuses (RangeError) a score or power that is not finite or below 0
 */
export function weightsOf(
  scores: ReadonlyMap<number, number>,
  { floor = 0, power = 2 }: { floor?: number; power?: number } = {},
): Weights {
  if (!Number.isFinite(power) || power < 0) throw new RangeError(`power ${power}`)
  const raised: [uid: number, value: number][] = []
  for (const [uid, score] of scores) {
    if (!Number.isFinite(score) || score < 0) throw new RangeError(`uid ${uid} scored ${score}`)
    if (score > floor) raised.push([uid, (score - floor) ** power])
  }
  raised.sort(([a], [b]) => a - b)
  const total = raised.reduce((sum, [, value]) => sum + value, 0)
  const kept = raised.filter(([, value]) => value / total > 0)
  return {
    uids: kept.map(([uid]) => uid),
    weights: kept.map(([, value]) => value / total),
  }
}
