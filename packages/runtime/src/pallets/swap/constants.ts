/** Constants of Swap, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { NonZeroU64 } from '../drand/types.ts'

export const ProtocolId = f.constant(f.PalletId, '0x74656e2f73776170')
export const MaxFeeRate = f.constant(f.u16, 10_000)
export const MinimumLiquidity = f.constant(f.u64, 1000n)
export const MinimumReserve = f.constant(NonZeroU64, 1_000_000n)
