/** Hooks of Aura. */
import * as f from '@taonet/frame'
import { currentSlot } from './slot.ts'
import * as storage from './storage.ts'

/** Slots only go up. */
export function on_initialize(ctx: f.Context): f.Weight {
  const slot = currentSlot(ctx)
  if (slot === undefined) return f.dbReads(1)
  f.assert(slot > storage.CurrentSlot.get(ctx), `slot ${slot} comes after the last one`)
  storage.CurrentSlot.set(ctx, slot)
  return f.dbReadsWrites(2, 1)
}

export function try_state(ctx: f.Context): void {
  f.assert(storage.Authorities.get(ctx).length > 0, 'somebody may make blocks')
}
