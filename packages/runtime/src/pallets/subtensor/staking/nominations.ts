/** Stake of others at a hotkey that is too small to keep. */
import type * as f from '@taonet/frame'
import { U64F64 } from '@taonet/frame'
import { attempt } from '../../../common/attempt.ts'
import { currentAlphaPrice } from '../../swap/pool.ts'
import { MIN_PRICE } from '../../swap/swap.ts'
import { forceReduceLock } from '../locks/reduce.ts'
import { coldkeyOwnsHotkey } from './accounts.ts'
import { alphaRows } from './alpha-rows.ts'
import { getNominatorMinRequiredStake } from './minimums.ts'
import { decreaseStake, getStake, type Position } from './stake.ts'
import { unstakeFromSubnet } from './unstake-from-subnet.ts'

/**
 * Unstakes a nominator's position below the required stake, locked or not; what cannot be sold is just gone.
 * What a failed sale did before it failed stays done.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/helpers.rs clear_small_nomination_if_required
 */
export function clearSmallNominationIfRequired(ctx: f.Context, position: Position): void {
  const { hotkey, coldkey, netuid } = position
  if (coldkeyOwnsHotkey(ctx, coldkey, hotkey)) return
  const alpha = getStake(ctx, position)
  const required = U64F64.fromInt(getNominatorMinRequiredStake(ctx))
  const least = U64F64.toU64(U64F64.safeDiv(required, currentAlphaPrice(ctx, netuid)))
  if (alpha === 0n || alpha >= least) return
  const unstaking = { alpha, priceLimit: MIN_PRICE, dropFees: false }
  if (!attempt(() => unstakeFromSubnet(ctx, position, unstaking)).ok)
    decreaseStake(ctx, position, getStake(ctx, position))
  forceReduceLock(ctx, coldkey, netuid, alpha)
}

/**
 * Does so for every position of the chain.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/helpers.rs clear_small_nominations
 * cost    every share row of the chain
 */
export function clearSmallNominations(ctx: f.Context): void {
  for (const row of alphaRows(ctx)) clearSmallNominationIfRequired(ctx, row)
}
