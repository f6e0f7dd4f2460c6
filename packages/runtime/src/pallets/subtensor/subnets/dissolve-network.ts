/** Ending a subnet. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { purgeNetuid } from '../../commitments/purge.ts'
import { clearProtocolLiquidity } from '../../swap/liquidity.ts'
import { SubnetNotExists } from '../errors.ts'
import { NetworkRemoved } from '../events.ts'
import { finalizeAllSubnetRootDividends } from '../staking/root-claims/moves.ts'
import { destroyAlphaInOutStakes } from './dissolve-stakes.ts'
import { ifSubnetExist, ROOT } from './exists.ts'
import { removeNetwork } from './remove-network.ts'

/**
 * Ends a subnet: stakers are paid from its pool, then everything it has is forgotten.
 *
 * refuses SubnetNotExists
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/root.rs do_dissolve_network
 * cost    O(all stake, all accounts with relations), over the whole chain
 */
export function dissolveNetwork(ctx: f.Context, netuid: NetUid): void {
  f.ensure(ifSubnetExist(ctx, netuid) && netuid !== ROOT, SubnetNotExists)
  finalizeAllSubnetRootDividends(ctx, netuid)
  destroyAlphaInOutStakes(ctx, netuid)
  clearProtocolLiquidity(ctx, netuid)
  purgeNetuid(ctx, netuid)
  removeNetwork(ctx, netuid)
  ctx.deposit(NetworkRemoved([netuid]))
}
