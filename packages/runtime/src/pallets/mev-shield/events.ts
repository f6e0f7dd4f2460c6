/** Events of MevShield, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const EncryptedSubmitted = f.event(0, { id: f.H256, who: f.AccountId })
export const ExtrinsicStored = f.event(1, { index: f.u32, who: f.AccountId })
export const ExtrinsicDecodeFailed = f.event(2, { index: f.u32 })
export const ExtrinsicDispatchFailed = f.event(3, { index: f.u32, error: f.DispatchErrorWire })
export const ExtrinsicDispatched = f.event(4, { index: f.u32 })
export const ExtrinsicExpired = f.event(5, { index: f.u32 })
export const ExtrinsicPostponed = f.event(6, { index: f.u32 })
export const MaxPendingExtrinsicsNumberSet = f.event(7, { value: f.u32 })
export const OnInitializeWeightSet = f.event(8, { value: f.u64 })
export const ExtrinsicLifetimeSet = f.event(9, { value: f.u32 })
export const MaxExtrinsicWeightSet = f.event(10, { value: f.u64 })
export const ExtrinsicWeightExceeded = f.event(11, { index: f.u32 })
