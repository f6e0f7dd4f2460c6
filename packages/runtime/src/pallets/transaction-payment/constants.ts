/** Constants of TransactionPayment, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const OperationalFeeMultiplier = f.constant(f.u8, 5)
