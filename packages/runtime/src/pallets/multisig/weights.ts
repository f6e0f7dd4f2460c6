/** Weights of Multisig's calls, as benchmarked upstream. */
import * as f from '@taonet/frame'
import { benchmarked, type Figures } from '../../common/benchmarked.ts'

/** A base, and picoseconds for each other signatory and each byte of the call. */
const linear =
  (base: Figures, perSignatory: bigint, perByte = 0n) =>
  (signatories: number, bytes = 0): f.Weight =>
    f.addWeight(
      benchmarked(base),
      f.weight(perSignatory * BigInt(signatories) + perByte * BigInt(bytes)),
    )

export const as_multi_threshold_1 = (bytes: number): f.Weight =>
  linear([20_470_382n, 3997n, 2, 0], 0n, 397n)(0, bytes)
export const as_multi_create = linear([29_976_762n, 6811n, 1, 1], 144_320n, 1819n)
export const as_multi_approve = linear([14_821_348n, 6811n, 1, 1], 127_874n, 1968n)
export const as_multi_complete = linear([34_745_418n, 6811n, 4, 2], 193_313n, 2057n)
export const approve_as_multi_create = linear([27_463_275n, 6811n, 1, 1], 139_226n)
export const approve_as_multi_approve = linear([14_074_258n, 6811n, 1, 1], 126_544n)
export const cancel_as_multi = linear([28_623_566n, 6811n, 1, 1], 135_351n)
export const poke_deposit = linear([27_349_525n, 6811n, 1, 1], 121_813n)
