/** Giving stake up: out of existence, or out of anybody's hands. */
import * as f from '@taonet/frame'
import type { Alpha, Tao } from '../../../common/units.ts'
import {
  CannotBurnOrRecycleOnRootSubnet,
  HotKeyAccountNotExists,
  InsufficientLiquidity,
  SubnetNotExists,
} from '../errors.ts'
import { AddStakeBurn, AlphaBurned, AlphaRecycled } from '../events.ts'
import { ensureAvailableToUnstake } from '../locks/availability.ts'
import { burnSubnetAlpha, recycleSubnetAlpha } from '../pools/alpha.ts'
import { SubnetAlphaOut } from '../storage.ts'
import { ifSubnetExist, ROOT } from '../subnets/exists.ts'
import { hotkeyAccountExists } from './accounts.ts'
import { addStake, addStakeLimit } from './add-stake.ts'
import { decreaseStake, getStake, type Position } from './stake.ts'
import { ensureSubtokenEnabled } from './validate-add.ts'

/**
 * Takes stake from a position, at most what there is; gives how much.
 *
 * refuses SubnetNotExists, CannotBurnOrRecycleOnRootSubnet, SubtokenDisabled, HotKeyAccountNotExists,
 *         InsufficientLiquidity, StakeUnavailable
 */
function giveUp(ctx: f.Context, position: Position, requested: Alpha): Alpha {
  const { hotkey, coldkey, netuid } = position
  f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
  f.ensure(netuid !== ROOT, CannotBurnOrRecycleOnRootSubnet)
  ensureSubtokenEnabled(ctx, netuid)
  f.ensure(hotkeyAccountExists(ctx, hotkey), HotKeyAccountNotExists)
  const stake = getStake(ctx, position)
  const amount = requested < stake ? requested : stake
  f.ensure(SubnetAlphaOut.get(ctx, netuid) >= amount, InsufficientLiquidity)
  ensureAvailableToUnstake(ctx, coldkey, netuid, amount)
  decreaseStake(ctx, position, amount)
  return amount
}

/**
 * Takes stake out of existence.
 *
 * refuses as `giveUp`
 * source  opentensor/subtensor pallets/subtensor/src/staking/recycle_alpha.rs do_recycle_alpha
 */
export function recycleAlphaStake(ctx: f.Context, position: Position, requested: Alpha): void {
  const { hotkey, coldkey, netuid } = position
  const amount = giveUp(ctx, position, requested)
  recycleSubnetAlpha(ctx, netuid, amount)
  ctx.deposit(AlphaRecycled([coldkey, hotkey, amount, netuid]))
}

/**
 * Takes stake out of anybody's hands; it still counts as issued.
 *
 * refuses as `giveUp`
 * source  opentensor/subtensor pallets/subtensor/src/staking/recycle_alpha.rs do_burn_alpha
 */
export function burnAlphaStake(ctx: f.Context, position: Position, requested: Alpha): void {
  const { hotkey, coldkey, netuid } = position
  const amount = giveUp(ctx, position, requested)
  burnSubnetAlpha(ctx, netuid, amount)
  ctx.deposit(AlphaBurned([coldkey, hotkey, amount, netuid]))
}

/**
 * Stakes TAO, within a price limit all or nothing, and burns what it bought.
 *
 * units   rao
 * refuses as `addStake` or `addStakeLimit`, and as `burnAlphaStake`
 * source  opentensor/subtensor pallets/subtensor/src/staking/recycle_alpha.rs do_add_stake_burn
 */
export function addStakeBurn(
  ctx: f.Context,
  position: Position,
  amount: Tao,
  limitPrice: Tao | undefined,
): void {
  const { hotkey, netuid } = position
  const alpha =
    limitPrice === undefined
      ? addStake(ctx, position, amount)
      : addStakeLimit(ctx, position, amount, { limitPrice, allowPartial: false })
  burnAlphaStake(ctx, position, alpha)
  ctx.deposit(AddStakeBurn({ netuid, hotkey, amount, alpha }))
}
