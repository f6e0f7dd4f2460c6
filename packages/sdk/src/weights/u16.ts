/** Weights as the chain holds them: 16-bit integers. */
import { WeightsError } from './errors.ts'

export const U16_MAX = 65_535

/** Parallel lists: `weights[i]` is the weight of `uids[i]`. */
export type UidWeights = { readonly uids: readonly number[]; readonly weights: readonly number[] }

/**
 * Weights for `set_weights`: scaled so that the largest is 65535, rounded half to even, zeros dropped,
 * order kept. All-zero weights give empty lists.
 *
 * refuses INVALID_WEIGHTS: negative or non-finite weights, bad uids, lists of different length or empty
 * source  opentensor/bittensor bittensor/utils/weight_utils.py convert_weights_and_uids_for_emit
 */
export function convertWeightsAndUidsForEmit(
  uids: readonly number[],
  weights: readonly number[],
): { uids: number[]; weights: number[] } {
  if (uids.length !== weights.length || uids.length === 0) {
    throw invalid(`expected as many weights as uids, got ${weights.length} and ${uids.length}`)
  }
  for (const uid of uids) {
    if (!Number.isInteger(uid) || uid < 0 || uid > U16_MAX) throw invalid(`uid ${uid} is no u16`)
  }
  for (const weight of weights) {
    if (!(Number.isFinite(weight) && weight >= 0))
      throw invalid(`weight ${weight} cannot be on chain`)
  }
  const largest = weights.reduce((a, b) => Math.max(a, b), 0)
  const kept: { uids: number[]; weights: number[] } = { uids: [], weights: [] }
  if (largest === 0) return kept
  for (const [i, weight] of weights.entries()) {
    const value = roundHalfEven((weight / largest) * U16_MAX)
    if (value === 0) continue
    kept.uids.push(uids[i] ?? 0)
    kept.weights.push(value)
  }
  return kept
}

/**
 * Dense row of a sparse list: `row[uid]` is its share of the whole, in float32 as upstream.
 *
 * shape  weights of `n` neurons
 * source opentensor/bittensor bittensor/utils/weight_utils.py convert_weight_uids_and_vals_to_tensor
 */
export function denseRow(n: number, { uids, weights }: UidWeights): Float32Array {
  const row = new Float32Array(n)
  for (const [i, uid] of uids.entries()) row[uid] = weights[i] ?? 0
  const sum = pairwiseSum(row)
  return sum > 0 ? row.map((weight) => weight / sum) : row
}

/** A u16 share as a fraction of 65535. */
export function u16NormalizedFloat(value: number): number {
  return value / U16_MAX
}

/** Index of a mechanism's weights and bonds in storage: mechanism · 4096 + netuid. */
export function mechanismStorageIndex(netuid: number, mecid = 0): number {
  return mecid * 4096 + netuid
}

/**
 * Sum in numpy's order: eight running sums, halves beyond 128. In float32 where the list is one.
 *
 * source numpy/numpy numpy/_core/src/umath/loops_utils.h.src pairwise_sum
 */
export function pairwiseSum(values: Float32Array | readonly number[]): number {
  const round = values instanceof Float32Array ? Math.fround : (value: number) => value
  const add = (x = 0, y = 0) => round(x + y)
  const sum = (start: number, length: number): number => {
    if (length > 128) {
      const half = Math.floor(length / 16) * 8
      return add(sum(start, half), sum(start + half, length - half))
    }
    const whole = length < 8 ? 0 : length - (length % 8)
    const sums = Array.from(values.slice(start, start + Math.min(whole, 8)))
    for (let i = 8; i < whole; i++) sums[i % 8] = add(sums[i % 8], values[start + i])
    const [a, b, c, d, e, f, g, h] = sums
    let total = add(add(add(a, b), add(c, d)), add(add(e, f), add(g, h)))
    for (let i = whole; i < length; i++) total = add(total, values[start + i])
    return total
  }
  return sum(0, values.length)
}

export function invalid(message: string): WeightsError {
  return new WeightsError('INVALID_WEIGHTS', message)
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}
