/** Keys that transactions are encrypted to: each author announces one, users see that of the block after next. */
import * as f from '@taonet/frame'
import { authorityAt, currentSlot } from '../aura/slot.ts'
import * as errors from './errors.ts'
import * as storage from './storage.ts'

/** Bytes of an ML-KEM-768 encapsulation key. */
const KEY_BYTES = 1184

/** Notes that a key is good before block `now + blocks`; nothing without a key. */
function noteExpiry(
  ctx: f.Context,
  [key, expiry]: readonly [typeof storage.NextKey, typeof storage.NextKeyExpiresAt],
  blocks: number,
): void {
  expiry.put(ctx, key.has(ctx) ? ctx.block + blocks : undefined)
}

/**
 * Moves the keys one block on: pending to current, next to pending, that of the author after next to
 * next. Then the author's own key is replaced, or removed.
 *
 * refuses Unreachable without an author, BadEncKeyLen
 * source  opentensor/subtensor pallets/shield/src/lib.rs announce_next_key
 */
export function announceNextKey(ctx: f.Context, announced: Uint8Array | undefined): void {
  const slot = currentSlot(ctx)
  const author = slot === undefined ? undefined : authorityAt(ctx, slot)
  f.ensure(slot !== undefined && author !== undefined, errors.Unreachable)
  storage.CurrentKey.put(ctx, storage.PendingKey.get(ctx))
  storage.PendingKey.put(ctx, storage.NextKey.get(ctx))
  const afterNext = authorityAt(ctx, slot + 2n)
  storage.NextKey.put(ctx, afterNext && storage.AuthorKeys.get(ctx, afterNext))
  const isSized = announced === undefined || announced.length === KEY_BYTES
  f.ensure(isSized, errors.BadEncKeyLen)
  storage.AuthorKeys.put(ctx, author, announced)
  noteExpiry(ctx, [storage.PendingKey, storage.PendingKeyExpiresAt], 2)
  noteExpiry(ctx, [storage.NextKey, storage.NextKeyExpiresAt], 3)
}
