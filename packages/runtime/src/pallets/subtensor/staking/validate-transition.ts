/** What stops stake from moving between positions. */
import * as f from '@taonet/frame'
import { attempt } from '../../../common/attempt.ts'
import type { Alpha } from '../../../common/units.ts'
import { simSwap } from '../../swap/swap.ts'
import {
  AmountTooLow,
  HotKeyAccountNotExists,
  InsufficientLiquidity,
  NotEnoughStakeToWithdraw,
  SameNetuid,
  SlippageTooHigh,
  SubnetNotExists,
  SubtokenDisabled,
  TransferDisallowed,
} from '../errors.ts'
import { ensureAvailableToUnstake } from '../locks/availability.ts'
import { SubtokenEnabled, TransferToggle } from '../storage.ts'
import { ifSubnetExist } from '../subnets/exists.ts'
import { hotkeyAccountExists } from './accounts.ts'
import { defaultMinStake } from './minimums.ts'
import { getStake, type Position } from './stake.ts'

/** Stake on its way. */
export interface Transition {
  readonly origin: Position
  readonly destination: Position
  /** The owner may have to let stake be transferred on the subnets. */
  readonly checkTransferToggle: boolean
  /** Whether more than the maximum is cut; undefined when there is no limit. */
  readonly allowPartial?: boolean
}

const isSamePlace = ({ origin, destination }: Transition) =>
  origin.coldkey === destination.coldkey &&
  origin.hotkey === destination.hotkey &&
  origin.netuid === destination.netuid

/** Checks that concern the pools, for stake that changes its subnet. */
function validateSale(
  ctx: f.Context,
  { origin, allowPartial }: Transition,
  amount: Alpha,
  maxAmount: Alpha,
): void {
  const sale = attempt(() => simSwap(ctx, origin.netuid, 'alpha', amount))
  f.ensure(sale.ok, InsufficientLiquidity)
  f.ensure(sale.value.amountPaidOut > defaultMinStake(ctx), AmountTooLow)
  f.ensure(allowPartial !== false || amount <= maxAmount, SlippageTooHigh)
}

/**
 * Refuses a move of stake that cannot succeed.
 *
 * units   rao
 * refuses SameNetuid, SubnetNotExists, SubtokenDisabled, HotKeyAccountNotExists, NotEnoughStakeToWithdraw,
 *         InsufficientLiquidity, AmountTooLow, SlippageTooHigh, TransferDisallowed, StakeUnavailable
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs validate_stake_transition
 */
export function validateStakeTransition(
  ctx: f.Context,
  transition: Transition,
  amount: Alpha,
  maxAmount: Alpha,
): void {
  const { origin, destination, checkTransferToggle } = transition
  const netuids = [origin.netuid, destination.netuid]
  const changesSubnet = origin.netuid !== destination.netuid
  f.ensure(!isSamePlace(transition), SameNetuid)
  for (const netuid of netuids) f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
  for (const netuid of netuids) f.ensure(SubtokenEnabled.get(ctx, netuid), SubtokenDisabled)
  f.ensure(hotkeyAccountExists(ctx, origin.hotkey), HotKeyAccountNotExists)
  f.ensure(hotkeyAccountExists(ctx, destination.hotkey), HotKeyAccountNotExists)
  f.ensure(amount <= getStake(ctx, origin), NotEnoughStakeToWithdraw)
  if (changesSubnet) validateSale(ctx, transition, amount, maxAmount)
  if (checkTransferToggle)
    for (const netuid of netuids) f.ensure(TransferToggle.get(ctx, netuid), TransferDisallowed)
  if (changesSubnet) ensureAvailableToUnstake(ctx, origin.coldkey, origin.netuid, amount)
}
