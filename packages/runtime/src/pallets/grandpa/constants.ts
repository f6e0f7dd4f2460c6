/** Constants of Grandpa, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const MaxAuthorities = f.constant(f.u32, 32)
export const MaxNominators = f.constant(f.u32, 20)
export const MaxSetIdSessionEntries = f.constant(f.u64, 0n)
