/** RandomnessCollectiveFlip: hashes of the last 81 blocks, as a source of weak randomness. */
import * as f from '@taonet/frame'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'

export const RandomnessCollectiveFlip = f.pallet('RandomnessCollectiveFlip', {
  crate: 'pallet_insecure_randomness_collective_flip',
  storage,
  hooks,
})
