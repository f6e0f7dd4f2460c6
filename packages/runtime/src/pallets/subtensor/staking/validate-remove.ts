/** What stops stake from being removed. */
import * as f from '@taonet/frame'
import { attempt } from '../../../common/attempt.ts'
import { simSwap } from '../../swap/swap.ts'
import {
  AmountTooLow,
  HotKeyAccountNotExists,
  InsufficientLiquidity,
  NotEnoughStakeToWithdraw,
  SlippageTooHigh,
  SubnetNotExists,
} from '../errors.ts'
import { ensureAvailableToUnstake } from '../locks/availability.ts'
import { ifSubnetExist } from '../subnets/exists.ts'
import { hotkeyAccountExists } from './accounts.ts'
import { defaultMinStake } from './minimums.ts'
import { getStake, type Position } from './stake.ts'
import type { Bounds } from './validate-add.ts'

/**
 * Refuses an unstaking that cannot succeed. Emptying a position may bring less than the least stake.
 *
 * units   rao
 * refuses SubnetNotExists, AmountTooLow, NotEnoughStakeToWithdraw, InsufficientLiquidity, SlippageTooHigh,
 *         HotKeyAccountNotExists, StakeUnavailable
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs validate_remove_stake
 */
export function validateRemoveStake(
  ctx: f.Context,
  position: Position,
  { amount, maxAmount, allowPartial }: Bounds,
): void {
  const { hotkey, coldkey, netuid } = position
  f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
  f.ensure(amount !== 0n, AmountTooLow)
  const stake = getStake(ctx, position)
  f.ensure(stake >= amount, NotEnoughStakeToWithdraw)
  const sale = attempt(() => simSwap(ctx, netuid, 'alpha', amount))
  f.ensure(sale.ok, InsufficientLiquidity)
  const suffices = sale.value.amountPaidOut >= defaultMinStake(ctx)
  f.ensure(stake === amount || suffices, AmountTooLow)
  f.ensure(allowPartial || amount <= maxAmount, SlippageTooHigh)
  f.ensure(hotkeyAccountExists(ctx, hotkey), HotKeyAccountNotExists)
  ensureAvailableToUnstake(ctx, coldkey, netuid, amount)
}
