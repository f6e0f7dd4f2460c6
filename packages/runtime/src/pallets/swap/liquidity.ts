/** The weights of a pool over its life. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../common/units.ts'
import { SubnetAlphaIn, SubnetTAO } from '../subtensor/storage.ts'
import { type Amounts, atPrice, EVEN, withAddedLiquidity } from './balancer/index.ts'
import { FeeRate, PalSwapInitialized, SwapBalancer } from './storage.ts'

const reserves = (ctx: f.Context, netuid: NetUid): Amounts => ({
  tao: SubnetTAO.get(ctx, netuid),
  alpha: SubnetAlphaIn.get(ctx, netuid),
})

/**
 * Sets a pool's weights once: for a price, or equal ones. A price that is out of reach changes nothing.
 *
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs maybe_initialize_palswap, init_swap
 */
export function initSwap(ctx: f.Context, netuid: NetUid, price: f.U64F64 | undefined): void {
  if (PalSwapInitialized.get(ctx, netuid)) return
  const balancer = price === undefined ? EVEN : atPrice(price, reserves(ctx, netuid))
  if (balancer === undefined) return
  SwapBalancer.set(ctx, netuid, balancer)
  PalSwapInitialized.set(ctx, netuid, true)
}

/**
 * Adjusts the weights so that adding to the reserves will leave the price alone. The reserves stay.
 *
 * shape   what may be added: `added`, or nothing when a weight would leave its range
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs adjust_protocol_liquidity
 */
export function adjustProtocolLiquidity(ctx: f.Context, netuid: NetUid, added: Amounts): Amounts {
  const balancer = SwapBalancer.get(ctx, netuid)
  const changed = withAddedLiquidity(balancer, reserves(ctx, netuid), added)
  if (changed === undefined) return { tao: 0n, alpha: 0n }
  SwapBalancer.set(ctx, netuid, changed)
  return added
}

/**
 * Empties both reserves and forgets the pool.
 *
 * source  opentensor/subtensor pallets/swap/src/pallet/impls.rs do_clear_protocol_liquidity
 */
export function clearProtocolLiquidity(ctx: f.Context, netuid: NetUid): void {
  const { tao, alpha } = reserves(ctx, netuid)
  if (tao !== 0n) SubnetTAO.set(ctx, netuid, 0n)
  if (alpha !== 0n) SubnetAlphaIn.set(ctx, netuid, 0n)
  PalSwapInitialized.remove(ctx, netuid)
  FeeRate.remove(ctx, netuid)
  SwapBalancer.remove(ctx, netuid)
}
