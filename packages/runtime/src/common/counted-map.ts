/** Maps of one key that keep the number of their rows in an item of its own. */
import * as f from '@taonet/frame'

/** source  polkadot-sdk substrate/frame/support/src/storage/types/counted_map.rs */
export interface CountedMap<K, T> {
  readonly rows: f.Storage<readonly [K], T, undefined>
  readonly count: f.Storage<readonly [], number, never>
}

/** Sets a row; one that is new counts. */
export function insertCounted<K, T>(
  ctx: f.Context,
  { rows, count }: CountedMap<K, T>,
  key: K,
  value: T,
): void {
  if (!rows.has(ctx, key)) count.set(ctx, f.satU32.add(count.get(ctx), 1))
  rows.set(ctx, key, value)
}

/** Reads and removes a row. */
export function takeCounted<K, T>(
  ctx: f.Context,
  { rows, count }: CountedMap<K, T>,
  key: K,
): T | undefined {
  const value = rows.get(ctx, key)
  if (!rows.has(ctx, key)) return value
  rows.remove(ctx, key)
  count.set(ctx, f.satU32.sub(count.get(ctx), 1))
  return value
}
