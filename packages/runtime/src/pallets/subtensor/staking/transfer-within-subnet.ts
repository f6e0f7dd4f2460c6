/** Stake that changes its keys but not its subnet. */
import * as f from '@taonet/frame'
import { U64F64 } from '@taonet/frame'
import type { Alpha, Tao } from '../../../common/units.ts'
import { currentAlphaPrice } from '../../swap/pool.ts'
import { currentBlock } from '../clock.ts'
import { AmountTooLow } from '../errors.ts'
import { StakeAdded, StakeRemoved } from '../events.ts'
import { transferLock } from '../locks/transfer-lock.ts'
import { LastColdkeyHotkeyStakeBlock } from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'
import { defaultMinStake } from './minimums.ts'
import {
  addRootStakeBaseline,
  type Claimant,
  removeRootStakeBaseline,
} from './root-claims/rates.ts'
import { decreaseStake, increaseStake, type Position } from './stake.ts'

/**
 * Moves stake to other keys on the same subnet, with as much of a lock as free alpha does not cover.
 *
 * units   rao; gives the TAO it is worth at the spot price
 * refuses AmountTooLow, LockHotkeyMismatch, AccountRejectsLockedAlpha
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs transfer_stake_within_subnet
 */
export function transferStakeWithinSubnet(
  ctx: f.Context,
  origin: Position,
  destination: Claimant,
  alpha: Alpha,
): Tao {
  const { netuid } = origin
  const { hotkey, coldkey } = destination
  transferLock(ctx, { from: origin.coldkey, to: coldkey }, netuid, alpha)
  decreaseStake(ctx, origin, alpha)
  if (netuid === ROOT) removeRootStakeBaseline(ctx, origin, alpha)
  increaseStake(ctx, { hotkey, coldkey, netuid }, alpha)
  if (netuid === ROOT) addRootStakeBaseline(ctx, destination, alpha)
  const tao = U64F64.toU64(U64F64.mul(currentAlphaPrice(ctx, netuid), U64F64.fromInt(alpha)))
  f.ensure(tao >= defaultMinStake(ctx), AmountTooLow)
  LastColdkeyHotkeyStakeBlock.set(ctx, coldkey, hotkey, currentBlock(ctx))
  ctx.deposit(StakeRemoved([origin.coldkey, origin.hotkey, tao, alpha, netuid, 0n]))
  ctx.deposit(StakeAdded([coldkey, hotkey, tao, alpha, netuid, 0n]))
  return tao
}
