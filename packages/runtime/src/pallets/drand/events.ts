/** Events of Drand, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const BeaconConfigChanged = f.event(0, {})
export const NewPulse = f.event(1, { rounds: f.vec(f.u64) })
export const SetOldestStoredRound = f.event(2, [f.u64])
