/** Swaps between TAO and a subnet's alpha, with what they do to the reserves. No balance moves here. */
import type * as f from '@taonet/frame'
import { satU64, satU128 } from '@taonet/frame'
import type { Alpha, NetUid, Tao } from '../../../common/units.ts'
import { isDynamic } from '../../swap/pool.ts'
import { flatSwap, type SwapResult, swap } from '../../swap/swap.ts'
import { SubnetAlphaIn, SubnetAlphaOut, SubnetTAO, SubnetVolume, TotalStake } from '../storage.ts'

/** How a swap is bounded and charged. */
export interface SwapTerms {
  /** Price of one alpha that the swap may not pass, rao. */
  readonly priceLimit: Tao
  /** Charge no fee. */
  readonly dropFees: boolean
}

/**
 * Buys alpha: TAO enters the pool, alpha leaves it. Volume and total stake grow by all TAO given, also by
 * the fee and by what a limit left unspent.
 *
 * units   rao; results without the fee
 * refuses as the pool does; nothing on a subnet without one
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs swap_tao_for_alpha
 */
export function swapTaoForAlpha(
  ctx: f.Context,
  netuid: NetUid,
  tao: Tao,
  terms: SwapTerms,
): SwapResult {
  const result = isDynamic(ctx, netuid)
    ? swap(ctx, netuid, { pays: 'tao', amount: tao, ...terms })
    : flatSwap(tao)
  const { amountPaidIn, amountPaidOut } = result
  if (amountPaidOut !== 0n)
    SubnetAlphaIn.mutate(ctx, netuid, (total) => satU64.sub(total, reserveLoss(amountPaidOut)))
  SubnetAlphaOut.mutate(ctx, netuid, (total) => satU64.add(total, amountPaidOut))
  SubnetTAO.mutate(ctx, netuid, (total) => satU64.add(total, reserveGain(amountPaidIn)))
  TotalStake.mutate(ctx, (total) => satU64.add(total, tao))
  SubnetVolume.mutate(ctx, netuid, (total) => satU128.add(total, tao))
  return result
}

/**
 * Sells alpha: it enters the pool, TAO leaves it.
 *
 * units   rao; results without the fee
 * refuses as the pool does; nothing on a subnet without one
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs swap_alpha_for_tao
 */
export function swapAlphaForTao(
  ctx: f.Context,
  netuid: NetUid,
  alpha: Alpha,
  terms: SwapTerms,
): SwapResult {
  const result = isDynamic(ctx, netuid)
    ? swap(ctx, netuid, { pays: 'alpha', amount: alpha, ...terms })
    : flatSwap(alpha)
  const { amountPaidOut } = result
  const paidIn = reserveGain(result.amountPaidIn)
  SubnetAlphaIn.mutate(ctx, netuid, (total) => satU64.add(total, paidIn))
  SubnetAlphaOut.mutate(ctx, netuid, (total) => satU64.sub(total, paidIn))
  if (amountPaidOut !== 0n)
    SubnetTAO.mutate(ctx, netuid, (total) => satU64.sub(total, reserveLoss(amountPaidOut)))
  TotalStake.mutate(ctx, (total) => satU64.sub(total, amountPaidOut))
  SubnetVolume.mutate(ctx, netuid, (total) => satU128.add(total, amountPaidOut))
  return result
}

/** Reserves move by what an i64 holds at once, which is one rao more downward. */
const MOST_LOSS = 1n << 63n
const MOST_GAIN = MOST_LOSS - 1n
const reserveGain = (amount: bigint) => (amount > MOST_GAIN ? MOST_GAIN : amount)
const reserveLoss = (amount: bigint) => (amount > MOST_LOSS ? MOST_LOSS : amount)
