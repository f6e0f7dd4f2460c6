/** Weights of Utility's calls, as benchmarked upstream. */
import * as f from '@taonet/frame'

const perCall =
  (base: bigint, each: bigint) =>
  (calls: number): f.Weight =>
    f.addWeight(f.weight(base + each * BigInt(calls), 3983n), f.dbReads(2))

export const batch = perCall(19_446_696n, 5_450_264n)
export const batch_all = perCall(13_428_230n, 5_663_250n)
export const force_batch = perCall(12_134_867n, 5_477_293n)
/** With the row of the derived account. */
export const as_derivative = f.addWeight(
  f.addWeight(f.weight(15_378_000n, 3983n), f.dbReads(2)),
  f.dbReadsWrites(1, 1),
)
export const dispatch_as = f.weight(6_893_000n)
export const dispatch_as_fallible = f.weight(7_113_000n)
export const if_else = f.addWeight(f.weight(21_831_000n, 3983n), f.dbReads(2))
