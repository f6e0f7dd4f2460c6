/** Staking TAO. */
import type * as f from '@taonet/frame'
import type { Alpha, Tao } from '../../../common/units.ts'
import { MAX_PRICE } from '../../swap/swap.ts'
import { maybeBecomeDelegate } from '../delegation/takes.ts'
import { getOwningColdkey } from './accounts.ts'
import { ensureInputWithinSwapLimit, getMaxAmountAdd } from './limits.ts'
import type { Position } from './stake.ts'
import { stakeIntoSubnet } from './stake-into-subnet.ts'
import { validateAddStake } from './validate-add.ts'

/**
 * Stakes TAO at any price; gives the alpha bought.
 *
 * units   rao
 * refuses InsufficientLiquidity, and as `validateAddStake` and `stakeIntoSubnet`
 * source  opentensor/subtensor pallets/subtensor/src/staking/add_stake.rs do_add_stake
 */
export function addStake(ctx: f.Context, position: Position, amount: Tao): Alpha {
  ensureInputWithinSwapLimit(ctx, position.netuid, 'tao', amount)
  validateAddStake(ctx, position, { amount, maxAmount: amount, allowPartial: false })
  return stakeIntoSubnet(ctx, position, amount, { priceLimit: MAX_PRICE, dropFees: false })
}

/** A price that may not be passed. */
export interface PriceLimit {
  /** Rao for one alpha. */
  readonly limitPrice: Tao
  /** Fill what the limit lets, instead of all or nothing. */
  readonly allowPartial: boolean
}

/**
 * Stakes TAO at a price of at most the limit; gives the alpha bought.
 *
 * units   rao
 * refuses InsufficientLiquidity, and as the pool, `validateAddStake` and `stakeIntoSubnet`
 * source  opentensor/subtensor pallets/subtensor/src/staking/add_stake.rs do_add_stake_limit
 */
export function addStakeLimit(
  ctx: f.Context,
  position: Position,
  amount: Tao,
  { limitPrice, allowPartial }: PriceLimit,
): Alpha {
  const { hotkey, coldkey, netuid } = position
  ensureInputWithinSwapLimit(ctx, netuid, 'tao', amount)
  const maxAmount = getMaxAmountAdd(ctx, netuid, limitPrice)
  validateAddStake(ctx, position, { amount, maxAmount, allowPartial })
  if (getOwningColdkey(ctx, hotkey) !== coldkey) maybeBecomeDelegate(ctx, hotkey)
  const possible = amount < maxAmount ? amount : maxAmount
  return stakeIntoSubnet(ctx, position, possible, { priceLimit: limitPrice, dropFees: false })
}
