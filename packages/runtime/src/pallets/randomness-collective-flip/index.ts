/** RandomnessCollectiveFlip: the pallet's table. */
import * as f from '@taonet/frame'
import * as storage from './storage.ts'

export const RandomnessCollectiveFlip = f.pallet('RandomnessCollectiveFlip', {
  crate: 'pallet_insecure_randomness_collective_flip',
  storage,
})
