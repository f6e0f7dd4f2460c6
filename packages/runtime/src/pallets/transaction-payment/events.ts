/** Events of TransactionPayment, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const TransactionFeePaid = f.event(0, { who: f.AccountId, actual_fee: f.u64, tip: f.u64 })
