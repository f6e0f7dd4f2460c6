/** Moving stake between hotkeys, coldkeys and subnets. */
import type * as f from '@taonet/frame'
import type { Alpha, Tao } from '../../../common/units.ts'
import { MAX_PRICE, MIN_PRICE } from '../../swap/swap.ts'
import { transferTao } from '../currency.ts'
import { maybeBecomeDelegate } from '../delegation/takes.ts'
import { StakeMoved, StakeSwapped, StakeTransferred } from '../events.ts'
import { ROOT } from '../subnets/exists.ts'
import { getOwningColdkey } from './accounts.ts'
import type { PriceLimit } from './add-stake.ts'
import { getMaxAmountMove } from './limits.ts'
import { defaultMinStake } from './minimums.ts'
import { getStake } from './stake.ts'
import { stakeIntoSubnet } from './stake-into-subnet.ts'
import { transferStakeWithinSubnet } from './transfer-within-subnet.ts'
import { unstakeFromSubnet } from './unstake-from-subnet.ts'
import { type Transition, validateStakeTransition } from './validate-transition.ts'

/** The two ends of a move. */
export type Ends = Pick<Transition, 'origin' | 'destination'>

/** Sells at the origin, hands the TAO on, buys at the destination; too little TAO stays a balance. */
function moveBetweenSubnets(ctx: f.Context, { origin, destination }: Ends, alpha: Alpha): Tao {
  const fromRoot = origin.netuid === ROOT
  const tao = unstakeFromSubnet(ctx, origin, { alpha, priceLimit: MIN_PRICE, dropFees: fromRoot })
  if (origin.coldkey !== destination.coldkey)
    transferTao(ctx, origin.coldkey, destination.coldkey, tao)
  if (tao < defaultMinStake(ctx)) return tao
  if (getOwningColdkey(ctx, destination.hotkey) !== destination.coldkey)
    maybeBecomeDelegate(ctx, destination.hotkey)
  stakeIntoSubnet(ctx, destination, tao, { priceLimit: MAX_PRICE, dropFees: !fromRoot })
  return tao
}

/**
 * Moves stake, at most what there is. One fee is paid: at the origin, or at the destination when stake
 * comes from root. A price limit only cuts the amount.
 *
 * units   rao; gives the TAO it is worth
 * refuses as `validateStakeTransition`, the pools and the sale
 * source  opentensor/subtensor pallets/subtensor/src/staking/move_stake.rs transition_stake_internal
 */
function transitionStake(
  ctx: f.Context,
  ends: Ends,
  requested: Alpha,
  rules: { readonly checkTransferToggle: boolean; readonly limit?: PriceLimit },
): Tao {
  const { origin, destination } = ends
  const { checkTransferToggle, limit } = rules
  const stake = getStake(ctx, origin)
  const amount = requested < stake ? requested : stake
  const changesSubnet = origin.netuid !== destination.netuid
  const maxAmount =
    changesSubnet && limit !== undefined
      ? getMaxAmountMove(ctx, origin.netuid, destination.netuid, limit.limitPrice)
      : amount
  const allowance = limit === undefined ? {} : { allowPartial: limit.allowPartial }
  const transition = { ...ends, checkTransferToggle, ...allowance }
  validateStakeTransition(ctx, transition, amount, maxAmount)
  const moved = amount < maxAmount ? amount : maxAmount
  return changesSubnet
    ? moveBetweenSubnets(ctx, ends, moved)
    : transferStakeWithinSubnet(ctx, origin, destination, moved)
}

/** Moves stake to another hotkey, subnet or both. `source` staking/move_stake.rs do_move_stake */
export function moveStake(ctx: f.Context, ends: Ends, alpha: Alpha): void {
  const { origin, destination } = ends
  const tao = transitionStake(ctx, ends, alpha, { checkTransferToggle: false })
  const { coldkey, hotkey, netuid } = origin
  ctx.deposit(StakeMoved([coldkey, hotkey, netuid, destination.hotkey, destination.netuid, tao]))
}

/** Moves stake to another coldkey, subnet or both. `source` staking/move_stake.rs do_transfer_stake */
export function transferStake(ctx: f.Context, ends: Ends, alpha: Alpha): void {
  const { origin, destination } = ends
  const tao = transitionStake(ctx, ends, alpha, { checkTransferToggle: true })
  const { coldkey, hotkey, netuid } = origin
  ctx.deposit(
    StakeTransferred([coldkey, destination.coldkey, hotkey, netuid, destination.netuid, tao]),
  )
}

/** Moves stake to another subnet, within a ratio of prices if one is given. `source` staking/move_stake.rs do_swap_stake, do_swap_stake_limit */
export function swapStake(
  ctx: f.Context,
  ends: Ends,
  alpha: Alpha,
  limit: PriceLimit | undefined,
): void {
  const { origin, destination } = ends
  const rules = { checkTransferToggle: false, ...(limit && { limit }) }
  const tao = transitionStake(ctx, ends, alpha, rules)
  const { coldkey, hotkey, netuid } = origin
  ctx.deposit(StakeSwapped([coldkey, hotkey, netuid, destination.netuid, tao]))
}
