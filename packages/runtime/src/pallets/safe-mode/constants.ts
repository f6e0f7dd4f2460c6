/** Constants of SafeMode, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const EnterDuration = f.constant(f.u32, 0)
export const ExtendDuration = f.constant(f.u32, 0)
export const EnterDepositAmount = f.constant(f.option(f.u64), undefined)
export const ExtendDepositAmount = f.constant(f.option(f.u64), undefined)
export const ReleaseDelay = f.constant(f.option(f.u32), undefined)
