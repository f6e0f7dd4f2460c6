/** Unstaking from one subnet. */
import type * as f from '@taonet/frame'
import type { Alpha, Tao } from '../../../common/units.ts'
import { MIN_PRICE } from '../../swap/swap.ts'
import { PendingChildKeys, StakeThreshold } from '../storage.ts'
import { getAllSubnetNetuids } from '../subnets/exists.ts'
import type { PriceLimit } from './add-stake.ts'
import { ensureInputWithinSwapLimit, getMaxAmountRemove } from './limits.ts'
import { clearSmallNominationIfRequired } from './nominations.ts'
import { getStake, type Position } from './stake.ts'
import { getTotalStakeForHotkey } from './totals.ts'
import { unstakeFromSubnet } from './unstake-from-subnet.ts'
import { ensureSubtokenEnabled } from './validate-add.ts'
import { validateRemoveStake } from './validate-remove.ts'

/** What follows an unstaking: small rests go, and a hotkey below the threshold loses the children it waits for. */
function settle(ctx: f.Context, position: Position): void {
  const { hotkey } = position
  clearSmallNominationIfRequired(ctx, position)
  if (getTotalStakeForHotkey(ctx, hotkey) >= StakeThreshold.get(ctx)) return
  for (const netuid of getAllSubnetNetuids(ctx)) PendingChildKeys.remove(ctx, netuid, hotkey)
}

/**
 * Unstakes alpha at any price, at most what there is.
 *
 * units   rao
 * refuses SubtokenDisabled, InsufficientLiquidity, and as `validateRemoveStake` and the sale
 * source  opentensor/subtensor pallets/subtensor/src/staking/remove_stake.rs do_remove_stake
 */
export function removeStake(ctx: f.Context, position: Position, requested: Alpha): void {
  const { netuid } = position
  ensureSubtokenEnabled(ctx, netuid)
  const stake = getStake(ctx, position)
  const amount = requested < stake ? requested : stake
  ensureInputWithinSwapLimit(ctx, netuid, 'alpha', amount)
  validateRemoveStake(ctx, position, { amount, maxAmount: amount, allowPartial: false })
  unstakeFromSubnet(ctx, position, { alpha: amount, priceLimit: MIN_PRICE, dropFees: false })
  settle(ctx, position)
}

/**
 * Unstakes alpha at a price of at least the limit.
 *
 * units   rao
 * refuses InsufficientLiquidity, and as the pool, `validateRemoveStake` and the sale
 * source  opentensor/subtensor pallets/subtensor/src/staking/remove_stake.rs do_remove_stake_limit
 */
export function removeStakeLimit(
  ctx: f.Context,
  position: Position,
  amount: Alpha,
  { limitPrice, allowPartial }: PriceLimit,
): void {
  const { netuid } = position
  ensureInputWithinSwapLimit(ctx, netuid, 'alpha', amount)
  const maxAmount = getMaxAmountRemove(ctx, netuid, limitPrice)
  validateRemoveStake(ctx, position, { amount, maxAmount, allowPartial })
  const alpha = amount < maxAmount ? amount : maxAmount
  unstakeFromSubnet(ctx, position, { alpha, priceLimit: limitPrice, dropFees: false })
  settle(ctx, position)
}

/**
 * Unstakes a whole position, within a price limit if one is given.
 *
 * refuses as `removeStakeLimit` or `removeStake`
 * source  opentensor/subtensor pallets/subtensor/src/staking/remove_stake.rs do_remove_stake_full_limit
 */
export function removeStakeFull(
  ctx: f.Context,
  position: Position,
  limitPrice: Tao | undefined,
): void {
  const alpha = getStake(ctx, position)
  if (limitPrice === undefined) removeStake(ctx, position, alpha)
  else removeStakeLimit(ctx, position, alpha, { limitPrice, allowPartial: false })
}
