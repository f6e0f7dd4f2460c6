/** Iteration over stake, both versions of the share rows together. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { type SafeFloat, safeFloat } from '../share-pool/index.ts'
import { Alpha, AlphaV2 } from '../storage.ts'
import type { Position } from './stake.ts'

/** A share and whose it is. */
export interface AlphaRow extends Position {
  readonly share: SafeFloat
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * All share rows, those of the second version in place of the first one's, in order of hotkey, coldkey, netuid.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/helpers.rs alpha_iter
 * cost    every share row of the chain
 */
export function alphaRows(ctx: f.Context): AlphaRow[] {
  return merge([
    ...Alpha.entries(ctx).map(([keys, share]) => row(keys, safeFloat.fromU64F64(share))),
    ...AlphaV2.entries(ctx).map(([keys, share]) => row(keys, share)),
  ])
}

/**
 * The share rows at one hotkey, in order of coldkey, netuid.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/helpers.rs alpha_iter_single_prefix
 */
export function alphaRowsOfHotkey(ctx: f.Context, hotkey: f.AccountId): AlphaRow[] {
  return merge([
    ...Alpha.entries(ctx, hotkey).map(([keys, share]) => row(keys, safeFloat.fromU64F64(share))),
    ...AlphaV2.entries(ctx, hotkey).map(([keys, share]) => row(keys, share)),
  ])
}

const row = (
  [hotkey, coldkey, netuid]: readonly [f.AccountId, f.AccountId, NetUid],
  share: SafeFloat,
): AlphaRow => ({ hotkey, coldkey, netuid, share })

function merge(rows: readonly AlphaRow[]): AlphaRow[] {
  const merged = new Map<string, AlphaRow>()
  for (const each of rows) merged.set(`${each.hotkey}${each.coldkey}${each.netuid}`, each)
  return [...merged.values()].sort(
    (a, b) =>
      compareText(a.hotkey, b.hotkey) || compareText(a.coldkey, b.coldkey) || a.netuid - b.netuid,
  )
}

/**
 * Subnets on which a coldkey has a share at a hotkey, ascending.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/helpers.rs alpha_iter_prefix
 */
export function alphaNetuids(ctx: f.Context, hotkey: f.AccountId, coldkey: f.AccountId): NetUid[] {
  const shares = new Map<NetUid, SafeFloat>()
  for (const [[, , netuid], share] of Alpha.entries(ctx, hotkey, coldkey))
    shares.set(netuid, safeFloat.fromU64F64(share))
  for (const [[, , netuid], share] of AlphaV2.entries(ctx, hotkey, coldkey))
    shares.set(netuid, share)
  return [...shares]
    .filter(([, share]) => !safeFloat.isZero(share))
    .map(([netuid]) => netuid)
    .sort((a, b) => a - b)
}
