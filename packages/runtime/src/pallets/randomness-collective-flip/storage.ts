/** Storage of RandomnessCollectiveFlip, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const RandomMaterial = f.value(f.boundedVec(f.H256, 81), [])
