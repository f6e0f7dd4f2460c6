/** Constants of Commitments, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const MaxFields = f.constant(f.u32, 3)
export const InitialDeposit = f.constant(f.u64, 0n)
export const FieldDeposit = f.constant(f.u64, 0n)
