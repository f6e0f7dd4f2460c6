/** A subnet as a market: its token, pool and emission. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { NetworkRegisteredAt, SubnetMovingPrice } from '../storage.ts'
import { getAllSubnetNetuids, ifSubnetExist } from '../subnets/exists.ts'
import { EPOCHS, NAMING, OWNER, POOL } from './market.ts'
import type { DynamicInfo } from './types.ts'
import { always, type Readers, readAll, stored, viewOf } from './view.ts'

const FIELDS: Readers<DynamicInfo> = {
  netuid: ({ netuid }) => netuid,
  ...OWNER,
  subnet_name: NAMING.name,
  token_symbol: NAMING.symbol,
  ...EPOCHS,
  emission: always(0n),
  ...POOL,
  network_registered_at: stored(NetworkRegisteredAt),
  subnet_identity: NAMING.identity,
  moving_price: stored(SubnetMovingPrice),
}

/** `source` rpc_info/dynamic_info.rs get_dynamic_info */
export const getDynamicInfo = (ctx: f.Context, netuid: NetUid): DynamicInfo | undefined =>
  ifSubnetExist(ctx, netuid) ? readAll(FIELDS, viewOf(ctx, netuid)) : undefined

/** `source` rpc_info/dynamic_info.rs get_all_dynamic_info */
export const getAllDynamicInfo = (ctx: f.Context): (DynamicInfo | undefined)[] =>
  getAllSubnetNetuids(ctx).map((netuid) => getDynamicInfo(ctx, netuid))
