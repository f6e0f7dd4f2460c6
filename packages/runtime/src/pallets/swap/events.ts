/** Events of Swap, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const FeeRateSet = f.event(0, { netuid: f.u16, rate: f.u16 })
