/** Prices of subnets' tokens, and what swaps would bring. */
import * as f from '@taonet/frame'
import { satU64, U64F64 } from '@taonet/frame'
import { attempt } from '../common/attempt.ts'
import type { Alpha, NetUid, Tao } from '../common/units.ts'
import { getAllSubnetNetuids } from '../pallets/subtensor/subnets/exists.ts'
import { SimSwapResult, SubnetPrice } from '../pallets/swap/api-types.ts'
import { currentAlphaPrice } from '../pallets/swap/pool.ts'
import { simSwap } from '../pallets/swap/swap.ts'

const RAO = U64F64.fromInt(1_000_000_000n)
const NOTHING: SimSwapResult = {
  tao_amount: 0n,
  alpha_amount: 0n,
  tao_fee: 0n,
  alpha_fee: 0n,
  tao_slippage: 0n,
  alpha_slippage: 0n,
}

/** Price of one alpha, rao. */
const priceRao = (ctx: f.Context, netuid: NetUid): bigint =>
  U64F64.toU64(U64F64.mul(currentAlphaPrice(ctx, netuid), RAO))

/**
 * What buying alpha would bring; all zeros when it would be refused. Slippage is what the spot price promises more.
 *
 * units   rao
 * source  opentensor/subtensor runtime/src/lib.rs sim_swap_tao_for_alpha
 */
function simulateBuy(ctx: f.Context, netuid: NetUid, tao: Tao): SimSwapResult {
  const swap = attempt(() => simSwap(ctx, netuid, 'tao', tao))
  if (!swap.ok) return NOTHING
  const { amountPaidIn, amountPaidOut, feePaid } = swap.value
  const ideal = U64F64.toU64(U64F64.safeDiv(U64F64.fromInt(tao), currentAlphaPrice(ctx, netuid)))
  return {
    ...NOTHING,
    tao_amount: amountPaidIn,
    alpha_amount: amountPaidOut,
    tao_fee: feePaid,
    alpha_slippage: satU64.sub(ideal, amountPaidOut),
  }
}

/**
 * What selling alpha would bring; all zeros when it would be refused.
 *
 * units   rao
 * source  opentensor/subtensor runtime/src/lib.rs sim_swap_alpha_for_tao
 */
function simulateSale(ctx: f.Context, netuid: NetUid, alpha: Alpha): SimSwapResult {
  const swap = attempt(() => simSwap(ctx, netuid, 'alpha', alpha))
  if (!swap.ok) return NOTHING
  const { amountPaidIn, amountPaidOut, feePaid } = swap.value
  const ideal = U64F64.toU64(U64F64.mul(U64F64.fromInt(alpha), currentAlphaPrice(ctx, netuid)))
  return {
    ...NOTHING,
    tao_amount: amountPaidOut,
    alpha_amount: amountPaidIn,
    alpha_fee: feePaid,
    tao_slippage: satU64.sub(ideal, amountPaidOut),
  }
}

/** source  opentensor/subtensor pallets/swap/runtime-api/src/lib.rs SwapRuntimeApi */
export const SwapRuntimeApi = f.api('SwapRuntimeApi', 1, {
  current_alpha_price: f.method({ netuid: f.u16 }, f.u64, (ctx, { netuid }) =>
    priceRao(ctx, netuid),
  ),
  current_alpha_price_all: f.method({}, f.vec(SubnetPrice), (ctx) =>
    getAllSubnetNetuids(ctx).map((netuid) => ({ netuid, price: priceRao(ctx, netuid) })),
  ),
  sim_swap_tao_for_alpha: f.method(
    { netuid: f.u16, tao: f.u64 },
    SimSwapResult,
    (ctx, { netuid, tao }) => simulateBuy(ctx, netuid, tao),
  ),
  sim_swap_alpha_for_tao: f.method(
    { netuid: f.u16, alpha: f.u64 },
    SimSwapResult,
    (ctx, { netuid, alpha }) => simulateSale(ctx, netuid, alpha),
  ),
})
