/** Storage of SafeMode, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const EnteredUntil = f.value(f.u32, undefined)

export const Deposits = f.map(
  [f.twox64_concat(f.AccountId), f.twox64_concat(f.u32)],
  f.u64,
  undefined,
)
