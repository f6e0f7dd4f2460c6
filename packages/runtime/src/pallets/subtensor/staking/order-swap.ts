/** What limit orders do with stake. Each refusal leaves no trace. */
import * as f from '@taonet/frame'
import { satU64, U64F64 } from '@taonet/frame'
import type { Alpha, Tao } from '../../../common/units.ts'
import { currentAlphaPrice, isDynamic } from '../../swap/pool.ts'
import { quote } from '../../swap/swap.ts'
import { currentBlock } from '../clock.ts'
import { canRemoveBalance } from '../currency.ts'
import {
  AmountTooLow,
  HotKeyAccountNotExists,
  NotEnoughBalanceToStake,
  NotEnoughStakeToWithdraw,
  SlippageTooHigh,
  SubnetNotExists,
} from '../errors.ts'
import { ensureAvailableToUnstake } from '../locks/availability.ts'
import { LastColdkeyHotkeyStakeBlock } from '../storage.ts'
import { ifSubnetExist } from '../subnets/exists.ts'
import { hotkeyAccountExists } from './accounts.ts'
import { defaultMinStake } from './minimums.ts'
import { decreaseStake, getStake, increaseStake, type Position } from './stake.ts'
import { stakeIntoSubnet } from './stake-into-subnet.ts'
import { unstakeFromSubnet } from './unstake-from-subnet.ts'
import { ensureSubtokenEnabled } from './validate-add.ts'
import { validateRemoveStake } from './validate-remove.ts'

/** A purchase or sale for an order. */
export interface OrderSwap {
  /** TAO to pay, or alpha to sell, rao. */
  readonly amount: bigint
  /** Price of one alpha that may not be passed, rao. */
  readonly limitPrice: Tao
  /** Check what users are held to; the pallet's own accounts are not. */
  readonly validate: boolean
}

function ensureTraded(ctx: f.Context, { netuid }: Position): void {
  f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
  ensureSubtokenEnabled(ctx, netuid)
}

/** Refuses an order that its limit would fill only in part. */
function ensureFilled(
  ctx: f.Context,
  { netuid }: Position,
  pays: 'tao' | 'alpha',
  { amount, limitPrice }: OrderSwap,
): void {
  if (!isDynamic(ctx, netuid)) return
  const order = { pays, amount, priceLimit: limitPrice, dropFees: false }
  const { amountPaidIn, feePaid } = quote(ctx, netuid, order)
  f.ensure(satU64.add(amountPaidIn, feePaid) >= amount, SlippageTooHigh)
}

/**
 * Buys alpha with a coldkey's balance, all or nothing; gives the alpha.
 *
 * refuses SubnetNotExists, SubtokenDisabled, HotKeyAccountNotExists, AmountTooLow, NotEnoughBalanceToStake,
 *         SlippageTooHigh, and as `stakeIntoSubnet`
 * source  opentensor/subtensor pallets/subtensor/src/staking/order_swap.rs buy_alpha
 */
export function buyAlpha(ctx: f.Context, position: Position, order: OrderSwap): Alpha {
  return ctx.layer(() => {
    ensureTraded(ctx, position)
    const { amount, limitPrice, validate } = order
    if (validate) {
      f.ensure(hotkeyAccountExists(ctx, position.hotkey), HotKeyAccountNotExists)
      f.ensure(amount >= defaultMinStake(ctx), AmountTooLow)
      f.ensure(canRemoveBalance(ctx, position.coldkey, amount), NotEnoughBalanceToStake)
    }
    ensureFilled(ctx, position, 'tao', order)
    return stakeIntoSubnet(ctx, position, amount, { priceLimit: limitPrice, dropFees: false })
  })
}

/**
 * Sells stake, all or nothing; gives the TAO.
 *
 * refuses SubnetNotExists, SubtokenDisabled, SlippageTooHigh, and as `validateRemoveStake` and the sale
 * source  opentensor/subtensor pallets/subtensor/src/staking/order_swap.rs sell_alpha
 */
export function sellAlpha(ctx: f.Context, position: Position, order: OrderSwap): Tao {
  return ctx.layer(() => {
    ensureTraded(ctx, position)
    const { amount, limitPrice, validate } = order
    if (validate)
      validateRemoveStake(ctx, position, { amount, maxAmount: amount, allowPartial: false })
    ensureFilled(ctx, position, 'alpha', order)
    const terms = { priceLimit: limitPrice, dropFees: false }
    return unstakeFromSubnet(ctx, position, { alpha: amount, ...terms })
  })
}

/** Which ends of a transfer are held to what users are held to. */
export interface TransferChecks {
  readonly validateSender: boolean
  readonly validateReceiver: boolean
}

function validateSender(ctx: f.Context, from: Position, amount: Alpha): void {
  f.ensure(hotkeyAccountExists(ctx, from.hotkey), HotKeyAccountNotExists)
  f.ensure(amount !== 0n, AmountTooLow)
  const price = currentAlphaPrice(ctx, from.netuid)
  const tao = U64F64.toU64(U64F64.mul(price, U64F64.fromInt(amount)))
  f.ensure(tao >= defaultMinStake(ctx), AmountTooLow)
  ensureAvailableToUnstake(ctx, from.coldkey, from.netuid, amount)
}

/**
 * Moves stake between keys on one subnet without the pool, locks, claims or events.
 *
 * refuses SubnetNotExists, SubtokenDisabled, HotKeyAccountNotExists, AmountTooLow, StakeUnavailable,
 *         NotEnoughStakeToWithdraw
 * source  opentensor/subtensor pallets/subtensor/src/staking/order_swap.rs transfer_staked_alpha
 */
export function transferStakedAlpha(
  ctx: f.Context,
  { from, to }: { readonly from: Position; readonly to: Omit<Position, 'netuid'> },
  amount: Alpha,
  checks: TransferChecks,
): void {
  ctx.layer(() => {
    ensureTraded(ctx, from)
    if (checks.validateSender) validateSender(ctx, from, amount)
    if (checks.validateReceiver)
      f.ensure(hotkeyAccountExists(ctx, to.hotkey), HotKeyAccountNotExists)
    f.ensure(getStake(ctx, from) >= amount, NotEnoughStakeToWithdraw)
    decreaseStake(ctx, from, amount)
    increaseStake(ctx, { ...to, netuid: from.netuid }, amount)
    LastColdkeyHotkeyStakeBlock.set(ctx, to.coldkey, to.hotkey, currentBlock(ctx))
  })
}
