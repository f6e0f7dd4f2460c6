/** A subnet's pool as it is stored. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../common/units.ts'
import { SubnetAlphaIn, SubnetMechanism, SubnetTAO } from '../subtensor/storage.ts'
import { type Balancer, calculatePrice, EVEN, type Pool } from './balancer/index.ts'
import { FeeRate, PalSwapInitialized, SwapBalancer } from './storage.ts'

/** Mechanism of subnets whose token is traded in a pool; any other is 1:1 with TAO. */
const DYNAMIC = 1

/** Whether a subnet's token is traded in a pool. */
export const isDynamic = (ctx: f.Context, netuid: NetUid): boolean =>
  SubnetMechanism.get(ctx, netuid) === DYNAMIC

/** The pool with the weights that the next swap will have: equal ones when no swap has taken place yet. */
export function readPool(ctx: f.Context, netuid: NetUid): Pool {
  return poolWith(
    ctx,
    netuid,
    PalSwapInitialized.get(ctx, netuid) ? SwapBalancer.get(ctx, netuid) : EVEN,
  )
}

const poolWith = (ctx: f.Context, netuid: NetUid, balancer: Balancer): Pool => ({
  tao: SubnetTAO.get(ctx, netuid),
  alpha: SubnetAlphaIn.get(ctx, netuid),
  feeRate: FeeRate.get(ctx, netuid),
  balancer,
})

/**
 * Spot price of a subnet's alpha: 1 without a pool, 0 when the pool has no alpha.
 *
 * units   TAO for one alpha, U64F64
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs current_price
 */
export function currentAlphaPrice(ctx: f.Context, netuid: NetUid): f.U64F64 {
  if (!isDynamic(ctx, netuid)) return f.U64F64.ONE
  const alpha = SubnetAlphaIn.get(ctx, netuid)
  if (alpha === 0n) return f.U64F64.ZERO
  const tao = SubnetTAO.get(ctx, netuid)
  return calculatePrice(SwapBalancer.get(ctx, netuid), { tao, alpha })
}
