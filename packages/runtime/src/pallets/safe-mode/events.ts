/** Events of SafeMode, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { ExitReason } from './types.ts'

export const Entered = f.event(0, { until: f.u32 })
export const Extended = f.event(1, { until: f.u32 })
export const Exited = f.event(2, { reason: ExitReason })
export const DepositPlaced = f.event(3, { account: f.AccountId, amount: f.u64 })
export const DepositReleased = f.event(4, { account: f.AccountId, amount: f.u64 })
export const DepositSlashed = f.event(5, { account: f.AccountId, amount: f.u64 })
export const CannotDeposit = f.event(6, {})
export const CannotRelease = f.event(7, {})
