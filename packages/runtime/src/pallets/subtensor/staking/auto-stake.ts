/** Where a coldkey's mining rewards are staked. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import {
  HotKeyNotRegisteredInSubNet,
  SameAutoStakeHotkeyAlreadySet,
  SubnetNotExists,
} from '../errors.ts'
import { AutoStakeDestinationSet } from '../events.ts'
import { AutoStakeDestination, AutoStakeDestinationColdkeys, Uids } from '../storage.ts'
import { ifSubnetExist } from '../subnets/exists.ts'

/**
 * Has a coldkey's future rewards on a subnet staked to a hotkey registered there.
 *
 * refuses SubnetNotExists, HotKeyNotRegisteredInSubNet, SameAutoStakeHotkeyAlreadySet
 * source  opentensor/subtensor pallets/subtensor/src/macros/dispatches.rs set_coldkey_auto_stake_hotkey
 */
export function setAutoStakeHotkey(
  ctx: f.Context,
  coldkey: f.AccountId,
  netuid: NetUid,
  hotkey: f.AccountId,
): void {
  f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
  f.ensure(Uids.has(ctx, netuid, hotkey), HotKeyNotRegisteredInSubNet)
  const current = AutoStakeDestination.get(ctx, coldkey, netuid)
  f.ensure(current !== hotkey, SameAutoStakeHotkeyAlreadySet)
  if (current !== undefined)
    AutoStakeDestinationColdkeys.mutate(ctx, current, netuid, (coldkeys) =>
      coldkeys.filter((other) => other !== coldkey),
    )
  AutoStakeDestination.set(ctx, coldkey, netuid, hotkey)
  AutoStakeDestinationColdkeys.mutate(ctx, hotkey, netuid, (coldkeys) =>
    coldkeys.includes(coldkey) ? coldkeys : [...coldkeys, coldkey],
  )
  ctx.deposit(AutoStakeDestinationSet({ coldkey, netuid, hotkey }))
}
