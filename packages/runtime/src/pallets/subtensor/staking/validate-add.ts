/** What stops stake from being added. */
import * as f from '@taonet/frame'
import { attempt } from '../../../common/attempt.ts'
import type { NetUid, Tao } from '../../../common/units.ts'
import { approxFeeAmount, simSwap } from '../../swap/swap.ts'
import { canRemoveBalance } from '../currency.ts'
import {
  AmountTooLow,
  HotKeyAccountNotExists,
  InsufficientLiquidity,
  NotEnoughBalanceToStake,
  SlippageTooHigh,
  SubnetNotExists,
  SubtokenDisabled,
} from '../errors.ts'
import { SubtokenEnabled } from '../storage.ts'
import { ifSubnetExist } from '../subnets/exists.ts'
import { hotkeyAccountExists } from './accounts.ts'
import { defaultMinStake } from './minimums.ts'
import { canIncreaseStake, type Position } from './stake.ts'

/** `refuses` SubtokenDisabled. `source` lib.rs ensure_subtoken_enabled */
export function ensureSubtokenEnabled(ctx: f.Context, netuid: NetUid): void {
  f.ensure(SubtokenEnabled.get(ctx, netuid), SubtokenDisabled)
}

/** Least TAO of one staking: the least stake and its fee. */
function leastAmount(ctx: f.Context, netuid: NetUid): Tao {
  const stake = defaultMinStake(ctx)
  const swapped = attempt(() => simSwap(ctx, netuid, 'tao', stake).feePaid)
  return f.satU64.add(stake, swapped.ok ? swapped.value : approxFeeAmount(ctx, netuid, stake))
}

/** An amount and how far it may be cut. */
export interface Bounds {
  readonly amount: bigint
  readonly maxAmount: bigint
  /** More than the maximum is cut instead of refused. */
  readonly allowPartial: boolean
}

/**
 * Refuses a staking that cannot succeed. The simulation ignores the caller's price limit.
 *
 * units   rao
 * refuses SubnetNotExists, SubtokenDisabled, AmountTooLow, SlippageTooHigh, NotEnoughBalanceToStake,
 *         HotKeyAccountNotExists, InsufficientLiquidity
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs validate_add_stake
 */
export function validateAddStake(
  ctx: f.Context,
  { hotkey, coldkey, netuid }: Position,
  { amount, maxAmount, allowPartial }: Bounds,
): void {
  f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
  ensureSubtokenEnabled(ctx, netuid)
  f.ensure(amount >= leastAmount(ctx, netuid), AmountTooLow)
  f.ensure(allowPartial || amount <= maxAmount, SlippageTooHigh)
  const staked = amount < maxAmount ? amount : maxAmount
  f.ensure(canRemoveBalance(ctx, coldkey, staked), NotEnoughBalanceToStake)
  f.ensure(hotkeyAccountExists(ctx, hotkey), HotKeyAccountNotExists)
  const swapped = attempt(() => simSwap(ctx, netuid, 'tao', staked))
  f.ensure(swapped.ok, InsufficientLiquidity)
  const { amountPaidIn, amountPaidOut } = swapped.value
  f.ensure(amountPaidIn >= defaultMinStake(ctx), AmountTooLow)
  f.ensure(amountPaidOut !== 0n, InsufficientLiquidity)
  f.ensure(canIncreaseStake(ctx, hotkey, netuid, amountPaidOut), InsufficientLiquidity)
}
