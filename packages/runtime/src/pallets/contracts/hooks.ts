/** Hooks of Contracts: storage of removed contracts is cleared with what blocks have left. */
import * as f from '@taonet/frame'
import { benchmarked } from '../../common/benchmarked.ts'
import { WeightMeter } from '../../common/weight-meter.ts'
import * as storage from './storage.ts'

const weights = {
  migrate: benchmarked([9_800_000n, 3494n, 2, 2]),
  migration_noop: benchmarked([2_054_000n, 1491n, 1, 1]),
  on_process_deletion_queue_batch: benchmarked([715_000n, 1485n, 1, 0]),
}

/** Contracts whose storage is yet to be cleared. */
function isQueueEmpty(ctx: f.Context): boolean {
  const { insert_counter, delete_counter } = storage.DeletionQueueCounter.get(ctx)
  return f.satU32.sub(insert_counter, delete_counter) === 0
}

/**
 * There are no migrations on this chain; looking for one costs all the same.
 *
 * source  polkadot-sdk substrate/frame/contracts/src/lib.rs on_idle
 */
export function on_idle(ctx: f.Context, remaining: f.Weight): f.Weight {
  const meter = new WeightMeter(remaining)
  if (!meter.tryConsume(weights.migrate)) return meter.consumed
  meter.consume(weights.migration_noop)
  if (!meter.tryConsume(weights.on_process_deletion_queue_batch)) return meter.consumed
  f.assert(
    isQueueEmpty(ctx),
    'contracts are removed by calls of Contracts, which are not there yet',
  )
  return meter.consumed
}
