/** Moving averages of prices, and what is taken from all of them. */
import type * as f from '@taonet/frame'
import { I96F32, satU64, U64F64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentAlphaPrice } from '../../swap/pool.ts'
import { currentBlock } from '../clock.ts'
import {
  EMAPriceHalvingBlocks,
  FirstEmissionBlockNumber,
  NetworksAdded,
  SubnetMechanism,
  SubnetMovingAlpha,
  SubnetMovingPrice,
} from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'

/**
 * Moving average of a subnet's price; 1 for root and for subnets without a pool.
 *
 * units   U64F64
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs get_moving_alpha_price
 */
export function getMovingAlphaPrice(ctx: f.Context, netuid: NetUid): f.U64F64 {
  if (netuid === ROOT || SubnetMechanism.get(ctx, netuid) === 0) return U64F64.ONE
  return U64F64.from(I96F32, SubnetMovingPrice.get(ctx, netuid))
}

/**
 * Moves the average toward the price, which counts as at most 1. Young subnets follow more slowly.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs update_moving_price
 */
export function updateMovingPrice(ctx: f.Context, netuid: NetUid): void {
  const start = satU64.sub(FirstEmissionBlockNumber.get(ctx, netuid) ?? 0n, 1n)
  const age = U64F64.fromInt(satU64.sub(currentBlock(ctx), start))
  const halving = U64F64.fromInt(EMAPriceHalvingBlocks.get(ctx, netuid))
  const alpha = U64F64.mul(
    U64F64.from(I96F32, SubnetMovingAlpha.get(ctx)),
    U64F64.safeDiv(age, U64F64.add(age, halving)),
  )
  const price = currentAlphaPrice(ctx, netuid)
  const added = U64F64.mul(alpha, price < U64F64.ONE ? price : U64F64.ONE)
  const kept = U64F64.mul(U64F64.sub(U64F64.ONE, alpha), getMovingAlphaPrice(ctx, netuid))
  SubnetMovingPrice.set(ctx, netuid, I96F32.from(U64F64, U64F64.add(added, kept)))
}

/**
 * Median spot price of all subnets but root; prices of 0 do not count, and without any it is 1.
 *
 * units   U64F64
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs get_median_subnet_alpha_price
 */
export function getMedianSubnetAlphaPrice(ctx: f.Context): f.U64F64 {
  const prices: f.U64F64[] = []
  for (const [[netuid], added] of NetworksAdded.entries(ctx)) {
    if (!added || netuid === ROOT) continue
    const price = currentAlphaPrice(ctx, netuid)
    if (price > 0n) prices.push(price)
  }
  if (prices.length === 0) return U64F64.ONE
  prices.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const lower = (prices.length - 1) >> 1
  const upper = prices.length >> 1
  if (lower === upper) return prices[upper]!
  return U64F64.safeDiv(U64F64.add(prices[lower]!, prices[upper]!), U64F64.fromInt(2))
}
