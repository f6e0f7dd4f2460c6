/** Whether an account takes locked alpha from others. */
import * as f from '@taonet/frame'
import type { Alpha } from '../../../common/units.ts'
import { AccountRejectsLockedAlpha } from '../errors.ts'
import { AccountFlags } from '../storage.ts'

const ACCEPT_LOCKED_ALPHA = 1n

/** An account rejects until it says otherwise. `source` staking/lock.rs account_rejects_locked_alpha */
export const rejectsLockedAlpha = (ctx: f.Context, coldkey: f.AccountId): boolean =>
  (AccountFlags.get(ctx, coldkey) & ACCEPT_LOCKED_ALPHA) === 0n

/**
 * Sets whether an account takes locked alpha; flags of zero are not stored.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs set_accept_locked_alpha
 */
export function setAcceptLockedAlpha(ctx: f.Context, coldkey: f.AccountId, accepts: boolean): void {
  const flags = AccountFlags.get(ctx, coldkey)
  const changed = accepts ? flags | ACCEPT_LOCKED_ALPHA : flags & ~ACCEPT_LOCKED_ALPHA
  AccountFlags.put(ctx, coldkey, changed === 0n ? undefined : changed)
}

/**
 * Refuses a nonzero amount for an account that rejects locked alpha.
 *
 * refuses AccountRejectsLockedAlpha
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs ensure_can_receive_locked_alpha
 */
export function ensureCanReceiveLockedAlpha(
  ctx: f.Context,
  coldkey: f.AccountId,
  amount: Alpha,
): void {
  f.ensure(amount === 0n || !rejectsLockedAlpha(ctx, coldkey), AccountRejectsLockedAlpha)
}
