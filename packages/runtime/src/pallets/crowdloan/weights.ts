/** Weights of Crowdloan's calls, as benchmarked upstream. */
import { benchmarked, benchmarkedPerItem } from '../../common/benchmarked.ts'

export const create = benchmarked([59_829_000n, 6148n, 3, 5])
export const contribute = benchmarked([66_609_000n, 6148n, 5, 4])
export const withdraw = benchmarked([60_259_000n, 6148n, 4, 4])
export const finalize = benchmarked([31_507_000n, 4_197_809n, 4, 2])
export const refund = benchmarkedPerItem([110_703_000n, 3747n, 2, 0], [39_503_253n, 2579n, 2, 2])
export const dissolve = benchmarked([66_939_000n, 6148n, 4, 5])
export const update_min_contribution = benchmarked([13_259_000n, 3747n, 2, 1])
export const update_end = benchmarked([12_048_000n, 3747n, 1, 1])
export const update_cap = benchmarked([11_357_000n, 3747n, 1, 1])
export const set_max_contribution = benchmarked([16_024_000n, 3747n, 2, 1])
