/** Slowly listing the coldkeys with root stake of old: a few share rows in each block. */
import * as f from '@taonet/frame'
import { maybeAddColdkeyIndex } from '../staking/root-claims/coldkey-index.ts'
import { Alpha, AlphaMapLastKey, AlphaV2, AlphaV2MapLastKey } from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'

/** Share rows looked at in one block. */
const ALPHA_MAP_BATCH_SIZE = 30

type ShareRows = typeof Alpha | typeof AlphaV2

/** The next keys of a map: after the last one, or from the beginning. */
function nextKeys(ctx: f.Context, rows: ShareRows, last: string | undefined): string[] {
  const keys: string[] = []
  for (const key of ctx.state.keysIn(rows.keyOf(), last)) {
    if (keys.length === ALPHA_MAP_BATCH_SIZE) break
    if (key !== last) keys.push(key)
  }
  return keys
}

function populate(ctx: f.Context, rows: ShareRows, cursor: typeof AlphaMapLastKey): void {
  const stored = cursor.get(ctx)
  const last = stored === null ? undefined : f.bytesToKey(stored)
  const keys = nextKeys(ctx, rows, last)
  if (last === undefined && keys.length === 0) return
  for (const key of keys) {
    const [, coldkey, netuid] = rows.parseKey(key)
    if (netuid === ROOT) maybeAddColdkeyIndex(ctx, coldkey)
  }
  const isLastBatch = keys.length < ALPHA_MAP_BATCH_SIZE
  cursor.set(ctx, isLastBatch ? null : f.keyToBytes(keys[keys.length - 1]!))
}

/**
 * Lists the coldkeys of the next share rows on root, of both versions of the rows.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/helpers.rs populate_root_coldkey_staking_maps, populate_root_coldkey_staking_maps_v2
 */
export function populateRootColdkeyStakingMaps(ctx: f.Context): void {
  populate(ctx, Alpha, AlphaMapLastKey)
  populate(ctx, AlphaV2, AlphaV2MapLastKey)
}
