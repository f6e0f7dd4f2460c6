/** Shares that hotkeys keep of what they earn for others. */
import type * as f from '@taonet/frame'
import { U96F32 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { ChildkeyTake, Delegates, MinChildkeyTake, MinChildkeyTakePerSubnet } from '../storage.ts'

const U16_MAX = U96F32.fromInt(0xffff)

/** Whether a hotkey ever became a delegate. `source` staking/helpers.rs hotkey_is_delegate */
export const hotkeyIsDelegate = (ctx: f.Context, hotkey: f.AccountId): boolean =>
  Delegates.has(ctx, hotkey)

/** Share of dividends that a hotkey's owner keeps, parts of 65535. `source` staking/helpers.rs get_hotkey_take */
export const getHotkeyTake = (ctx: f.Context, hotkey: f.AccountId): number =>
  Delegates.get(ctx, hotkey)

/** The same as U96F32. `source` staking/helpers.rs get_hotkey_take_float */
export const getHotkeyTakeFloat = (ctx: f.Context, hotkey: f.AccountId): f.U96F32 =>
  U96F32.safeDiv(U96F32.fromInt(getHotkeyTake(ctx, hotkey)), U16_MAX)

/** Makes a hotkey a delegate with the default take, unless it is one. `source` staking/helpers.rs maybe_become_delegate */
export function maybeBecomeDelegate(ctx: f.Context, hotkey: f.AccountId): void {
  if (!hotkeyIsDelegate(ctx, hotkey)) Delegates.set(ctx, hotkey, getHotkeyTake(ctx, hotkey))
}

/** Least childkey take of a subnet. `source` utils/misc.rs get_effective_min_childkey_take */
export const getEffectiveMinChildkeyTake = (ctx: f.Context, netuid: NetUid): number =>
  Math.max(MinChildkeyTake.get(ctx), MinChildkeyTakePerSubnet.get(ctx, netuid))

/**
 * Share that a child keeps of its parents' dividends, parts of 65535.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs get_childkey_take
 */
export const getChildkeyTake = (ctx: f.Context, hotkey: f.AccountId, netuid: NetUid): number =>
  Math.max(ChildkeyTake.get(ctx, hotkey, netuid), getEffectiveMinChildkeyTake(ctx, netuid))
