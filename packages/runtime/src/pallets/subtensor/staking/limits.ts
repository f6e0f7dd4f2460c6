/** Largest amounts that swaps within a price limit take. */
import * as f from '@taonet/frame'
import { satU64, U64F64 } from '@taonet/frame'
import type { Alpha, NetUid, Tao } from '../../../common/units.ts'
import { currentAlphaPrice, isDynamic } from '../../swap/pool.ts'
import { quote } from '../../swap/swap.ts'
import { InsufficientLiquidity } from '../errors.ts'
import { SubnetAlphaIn, SubnetMechanism, SubnetTAO } from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'

const ONE_TAO = 1_000_000_000n
/** A pool takes at most this many times its reserve at once. */
const MAX_INPUT_RESERVES = 1000n

/** Root and subnets of mechanism 0: 1:1 with TAO. */
const isFlat = (ctx: f.Context, netuid: NetUid): boolean =>
  netuid === ROOT || SubnetMechanism.get(ctx, netuid) === 0

/** Most that can be paid, with the fee, before the price reaches the limit. */
function paidAtLimit(
  ctx: f.Context,
  netuid: NetUid,
  pays: 'tao' | 'alpha',
  priceLimit: Tao,
): bigint {
  const reserve = (pays === 'tao' ? SubnetTAO : SubnetAlphaIn).get(ctx, netuid)
  const amount = satU64.mul(reserve, MAX_INPUT_RESERVES)
  const result = quote(ctx, netuid, { pays, amount, priceLimit, dropFees: false })
  return satU64.add(result.amountPaidIn, result.feePaid)
}

/**
 * Most TAO that may be staked at a price of at most the limit.
 *
 * units   rao; a subnet without a pool takes everything from a limit of 1 TAO on, else nothing
 * refuses what the pool refuses
 * source  opentensor/subtensor pallets/subtensor/src/staking/add_stake.rs get_max_amount_add
 */
export function getMaxAmountAdd(ctx: f.Context, netuid: NetUid, priceLimit: Tao): Tao {
  if (isFlat(ctx, netuid)) return priceLimit >= ONE_TAO ? satU64.MAX : 0n
  return paidAtLimit(ctx, netuid, 'tao', priceLimit)
}

/**
 * Most alpha that may be unstaked at a price of at least the limit.
 *
 * units   rao; a subnet without a pool takes everything up to a limit of 1 TAO, else nothing
 * refuses what the pool refuses
 * source  opentensor/subtensor pallets/subtensor/src/staking/remove_stake.rs get_max_amount_remove
 */
export function getMaxAmountRemove(ctx: f.Context, netuid: NetUid, priceLimit: Tao): Alpha {
  if (isFlat(ctx, netuid)) return priceLimit <= ONE_TAO ? satU64.MAX : 0n
  return paidAtLimit(ctx, netuid, 'alpha', priceLimit)
}

/**
 * Refuses more than a pool takes at once.
 *
 * refuses InsufficientLiquidity
 * source  opentensor/subtensor pallets/subtensor/src/staking/add_stake.rs ensure_add_stake_input_within_swap_limit, remove_stake.rs ensure_remove_stake_input_within_swap_limit
 */
export function ensureInputWithinSwapLimit(
  ctx: f.Context,
  netuid: NetUid,
  pays: 'tao' | 'alpha',
  amount: bigint,
): void {
  if (netuid === ROOT || !isDynamic(ctx, netuid)) return
  const reserve = (pays === 'tao' ? SubnetTAO : SubnetAlphaIn).get(ctx, netuid)
  f.ensure(amount <= satU64.mul(reserve, MAX_INPUT_RESERVES), InsufficientLiquidity)
}

/**
 * Most alpha that may move between subnets with the ratio of their prices, origin to destination, staying
 * at or above the limit. Between two pools the estimate ignores weights and fees.
 *
 * units   rao
 * refuses what a pool refuses
 * source  opentensor/subtensor pallets/subtensor/src/staking/move_stake.rs get_max_amount_move
 */
export function getMaxAmountMove(
  ctx: f.Context,
  origin: NetUid,
  destination: NetUid,
  priceLimit: Tao,
): Alpha {
  const [fromFlat, toFlat] = [isFlat(ctx, origin), isFlat(ctx, destination)]
  if (fromFlat && toFlat) return priceLimit > ONE_TAO ? 0n : satU64.MAX
  if (fromFlat && isDynamic(ctx, destination)) {
    if (priceLimit === 0n) return satU64.MAX
    const inverse = U64F64.safeDiv(U64F64.fromInt(ONE_TAO), U64F64.fromInt(priceLimit))
    const taoLimit = U64F64.toU64(U64F64.mul(inverse, U64F64.fromInt(ONE_TAO)))
    return getMaxAmountAdd(ctx, destination, taoLimit) as bigint
  }
  if (toFlat && isDynamic(ctx, origin)) return getMaxAmountRemove(ctx, origin, priceLimit)
  return maxBetweenPools(ctx, origin, destination, priceLimit)
}

function maxBetweenPools(
  ctx: f.Context,
  origin: NetUid,
  destination: NetUid,
  priceLimit: Tao,
): Alpha {
  const [tao1, tao2] = [SubnetTAO.get(ctx, origin), SubnetTAO.get(ctx, destination)]
  if (tao1 === 0n || tao2 === 0n) return 0n
  const [alpha1, alpha2] = [SubnetAlphaIn.get(ctx, origin), SubnetAlphaIn.get(ctx, destination)]
  if (alpha1 === 0n || alpha2 === 0n) return 0n
  const limit = U64F64.safeDiv(U64F64.fromInt(priceLimit), U64F64.fromInt(ONE_TAO))
  const current = U64F64.safeDiv(
    currentAlphaPrice(ctx, origin),
    currentAlphaPrice(ctx, destination),
  )
  if (limit > current) return 0n
  if (priceLimit === 0n) return satU64.MAX
  const [y1, y2] = [U64F64.fromInt(tao1), U64F64.fromInt(tao2)]
  const sum = U64F64.add(y2, y1)
  const bought = U64F64.mul(U64F64.fromInt(alpha2), U64F64.safeDiv(y1, sum))
  const kept = U64F64.mul(U64F64.fromInt(alpha1), U64F64.safeDiv(y2, sum))
  return U64F64.toU64(U64F64.sub(U64F64.safeDiv(bought, limit), kept))
}
