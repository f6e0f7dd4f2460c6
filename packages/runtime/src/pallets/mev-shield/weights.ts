/** Weights of MevShield's calls. */
import * as f from '@taonet/frame'
import { benchmarked } from '../../common/benchmarked.ts'

export const announce_next_key = benchmarked([33_661_000n, 5555n, 4, 6])
export const submit_encrypted = f.weight(207_223_000n)
/** Set by hand, above the benchmark, so that nobody fills the queue for little. */
export const store_encrypted = f.weight(20_000_000_000n)
export const set_max_pending_extrinsics_number = benchmarked([4_206_000n, 0n, 0, 1])
export const set_on_initialize_weight = benchmarked([4_327_000n, 0n, 0, 1])
export const set_stored_extrinsic_lifetime = benchmarked([4_116_000n, 0n, 0, 1])
export const set_max_extrinsic_weight = benchmarked([4_227_000n, 0n, 0, 1])
