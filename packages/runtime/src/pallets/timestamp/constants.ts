/** Constants of Timestamp, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const MinimumPeriod = f.constant(f.u64, 6000n)
