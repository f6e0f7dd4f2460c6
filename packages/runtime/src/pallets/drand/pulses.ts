/** Keeping pulses: new ones come in order, old ones go. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import type { Pulse } from './types.ts'
import { isVerified } from './verify.ts'

/** A week of rounds. */
const MAX_KEPT = 216_000n
/** How many go at once. */
const MAX_REMOVED = 100

/** Removes what is older than a week, a few at a time. */
function prune(ctx: f.Context, last: bigint): void {
  let oldest = storage.OldestStoredRound.get(ctx)
  if (oldest === 0n) return
  const { add, sub } = f.satU64
  for (let i = 0; i < MAX_REMOVED && add(sub(last, oldest), 1n) > MAX_KEPT; i++) {
    storage.Pulses.remove(ctx, oldest)
    oldest = add(oldest, 1n)
  }
  storage.OldestStoredRound.set(ctx, oldest)
}

/**
 * Keeps the pulses that the beacon made; others are passed over.
 *
 * refuses PulseVerificationError for bytes that are no signature, InvalidRoundNumber for a round that
 *         does not come after the last one
 * source  opentensor/subtensor pallets/drand/src/lib.rs write_pulse
 */
export function writePulses(ctx: f.Context, pulses: readonly Pulse[]): void {
  const config = storage.BeaconConfig.get(ctx)
  const before = storage.LastStoredRound.get(ctx)
  const isFirst = before === 0n && storage.OldestStoredRound.get(ctx) === 0n
  const rounds: bigint[] = []
  for (const pulse of pulses) {
    if (!isVerified(config, pulse)) continue
    f.ensure(pulse.round > (rounds.at(-1) ?? before), errors.InvalidRoundNumber)
    storage.Pulses.set(ctx, pulse.round, pulse)
    rounds.push(pulse.round)
  }
  const last = rounds.at(-1) ?? before
  storage.LastStoredRound.set(ctx, last)
  if (isFirst && rounds.length > 0) storage.OldestStoredRound.set(ctx, rounds[0]!)
  prune(ctx, last)
  storage.NextUnsignedAt.set(ctx, ctx.block)
  if (rounds.length > 0) ctx.deposit(events.NewPulse({ rounds }))
}
