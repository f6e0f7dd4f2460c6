/** Turning stake into TAO. */
import type * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { Alpha, NetUid, Tao } from '../../../common/units.ts'
import { author as blockAuthor } from '../../aura/slot.ts'
import { MIN_PRICE } from '../../swap/swap.ts'
import { currentBlock } from '../clock.ts'
import { transferTaoFromSubnet } from '../currency.ts'
import { StakeRemoved } from '../events.ts'
import { cleanupLockIfZero } from '../locks/reduce.ts'
import { burnSubnetAlpha } from '../pools/alpha.ts'
import { recordTaoOutflow } from '../pools/flows.ts'
import { type SwapTerms, swapAlphaForTao } from '../pools/swap.ts'
import { LastColdkeyHotkeyStakeBlock } from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'
import { coldkeyHasRootStake, maybeRemoveColdkeyIndex } from './root-claims/coldkey-index.ts'
import { removeRootStakeBaseline } from './root-claims/rates.ts'
import { decreaseStake, increaseStake, type Position } from './stake.ts'

/** Sells the fee for the block's author, or burns it when there is none; gives the TAO it brought. */
function payFee(ctx: f.Context, netuid: NetUid, fee: Alpha): Tao {
  const author = blockAuthor(ctx)
  if (author === undefined) {
    burnSubnetAlpha(ctx, netuid, fee)
    return 0n
  }
  const terms = { priceLimit: MIN_PRICE, dropFees: true }
  const { amountPaidOut } = swapAlphaForTao(ctx, netuid, fee, terms)
  transferTaoFromSubnet(ctx, netuid, author, amountPaidOut)
  return amountPaidOut
}

/** What an unstaking asks for. */
export interface Unstaking extends SwapTerms {
  readonly alpha: Alpha
  /** Who gets the TAO; the coldkey itself when not given. */
  readonly beneficiary?: f.AccountId
}

/**
 * Sells stake of a position. What a price limit leaves unsold goes back to the position.
 *
 * The sale of the fee repeats the pool's checks, so a pool at the lowest price sells nothing at all.
 *
 * units   rao; gives the TAO paid out
 * refuses what the pool and the subnet's account refuse
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs unstake_from_subnet
 */
export function unstakeFromSubnet(
  ctx: f.Context,
  position: Position,
  { alpha, beneficiary, priceLimit, dropFees }: Unstaking,
): Tao {
  const { hotkey, coldkey, netuid } = position
  decreaseStake(ctx, position, alpha)
  const sale = swapAlphaForTao(ctx, netuid, alpha, { priceLimit, dropFees })
  const { amountPaidIn, amountPaidOut, feePaid } = sale
  const refund = satU64.sub(alpha, satU64.add(amountPaidIn, feePaid))
  if (refund !== 0n) increaseStake(ctx, position, refund)
  transferTaoFromSubnet(ctx, netuid, beneficiary ?? coldkey, amountPaidOut)
  const feeOutflow = payFee(ctx, netuid, sale.feeToBlockAuthor)
  if (netuid === ROOT) {
    removeRootStakeBaseline(ctx, position, alpha)
    if (!coldkeyHasRootStake(ctx, coldkey)) maybeRemoveColdkeyIndex(ctx, coldkey)
  }
  recordTaoOutflow(ctx, netuid, satU64.add(amountPaidOut, feeOutflow))
  cleanupLockIfZero(ctx, coldkey, netuid)
  LastColdkeyHotkeyStakeBlock.set(ctx, coldkey, hotkey, currentBlock(ctx))
  ctx.deposit(StakeRemoved([coldkey, hotkey, amountPaidOut, amountPaidIn, netuid, feePaid]))
  return amountPaidOut
}
