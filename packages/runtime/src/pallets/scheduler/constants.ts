/** Constants of Scheduler, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const MaximumWeight = f.constant(f.Weight, {
  ref_time: 3_200_000_000_000n,
  proof_size: 14_757_395_258_967_641_292n,
})
export const MaxScheduledPerBlock = f.constant(f.u32, 50)
