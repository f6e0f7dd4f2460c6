/** What happens to the economy in every block by itself. */
import * as f from '@taonet/frame'
import { currentBlock } from '../clock.ts'
import { setPendingChildren } from '../delegation/children.ts'
import { updateMovingPrice } from '../pools/prices.ts'
import { updateRegistrationPricesForNetworks } from '../registration/burn-price.ts'
import { runAutoClaimRootDivs } from '../staking/root-claims/auto-claim.ts'
import { LastEpochBlock, RootProp } from '../storage.ts'
import { getAllSubnetNetuids, ROOT } from '../subnets/exists.ts'
import { revealCrv3CommitsForSubnet } from '../weights/reveal-timelocked.ts'
import { getBlockEmission } from './block-emission.ts'
import { epochsDeferredThisBlock } from './drain.ts'
import { getSubnetsToEmitTo } from './emission-shares.ts'
import { populateRootColdkeyStakingMaps } from './root-index.ts'
import { runCoinbase } from './run-coinbase.ts'
import { rootProportion } from './subnet-terms.ts'

/** Reveals what commits hide, but on subnets whose epochs have to wait. `source` coinbase/block_step.rs reveal_crv3_commits */
function revealCrv3Commits(ctx: f.Context): void {
  const netuids = getAllSubnetNetuids(ctx).filter((netuid) => netuid !== ROOT)
  const deferred = epochsDeferredThisBlock(ctx, netuids)
  for (const netuid of netuids) if (!deferred.has(netuid)) revealCrv3CommitsForSubnet(ctx, netuid)
}

/** Notes prices and root's proportion of the emitting subnets. `source` coinbase/block_step.rs update_moving_prices, update_root_prop */
function updatePrices(ctx: f.Context): void {
  const netuids = getSubnetsToEmitTo(ctx, getAllSubnetNetuids(ctx))
  for (const netuid of netuids) updateMovingPrice(ctx, netuid)
  for (const netuid of netuids) RootProp.set(ctx, netuid, rootProportion(ctx, netuid))
}

/** Children become effective where an epoch's slot was used now. `source` coinbase/block_step.rs try_set_pending_children */
function applyPendingChildren(ctx: f.Context): void {
  const now = currentBlock(ctx)
  for (const netuid of getAllSubnetNetuids(ctx))
    if (LastEpochBlock.get(ctx, netuid) === now) setPendingChildren(ctx, netuid)
}

/**
 * Takes the economy one block further.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/block_step.rs block_step
 */
export function blockStep(ctx: f.Context): void {
  updateRegistrationPricesForNetworks(ctx)
  const credit = getBlockEmission(ctx)
  revealCrv3Commits(ctx)
  runCoinbase(ctx, credit)
  updatePrices(ctx)
  applyPendingChildren(ctx)
  runAutoClaimRootDivs(ctx, f.system.storage.ParentHash.get(ctx))
  populateRootColdkeyStakingMaps(ctx)
}
