/** First state of Drand. */
import type * as f from '@taonet/frame'
import * as storage from './storage.ts'
import type { BeaconConfiguration } from './types.ts'

/** Nothing, unless a network has a beacon of its own: without a row the beacon is quicknet. */
export function genesis(ctx: f.Context, beacon: BeaconConfiguration | undefined): void {
  storage.BeaconConfig.put(ctx, beacon)
}
