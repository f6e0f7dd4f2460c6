/** Constants of Crowdloan, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const PalletId = f.constant(f.PalletId, '0x62742f636c6f616e')
export const MinimumDeposit = f.constant(f.u64, 10_000_000_000n)
export const AbsoluteMinimumContribution = f.constant(f.u64, 100_000_000n)
export const MinimumBlockDuration = f.constant(f.u32, 50_400)
export const MaximumBlockDuration = f.constant(f.u32, 432_000)
export const RefundContributorsLimit = f.constant(f.u32, 50)
export const MaxContributors = f.constant(f.u32, 500)
