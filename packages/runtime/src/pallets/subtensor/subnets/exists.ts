/** Which subnets there are. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { NetworksAdded } from '../storage.ts'

export const ROOT: NetUid = 0

/** Whether a subnet exists; the root network does. `source` subnets/subnet.rs if_subnet_exist */
export const ifSubnetExist = (ctx: f.Context, netuid: NetUid): boolean =>
  NetworksAdded.get(ctx, netuid)

/**
 * Every subnet, root included, in order of the key's bytes: by low byte, then by high byte.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/subnet.rs get_all_subnet_netuids
 */
export const getAllSubnetNetuids = (ctx: f.Context): NetUid[] =>
  NetworksAdded.keysOf(ctx).map(([netuid]) => netuid)
