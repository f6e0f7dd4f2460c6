/** Wire types of SafeMode, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const HoldReason = f.enumeration('pallet_safe_mode::pallet::HoldReason', {
  EnterOrExtend: 0,
})
export type HoldReason = f.Value<typeof HoldReason>

export const ExitReason = f.enumeration('pallet_safe_mode::pallet::ExitReason', {
  Timeout: 0,
  Force: 1,
})
export type ExitReason = f.Value<typeof ExitReason>
