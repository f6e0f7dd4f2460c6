/** The multiplier starts at one, which it keeps. */
import type * as f from '@taonet/frame'
import * as storage from './storage.ts'

export const ONE = 1_000_000_000_000_000_000n

export function genesis(ctx: f.Context): void {
  storage.StorageVersion.set(ctx, 'V2')
  storage.NextFeeMultiplier.set(ctx, ONE)
}

/** The multiplier does not follow the load. */
export const on_finalize = (ctx: f.Context): void => storage.NextFeeMultiplier.set(ctx, ONE)
