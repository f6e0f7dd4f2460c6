/** Constants of Utility, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const batched_calls_limit = f.constant(f.u32, 10_922)
