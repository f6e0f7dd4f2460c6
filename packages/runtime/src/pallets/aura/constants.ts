/** Constants of Aura, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const SlotDuration = f.constant(f.u64, 12_000n)
