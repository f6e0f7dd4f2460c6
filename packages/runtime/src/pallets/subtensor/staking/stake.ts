/** Alpha that coldkeys hold at hotkeys. */
import type * as f from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import {
  simUpdateValueForOne,
  tryGetValue,
  updateValueForAll,
  updateValueForOne,
} from '../share-pool/index.ts'
import { StakingHotkeys, TotalHotkeyAlpha } from '../storage.ts'
import { alphaSharePool, staysWithoutUpdate } from './share-pool-data.ts'

/** Where stake is: on which subnet, at whose hotkey, and whose it is. */
export interface Position {
  readonly hotkey: f.AccountId
  readonly coldkey: f.AccountId
  readonly netuid: NetUid
}

/** An amount as an i64 that wraps, the way pools are updated. */
const signed = (amount: bigint) => BigInt.asIntN(64, amount)

/**
 * Stake at a position.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs get_stake_for_hotkey_and_coldkey_on_subnet
 */
export const getStake = (ctx: f.Context, { hotkey, coldkey, netuid }: Position): Alpha =>
  tryGetValue(alphaSharePool(ctx, hotkey, netuid), coldkey) ?? 0n

/**
 * Stake of all coldkeys at a hotkey.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs get_stake_for_hotkey_on_subnet
 */
export const getHotkeyStake = (ctx: f.Context, hotkey: f.AccountId, netuid: NetUid): Alpha =>
  TotalHotkeyAlpha.get(ctx, hotkey, netuid)

/**
 * Adds to a hotkey's stake, to every coldkey in proportion.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs increase_stake_for_hotkey_on_subnet
 */
export function increaseHotkeyStake(
  ctx: f.Context,
  hotkey: f.AccountId,
  netuid: NetUid,
  amount: Alpha,
): void {
  // by nothing it changes only a stored zero, which goes
  if (amount === 0n && TotalHotkeyAlpha.find(ctx, hotkey, netuid) !== 0n) return
  updateValueForAll(alphaSharePool(ctx, hotkey, netuid), signed(amount))
}

/** Remembers that a coldkey stakes at a hotkey. */
export function addStakingHotkey(ctx: f.Context, coldkey: f.AccountId, hotkey: f.AccountId): void {
  const hotkeys = StakingHotkeys.get(ctx, coldkey)
  if (!hotkeys.includes(hotkey)) StakingHotkeys.set(ctx, coldkey, [...hotkeys, hotkey])
}

/**
 * Adds stake at a position.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs increase_stake_for_hotkey_and_coldkey_on_subnet
 */
export function increaseStake(ctx: f.Context, position: Position, amount: Alpha): void {
  const { hotkey, coldkey, netuid } = position
  if (amount !== 0n) addStakingHotkey(ctx, coldkey, hotkey)
  else if (staysWithoutUpdate(ctx, position)) return
  updateValueForOne(alphaSharePool(ctx, hotkey, netuid), coldkey, signed(amount))
}

/**
 * Whether the hotkey's pool is precise enough to book an amount.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs try_increase_stake_for_hotkey_and_coldkey_on_subnet
 */
export const canIncreaseStake = (
  ctx: f.Context,
  hotkey: f.AccountId,
  netuid: NetUid,
  amount: Alpha,
): boolean => simUpdateValueForOne(alphaSharePool(ctx, hotkey, netuid), signed(amount))

/**
 * Takes stake from a position; more than there is, or from nowhere, takes nothing.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs decrease_stake_for_hotkey_and_coldkey_on_subnet
 */
export function decreaseStake(ctx: f.Context, position: Position, amount: Alpha): void {
  const { hotkey, coldkey, netuid } = position
  const pool = alphaSharePool(ctx, hotkey, netuid)
  const value = tryGetValue(pool, coldkey)
  if (value === undefined || value < amount) return
  updateValueForOne(pool, coldkey, signed(-amount))
}
