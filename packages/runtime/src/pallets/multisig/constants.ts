/** Constants of Multisig, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const DepositBase = f.constant(f.u64, 132_000_000n)
export const DepositFactor = f.constant(f.u64, 32_000_000n)
export const MaxSignatories = f.constant(f.u32, 100)
