/** Changing the share that a child keeps. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import {
  InvalidChildkeyTake,
  NonAssociatedColdKey,
  TxChildkeyTakeRateLimitExceeded,
} from '../errors.ts'
import { ChildKeyTakeSet } from '../events.ts'
import { coldkeyOwnsHotkey } from '../staking/accounts.ts'
import { ChildkeyTake, MaxChildkeyTake } from '../storage.ts'
import { passesRateLimit, SetChildkeyTake } from '../subnets/rate-limits.ts'
import type { TakeChange } from './delegate-take.ts'
import { getChildkeyTake, getEffectiveMinChildkeyTake } from './takes.ts'

/**
 * Sets a child's take on a subnet; only a rise is held to the rate limit.
 *
 * refuses NonAssociatedColdKey, InvalidChildkeyTake, TxChildkeyTakeRateLimitExceeded
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs do_set_childkey_take
 */
export function setChildkeyTake(ctx: f.Context, netuid: NetUid, change: TakeChange): void {
  const { coldkey, hotkey, take } = change
  f.ensure(coldkeyOwnsHotkey(ctx, coldkey, hotkey), NonAssociatedColdKey)
  const least = getEffectiveMinChildkeyTake(ctx, netuid)
  f.ensure(take >= least && take <= MaxChildkeyTake.get(ctx), InvalidChildkeyTake)
  f.ensure(
    take <= getChildkeyTake(ctx, hotkey, netuid) ||
      passesRateLimit(ctx, SetChildkeyTake, hotkey, netuid),
    TxChildkeyTakeRateLimitExceeded,
  )
  ChildkeyTake.set(ctx, hotkey, netuid, take)
  SetChildkeyTake.record(ctx, hotkey, netuid)
  ctx.deposit(ChildKeyTakeSet([hotkey, take]))
}
