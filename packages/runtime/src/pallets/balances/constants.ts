/** Constants of Balances, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const ExistentialDeposit = f.constant(f.u64, 500n)
export const MaxLocks = f.constant(f.u32, 50)
export const MaxReserves = f.constant(f.u32, 50)
export const MaxFreezes = f.constant(f.u32, 50)
