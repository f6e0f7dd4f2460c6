/** The end of all locks of a subnet. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import {
  DecayingHotkeyLock,
  DecayingLock,
  DecayingOwnerLock,
  HotkeyLock,
  Lock,
  LockingColdkeys,
  OwnerLock,
} from '../storage.ts'

/**
 * Removes every lock, aggregate and perpetual flag of a subnet.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs destroy_lock_maps
 * cost    one pass over all perpetual flags of all subnets
 */
export function destroyLockMaps(ctx: f.Context, netuid: NetUid): void {
  for (const [, hotkey, coldkey] of LockingColdkeys.keysOf(ctx, netuid))
    Lock.remove(ctx, coldkey, netuid, hotkey)
  LockingColdkeys.clear(ctx, [netuid])
  HotkeyLock.clear(ctx, [netuid])
  DecayingHotkeyLock.clear(ctx, [netuid])
  OwnerLock.remove(ctx, netuid)
  DecayingOwnerLock.remove(ctx, netuid)
  for (const [coldkey, ofSubnet] of DecayingLock.keysOf(ctx))
    if (ofSubnet === netuid) DecayingLock.remove(ctx, coldkey, netuid)
}
