/** Hotkeys and the coldkeys that own them. */
import * as f from '@taonet/frame'
import { CannotUseSystemAccount } from '../errors.ts'
import { OwnedHotkeys, Owner } from '../storage.ts'
import { isSubnetAccountId } from '../subnets/account.ts'
import { addStakingHotkey } from './stake.ts'

/** Whether a hotkey has an owner. `source` staking/helpers.rs hotkey_account_exists */
export const hotkeyAccountExists = (ctx: f.Context, hotkey: f.AccountId): boolean =>
  Owner.has(ctx, hotkey)

/** The owner of a hotkey; the zero account when it has none. `source` staking/helpers.rs get_owning_coldkey_for_hotkey */
export const getOwningColdkey = (ctx: f.Context, hotkey: f.AccountId): f.AccountId =>
  Owner.get(ctx, hotkey)

/** `source` staking/helpers.rs coldkey_owns_hotkey */
export const coldkeyOwnsHotkey = (
  ctx: f.Context,
  coldkey: f.AccountId,
  hotkey: f.AccountId,
): boolean => Owner.find(ctx, hotkey) === coldkey

/**
 * Makes a coldkey the owner of a hotkey that has none; an owned hotkey stays as it is.
 *
 * refuses CannotUseSystemAccount for the account of a subnet
 * source  opentensor/subtensor pallets/subtensor/src/staking/helpers.rs create_account_if_non_existent
 */
export function createAccountIfNonExistent(
  ctx: f.Context,
  coldkey: f.AccountId,
  hotkey: f.AccountId,
): void {
  f.ensure(isSubnetAccountId(ctx, hotkey) === undefined, CannotUseSystemAccount)
  if (hotkeyAccountExists(ctx, hotkey)) return
  Owner.set(ctx, hotkey, coldkey)
  const owned = OwnedHotkeys.get(ctx, coldkey)
  if (!owned.includes(hotkey)) OwnedHotkeys.set(ctx, coldkey, [...owned, hotkey])
  addStakingHotkey(ctx, coldkey, hotkey)
}

/**
 * Sets the owner of a hotkey.
 *
 * refuses CannotUseSystemAccount for the account of a subnet
 * source  opentensor/subtensor pallets/subtensor/src/staking/helpers.rs set_hotkey_owner
 */
export function setHotkeyOwner(ctx: f.Context, coldkey: f.AccountId, hotkey: f.AccountId): void {
  f.ensure(isSubnetAccountId(ctx, hotkey) === undefined, CannotUseSystemAccount)
  Owner.set(ctx, hotkey, coldkey)
}
