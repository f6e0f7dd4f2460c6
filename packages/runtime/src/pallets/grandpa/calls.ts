/** Calls of Grandpa. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import * as storage from './storage.ts'
import { EquivocationProof } from './types.ts'

const MICROSECOND = 1_000_000n
/** Of 100 validators with 20 nominators each. */
const reportWeight = f.addWeight(
  f.weight((35n + 95n + 110n + 25n * 20n) * MICROSECOND + 175_000n * 100n),
  f.dbReadsWrites(5 + 14 + 3 * 20 + 2, 10 + 3 * 20),
)

/** Nobody can make the proof of ownership that a report needs: its type has no values. */
const reportArgs = { equivocation_proof: f.boxed(EquivocationProof), key_owner_proof: f.Void }
function refuse(): never {
  throw errors.InvalidKeyOwnershipProof
}

export const report_equivocation = f.call({
  index: 0,
  docs: 'Reports that an authority voted twice; never possible on this chain.',
  origin: f.signed,
  args: reportArgs,
  weight: reportWeight,
  run: refuse,
})

export const report_equivocation_unsigned = f.call({
  index: 1,
  docs: 'Reports that an authority voted twice; never possible on this chain.',
  origin: f.none,
  args: reportArgs,
  weight: reportWeight,
  run: refuse,
})

export const note_stalled = f.call({
  index: 2,
  docs: 'Notes that finality has stalled, so that the next change of authorities is forced.',
  origin: f.root,
  args: { delay: f.u32, best_finalized_block_number: f.u32 },
  weight: f.addWeight(f.weight(3n * MICROSECOND), f.dbWrites(1)),
  run(ctx, _root, { delay, best_finalized_block_number }) {
    storage.Stalled.set(ctx, [delay, best_finalized_block_number])
    return undefined
  },
})
