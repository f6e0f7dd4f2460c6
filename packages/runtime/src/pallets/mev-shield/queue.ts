/** Encrypted calls that wait to be run. */
import * as f from '@taonet/frame'
import { insertCounted, takeCounted } from '../../common/counted-map.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

const PENDING = {
  rows: storage.PendingExtrinsics,
  count: storage.CounterForPendingExtrinsics,
}
/** What removing one costs. */
const removal = f.dbReadsWrites(1, 2)

/**
 * Keeps an encrypted call.
 *
 * refuses TooManyPendingExtrinsics
 */
export function store(ctx: f.Context, who: f.AccountId, encrypted_call: Uint8Array): void {
  const isRoom =
    storage.CounterForPendingExtrinsics.get(ctx) < storage.MaxPendingExtrinsicsLimit.get(ctx)
  f.ensure(isRoom, errors.TooManyPendingExtrinsics)
  const index = storage.NextPendingExtrinsicIndex.get(ctx)
  insertCounted(ctx, PENDING, index, { who, encrypted_call, submitted_at: ctx.block })
  storage.NextPendingExtrinsicIndex.set(ctx, f.satU32.add(index, 1))
  ctx.deposit(events.ExtrinsicStored({ index, who }))
}

/** Whether a call has waited longer than it may. */
function isExpired(ctx: f.Context, submittedAt: number): boolean {
  return f.satU32.sub(ctx.block, submittedAt) > storage.ExtrinsicLifetime.get(ctx)
}

/**
 * Goes through the calls that wait. Nobody can decrypt them in this version, so every one is dropped
 * in the block after it was stored.
 *
 * source  opentensor/subtensor pallets/shield/src/lib.rs process_pending_extrinsics; runtime/src/lib.rs
 *         sets no ExtrinsicDecryptor
 */
export function processPending(ctx: f.Context): f.Weight {
  const next = storage.NextPendingExtrinsicIndex.get(ctx)
  const count = storage.CounterForPendingExtrinsics.get(ctx)
  let weight = f.dbReads(2)
  if (count === 0) return weight
  for (let index = f.satU32.sub(next, count); index < next; index++) {
    const pending = takeCounted(ctx, PENDING, index)
    weight = f.addWeight(weight, pending ? removal : f.dbReads(1))
    if (pending === undefined) continue
    ctx.deposit(
      isExpired(ctx, pending.submitted_at)
        ? events.ExtrinsicExpired({ index })
        : events.ExtrinsicDecodeFailed({ index }),
    )
  }
  return weight
}
