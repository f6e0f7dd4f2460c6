/** Turning TAO of a coldkey into stake. */
import * as f from '@taonet/frame'
import { attempt } from '../../../common/attempt.ts'
import type { Alpha, Tao } from '../../../common/units.ts'
import { author as blockAuthor } from '../../aura/slot.ts'
import { currentBlock } from '../clock.ts'
import { burnTao, transferTaoFromSubnet, transferTaoToSubnet } from '../currency.ts'
import { AmountTooLow, InsufficientLiquidity } from '../errors.ts'
import { StakeAdded } from '../events.ts'
import { cleanupLockIfZero } from '../locks/reduce.ts'
import { recordTaoInflow } from '../pools/flows.ts'
import { type SwapTerms, swapTaoForAlpha } from '../pools/swap.ts'
import { LastColdkeyHotkeyStakeBlock } from '../storage.ts'
import { getSubnetAccountId } from '../subnets/account.ts'
import { ROOT } from '../subnets/exists.ts'
import { maybeAddColdkeyIndex } from './root-claims/coldkey-index.ts'
import { addRootStakeBaseline } from './root-claims/rates.ts'
import { addStakingHotkey, canIncreaseStake, increaseStake, type Position } from './stake.ts'

/** Pays the fee to the block's author, or burns it when there is none. */
function payFee(ctx: f.Context, netuid: number, fee: Tao): void {
  const author = blockAuthor(ctx)
  const account = getSubnetAccountId(ctx, netuid)
  if (author !== undefined) transferTaoFromSubnet(ctx, netuid, author, fee)
  else if (account !== undefined) attempt(() => burnTao(ctx, account, fee))
}

/**
 * Moves TAO to the subnet, buys alpha and books it at a position. A coldkey that cannot give all of it and
 * live gives less; what a price limit leaves unspent stays with the subnet.
 *
 * units   rao; gives the alpha bought
 * refuses InsufficientBalance, AmountTooLow, InsufficientLiquidity, and what the pool refuses
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs stake_into_subnet
 */
export function stakeIntoSubnet(
  ctx: f.Context,
  position: Position,
  tao: Tao,
  terms: SwapTerms,
): Alpha {
  const { hotkey, coldkey, netuid } = position
  const staked = transferTaoToSubnet(ctx, netuid, coldkey, tao)
  const { amountPaidIn, amountPaidOut, feePaid, feeToBlockAuthor } = swapTaoForAlpha(
    ctx,
    netuid,
    staked,
    terms,
  )
  f.ensure(amountPaidOut !== 0n, AmountTooLow)
  f.ensure(canIncreaseStake(ctx, hotkey, netuid, amountPaidOut), InsufficientLiquidity)
  increaseStake(ctx, position, amountPaidOut)
  addStakingHotkey(ctx, coldkey, hotkey)
  payFee(ctx, netuid, feeToBlockAuthor)
  recordTaoInflow(ctx, netuid, amountPaidIn)
  cleanupLockIfZero(ctx, coldkey, netuid)
  LastColdkeyHotkeyStakeBlock.set(ctx, coldkey, hotkey, currentBlock(ctx))
  if (netuid === ROOT) {
    addRootStakeBaseline(ctx, position, amountPaidOut)
    maybeAddColdkeyIndex(ctx, coldkey)
  }
  ctx.deposit(StakeAdded([coldkey, hotkey, staked, amountPaidOut, netuid, feePaid]))
  return amountPaidOut
}
