/** Where the share pool of a hotkey on a subnet keeps its numbers. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { type SafeFloat, type SharePoolData, safeFloat } from '../share-pool/index.ts'
import {
  Alpha,
  AlphaV2,
  TotalHotkeyAlpha,
  TotalHotkeyShares,
  TotalHotkeySharesV2,
} from '../storage.ts'

/**
 * The pool of a hotkey's stake on a subnet, shared by coldkeys. Shares of the first version are read where
 * there are any, and move to the second version when they are written.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs HotkeyAlphaSharePoolDataOperations
 */
export function alphaSharePool(
  ctx: f.Context,
  hotkey: f.AccountId,
  netuid: NetUid,
): SharePoolData<f.AccountId> {
  const tryGetShare = (coldkey: f.AccountId): SafeFloat | undefined => {
    const legacy = Alpha.find(ctx, hotkey, coldkey, netuid)
    return legacy === undefined
      ? AlphaV2.find(ctx, hotkey, coldkey, netuid)
      : safeFloat.fromU64F64(legacy)
  }
  return {
    getSharedValue: () => TotalHotkeyAlpha.get(ctx, hotkey, netuid),
    setSharedValue: (value) =>
      TotalHotkeyAlpha.put(ctx, hotkey, netuid, value === 0n ? undefined : value),
    tryGetShare,
    getShare: (coldkey) => tryGetShare(coldkey) ?? safeFloat.ZERO,
    setShare(coldkey, share) {
      Alpha.remove(ctx, hotkey, coldkey, netuid)
      AlphaV2.put(ctx, hotkey, coldkey, netuid, safeFloat.isZero(share) ? undefined : share)
    },
    getDenominator() {
      const legacy = TotalHotkeyShares.find(ctx, hotkey, netuid)
      return legacy === undefined
        ? TotalHotkeySharesV2.get(ctx, hotkey, netuid)
        : safeFloat.fromU64F64(legacy)
    },
    setDenominator(denominator) {
      TotalHotkeyShares.remove(ctx, hotkey, netuid)
      const value = safeFloat.isZero(denominator) ? undefined : denominator
      TotalHotkeySharesV2.put(ctx, hotkey, netuid, value)
    },
  }
}

/**
 * Whether an update by nothing leaves the pool's rows as they are: none of the first version, no stored zeros.
 *
 * cost    five reads, where such an update writes three rows
 */
export function staysWithoutUpdate(
  ctx: f.Context,
  { hotkey, coldkey, netuid }: { hotkey: f.AccountId; coldkey: f.AccountId; netuid: NetUid },
): boolean {
  if (Alpha.has(ctx, hotkey, coldkey, netuid) || TotalHotkeyShares.has(ctx, hotkey, netuid))
    return false
  const share = AlphaV2.find(ctx, hotkey, coldkey, netuid)
  const denominator = TotalHotkeySharesV2.find(ctx, hotkey, netuid)
  if (TotalHotkeyAlpha.find(ctx, hotkey, netuid) === 0n) return false
  if (denominator === undefined) return share === undefined
  return !safeFloat.isZero(denominator) && (share === undefined || !safeFloat.isZero(share))
}
