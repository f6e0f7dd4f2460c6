/** Storage of Timestamp, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Now = f.value(f.u64, 0n)

export const DidUpdate = f.value(f.bool, false)
