/** Weights of Preimage's calls, as benchmarked upstream. */
import { benchmarked, benchmarkedPerItem } from '../../common/benchmarked.ts'

export const note_preimage = benchmarkedPerItem([50_499_000n, 28_584n, 5, 3], [13_491n, 0n, 0, 0])
export const unnote_preimage = benchmarked([50_830_000n, 3892n, 3, 3])
export const request_preimage = benchmarked([19_292_000n, 3556n, 2, 1])
export const unrequest_preimage = benchmarked([20_209_000n, 3556n, 2, 2])
export const ensure_updated = benchmarkedPerItem(
  [56_817_000n, 28_584n, 2, 0],
  [59_397_441n, 2902n, 3, 4],
)
