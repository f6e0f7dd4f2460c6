/** Constants of Drand, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const UnsignedPriority = f.constant(f.u64, 1_048_576n)
export const HttpFetchTimeout = f.constant(f.u64, 1000n)
