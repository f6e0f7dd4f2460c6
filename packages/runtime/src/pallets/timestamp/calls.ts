/** Calls of Timestamp. */
import * as f from '@taonet/frame'
import { onTimestampSet } from '../aura/slot.ts'
import * as constants from './constants.ts'
import * as storage from './storage.ts'

export const set = f.call({
  index: 0,
  docs: 'Sets the current time, once in a block, in milliseconds of the Unix epoch.',
  origin: f.none,
  args: { now: f.compact(f.u64) },
  weight: f.addWeight(f.weight(3_816_000n, 1493n), f.dbReadsWrites(2, 1)),
  class: 'Mandatory',
  run(ctx, _none, { now }) {
    ensureOnce(!storage.DidUpdate.has(ctx))
    const previous = storage.Now.get(ctx)
    ensureOnce(previous === 0n || now >= previous + constants.MinimumPeriod.get(ctx))
    storage.Now.set(ctx, now)
    storage.DidUpdate.set(ctx, true)
    onTimestampSet(ctx, now)
    return undefined
  },
})

/** What upstream panics at makes the extrinsic impossible, whatever calls are around this one. */
function ensureOnce(claim: boolean): void {
  if (!claim) throw f.invalid({ type: 'BadMandatory' })
}
