/** How much of a coldkey's stake its lock leaves free. */
import * as f from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { StakeUnavailable } from '../errors.ts'
import { getStake } from '../staking/stake.ts'
import { StakingHotkeys } from '../storage.ts'
import type { LockState } from '../types.ts'
import { rollTime } from './lock-rows.ts'
import { readRolledModel } from './model-rows.ts'

/**
 * Alpha of a coldkey on a subnet, at all hotkeys.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs total_coldkey_alpha_on_subnet
 */
export function totalColdkeyAlpha(ctx: f.Context, coldkey: f.AccountId, netuid: NetUid): Alpha {
  let total = 0n
  for (const hotkey of StakingHotkeys.get(ctx, coldkey))
    total = f.satU64.add(total, getStake(ctx, { hotkey, coldkey, netuid }))
  return total
}

/**
 * The lock of a coldkey as it is now.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs get_coldkey_lock, get_current_locked, get_conviction
 */
export const getColdkeyLock = (
  ctx: f.Context,
  coldkey: f.AccountId,
  netuid: NetUid,
): LockState | undefined => readRolledModel(ctx, coldkey, netuid, rollTime(ctx))?.model.individual

/** Alpha of a coldkey on a subnet, rao. */
export interface Availability {
  readonly total: Alpha
  readonly locked: Alpha
  readonly available: Alpha
}

/** `source` staking/lock.rs stake_availability */
export function stakeAvailability(
  ctx: f.Context,
  coldkey: f.AccountId,
  netuid: NetUid,
): Availability {
  const total = totalColdkeyAlpha(ctx, coldkey, netuid)
  const locked = getColdkeyLock(ctx, coldkey, netuid)?.locked_mass ?? 0n
  return { total, locked, available: f.satU64.sub(total, locked) }
}

/**
 * Refuses to touch alpha that a lock holds.
 *
 * refuses StakeUnavailable
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs ensure_available_to_unstake
 */
export function ensureAvailableToUnstake(
  ctx: f.Context,
  coldkey: f.AccountId,
  netuid: NetUid,
  amount: Alpha,
): void {
  f.ensure(stakeAvailability(ctx, coldkey, netuid).available >= amount, StakeUnavailable)
}
