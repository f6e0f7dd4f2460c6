/** A validator's scores made fit for a subnet's limits. */
import { invalid, pairwiseSum, U16_MAX, type UidWeights } from './u16.ts'

export type WeightLimits = {
  /** Neurons of the subnet. */
  readonly n: number
  /** Hyperparameter `min_allowed_weights`. */
  readonly minAllowedWeights: number
  /** Largest share of one neuron: hyperparameter `max_weights_limit` / 65535. */
  readonly maxWeightLimit: number
  /** Quantile of the weights to drop, in 65535ths. */
  readonly excludeQuantile?: number
}

const EPSILON = 1e-7
/** Weight of neurons that only fill up a subnet's minimum. */
const FILLER = 1e-5

/**
 * Weights to set: the non-zero ones without the lowest quantile, no share above the limit, summing to
 * one. Where there are none, all alike; where there are too few, all others get a little.
 *
 * differs  upstream adds to positions of the list where it means uids; here uids are meant
 * refuses  INVALID_WEIGHTS: lists of different length, uids that the subnet does not have
 * source   opentensor/bittensor bittensor/utils/weight_utils.py process_weights
 */
export function processWeights(input: UidWeights, limits: WeightLimits): UidWeights {
  const { n, minAllowedWeights, maxWeightLimit, excludeQuantile = 0 } = limits
  const found = nonZero(input)
  const everyone = Array.from({ length: n }, (_, uid) => uid)
  if (found.uids.length === 0 || n < minAllowedWeights) {
    return { uids: everyone, weights: everyone.map(() => 1 / n) }
  }
  const stray = found.uids.find((uid) => !(Number.isInteger(uid) && uid >= 0 && uid < n))
  if (stray !== undefined) throw invalid(`uid ${stray} is none of ${n}`)
  if (found.uids.length < minAllowedWeights) {
    const filled = everyone.map(() => FILLER)
    for (const [i, uid] of found.uids.entries()) {
      filled[uid] = (filled[uid] ?? 0) + (found.weights[i] ?? 0)
    }
    return { uids: everyone, weights: normalizeMaxWeight(filled, maxWeightLimit) }
  }
  const mayGo = (found.uids.length - minAllowedWeights) / found.uids.length
  const threshold = quantile(found.weights, Math.min(excludeQuantile / U16_MAX, mayGo))
  const isKept = (_: number, i: number) => threshold <= (found.weights[i] ?? 0)
  const weights = Float32Array.from(found.weights.filter(isKept))
  const normal = normalizeMaxWeight(weights, maxWeightLimit)
  return { uids: found.uids.filter(isKept), weights: Array.from(normal) }
}

/**
 * Shares of `x` that sum to one with none above `limit`: larger ones are cut to a common value. Computed
 * in the precision of `x`, as numpy does.
 *
 * refuses nothing; where the limit cannot hold, or all is zero, all shares are alike
 * source  opentensor/bittensor bittensor/utils/weight_utils.py normalize_max_weight
 */
export function normalizeMaxWeight<T extends Float32Array | number[]>(x: T, limit: number): T {
  const round: Round = x instanceof Float32Array ? Math.fround : (value) => value
  const total = pairwiseSum(x)
  const map = (change: (value: number) => number) => x.map((value) => round(change(value))) as T
  if (total === 0 || x.length * limit <= 1) return map(() => 1 / x.length)
  const sorted = x.slice().sort((a, b) => a - b) as T
  const sortedTotal = pairwiseSum(sorted)
  const shares = sorted.map((value) => round(value / sortedTotal)) as T
  if ((shares.at(-1) ?? 0) <= round(limit)) return map((value) => value / total)
  const cutoff = cutoffOf(shares, limit, round) * sortedTotal
  const cut = map((value) => Math.min(value, cutoff))
  const cutTotal = pairwiseSum(cut)
  return cut.map((value) => round(value / cutTotal)) as T
}

type Round = (value: number) => number

/** Share that the cut ones get: as many as exceed the limit once they are all cut. */
function cutoffOf(shares: Float32Array | number[], limit: number, round: Round): number {
  const { length } = shares
  let cumulative = 0
  const sums: number[] = []
  let below = 0
  for (const [i, share] of shares.entries()) {
    cumulative = round(cumulative + share)
    sums.push(cumulative)
    const above = round((length - i - 1) * share)
    const whole = round(round(above + cumulative) + round(EPSILON))
    if (round(share / whole) < round(limit)) below++
  }
  const held = round(round(round(limit) * (sums[below - 1] ?? cumulative)) - round(EPSILON))
  return held / (1 - limit * (length - below))
}

function nonZero({ uids, weights }: UidWeights): { uids: number[]; weights: number[] } {
  if (uids.length !== weights.length) {
    throw invalid(`expected as many weights as uids, got ${weights.length} and ${uids.length}`)
  }
  const found: { uids: number[]; weights: number[] } = { uids: [], weights: [] }
  for (const [i, uid] of uids.entries()) {
    const weight = Math.fround(weights[i] ?? 0)
    if (!Number.isFinite(weight)) throw invalid(`weight ${weights[i]} of uid ${uid} is not finite`)
    if (!(weight > 0)) continue
    found.uids.push(uid)
    found.weights.push(weight)
  }
  return found
}

/** Linear quantile in float32, as numpy computes it. */
function quantile(values: readonly number[], q: number): number {
  const { fround } = Math
  const sorted = [...values].sort((a, b) => a - b)
  const position = fround((sorted.length - 1) * fround(q))
  const index = Math.floor(position)
  const low = sorted[index] ?? 0
  const high = sorted[Math.min(index + 1, sorted.length - 1)] ?? 0
  const t = fround(position - index)
  const difference = fround(high - low)
  if (t >= 0.5) return fround(high - fround(difference * fround(1 - t)))
  return fround(low + fround(difference * t))
}
