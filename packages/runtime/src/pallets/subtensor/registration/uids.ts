/** Which hotkeys have which uids. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { HotKeyNotRegisteredInSubNet } from '../errors.ts'
import { IsNetworkMember, Keys, SubnetOwnerHotkey, Uids } from '../storage.ts'

/** `source` subnets/uids.rs is_uid_exist_on_network */
export const isUidOnNetwork = (ctx: f.Context, netuid: NetUid, uid: number): boolean =>
  Keys.has(ctx, netuid, uid)

/** `source` subnets/uids.rs is_hotkey_registered_on_network */
export const isHotkeyRegisteredOnNetwork = (
  ctx: f.Context,
  netuid: NetUid,
  hotkey: f.AccountId,
): boolean => Uids.has(ctx, netuid, hotkey)

/** Whether a row says whether the hotkey is a member, be it yes or no. `source` subnets/uids.rs is_hotkey_registered_on_specific_network */
export const isHotkeyRegisteredOnSpecificNetwork = (
  ctx: f.Context,
  hotkey: f.AccountId,
  netuid: NetUid,
): boolean => IsNetworkMember.has(ctx, hotkey, netuid)

/** `source` subnets/uids.rs is_hotkey_registered_on_any_network */
export const isHotkeyRegisteredOnAnyNetwork = (ctx: f.Context, hotkey: f.AccountId): boolean =>
  IsNetworkMember.values(ctx, hotkey).includes(true)

/** Subnets that a hotkey is a member of. `source` subnets/uids.rs get_registered_networks_for_hotkey */
export const getRegisteredNetworksForHotkey = (ctx: f.Context, hotkey: f.AccountId): NetUid[] =>
  IsNetworkMember.entries(ctx, hotkey).flatMap(([[, netuid], isMember]) =>
    isMember ? [netuid] : [],
  )

/**
 * Uid of a hotkey.
 *
 * refuses HotKeyNotRegisteredInSubNet
 * source  opentensor/subtensor pallets/subtensor/src/subnets/uids.rs get_uid_for_net_and_hotkey
 */
export function getUid(ctx: f.Context, netuid: NetUid, hotkey: f.AccountId): number {
  const uid = Uids.find(ctx, netuid, hotkey)
  f.ensure(uid !== undefined, HotKeyNotRegisteredInSubNet)
  return uid
}

/** Uid of the subnet owner's hotkey, if it has one. `source` utils/misc.rs get_owner_uid */
export function getOwnerUid(ctx: f.Context, netuid: NetUid): number | undefined {
  const hotkey = SubnetOwnerHotkey.find(ctx, netuid)
  return hotkey === undefined ? undefined : Uids.find(ctx, netuid, hotkey)
}
