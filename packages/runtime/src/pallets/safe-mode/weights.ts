/** Weights of SafeMode, as benchmarked upstream. */
import { benchmarked } from '../../common/benchmarked.ts'

export const on_initialize_noop = benchmarked([733_000n, 1489n, 1, 0])
export const on_initialize_exit = benchmarked([4_926_000n, 1489n, 1, 1])
export const enter = benchmarked([44_471_000n, 3892n, 2, 3])
export const force_enter = benchmarked([5_200_000n, 1489n, 1, 1])
export const extend = benchmarked([46_411_000n, 3892n, 2, 3])
export const force_extend = benchmarked([7_011_000n, 1489n, 1, 1])
export const force_exit = benchmarked([6_180_000n, 1489n, 1, 1])
export const release_deposit = benchmarked([37_735_000n, 3892n, 3, 2])
export const force_release_deposit = benchmarked([36_454_000n, 3892n, 2, 2])
export const force_slash_deposit = benchmarked([28_905_000n, 3892n, 2, 2])
