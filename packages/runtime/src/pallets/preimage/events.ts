/** Events of Preimage, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Noted = f.event(0, { hash: f.H256 })
export const Requested = f.event(1, { hash: f.H256 })
export const Cleared = f.event(2, { hash: f.H256 })
