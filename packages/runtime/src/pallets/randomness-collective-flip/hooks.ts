/** Hooks of RandomnessCollectiveFlip. */
import * as f from '@taonet/frame'
import * as storage from './storage.ts'

const LENGTH = 81

/**
 * Keeps the parent's hash, over the oldest one when there are 81.
 *
 * source  polkadot-sdk substrate/frame/insecure-randomness-collective-flip/src/lib.rs
 */
export function on_initialize(ctx: f.Context): f.Weight {
  const hashes = storage.RandomMaterial.get(ctx).slice()
  const parent = f.system.storage.ParentHash.get(ctx)
  if (hashes.length < LENGTH) hashes.push(parent)
  else hashes[(ctx.block - 1) % LENGTH] = parent
  storage.RandomMaterial.set(ctx, hashes)
  return f.dbReadsWrites(1, 1)
}
