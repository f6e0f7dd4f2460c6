/** A block's economy: emission, then the epochs that are due. */
import type * as f from '@taonet/frame'
import type { Credit } from '../currency.ts'
import { SubnetRootSellTao } from '../storage.ts'
import { getAllSubnetNetuids, ROOT } from '../subnets/exists.ts'
import { distributeEmissionsToSubnets } from './distribute.ts'
import { drainPending } from './drain.ts'
import {
  getNetworkRootSellFlag,
  getSubnetBlockEmissions,
  getSubnetsToEmitTo,
} from './emission-shares.ts'
import { emitToSubnets } from './emit.ts'

/**
 * Spends the block's TAO and runs the epochs that are due.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs run_coinbase
 */
export function runCoinbase(ctx: f.Context, credit: Credit): void {
  SubnetRootSellTao.clear(ctx)
  const subnets = getAllSubnetNetuids(ctx).filter((netuid) => netuid !== ROOT)
  const netuids = getSubnetsToEmitTo(ctx, subnets)
  const emissions = getSubnetBlockEmissions(ctx, netuids, credit as bigint)
  const rootIsPaid = getNetworkRootSellFlag(ctx, netuids)
  emitToSubnets(ctx, { netuids, emissions, credit, rootIsPaid })
  distributeEmissionsToSubnets(ctx, drainPending(ctx, subnets))
}
