/** The hotkey with which a subnet's owner appears on it. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { CannotUseSystemAccount, SubnetNotExists, TxRateLimitExceeded } from '../errors.ts'
import { SubnetOwnerHotkeySet } from '../events.ts'
import { SubnetOwnerHotkey } from '../storage.ts'
import { isSubnetAccountId } from './account.ts'
import { ifSubnetExist } from './exists.ts'
import { passesRateLimit, SetSNOwnerHotkey } from './rate-limits.ts'

/**
 * Sets the owner's hotkey.
 *
 * refuses CannotUseSystemAccount for the account of a subnet
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs set_subnet_owner_hotkey
 */
export function setSubnetOwnerHotkey(ctx: f.Context, netuid: NetUid, hotkey: f.AccountId): void {
  f.ensure(isSubnetAccountId(ctx, hotkey) === undefined, CannotUseSystemAccount)
  SubnetOwnerHotkey.set(ctx, netuid, hotkey)
  ctx.deposit(SubnetOwnerHotkeySet([netuid, hotkey]))
}

/**
 * Sets the owner's hotkey by the owner's or root's wish, once a week; root has to wait too.
 *
 * refuses SubnetNotExists, TxRateLimitExceeded, CannotUseSystemAccount
 * source  opentensor/subtensor pallets/subtensor/src/subnets/subnet.rs do_set_sn_owner_hotkey
 */
export function changeSubnetOwnerHotkey(ctx: f.Context, netuid: NetUid, hotkey: f.AccountId): void {
  f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
  f.ensure(passesRateLimit(ctx, SetSNOwnerHotkey, hotkey, netuid), TxRateLimitExceeded)
  SetSNOwnerHotkey.record(ctx, hotkey, netuid)
  setSubnetOwnerHotkey(ctx, netuid, hotkey)
}
