/** What a subnet is and costs, in short. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import * as storage from '../storage.ts'
import { ifSubnetExist } from '../subnets/exists.ts'
import { parameters } from './parameters.ts'
import type { SubnetInfo, SubnetInfov2 } from './types.ts'
import { always, type Readers, readAll, stored, viewOf } from './view.ts'

/** Fields that both forms have. */
const COMMON: Readers<Omit<SubnetInfo, 'emission_values'>> = {
  netuid: ({ netuid }) => netuid,
  ...parameters('rho', 'kappa', 'difficulty', 'immunity_period'),
  max_allowed_validators: stored(storage.MaxAllowedValidators),
  ...parameters('min_allowed_weights', 'max_weights_limit'),
  scaling_law_power: stored(storage.ScalingLawPower),
  subnetwork_n: stored(storage.SubnetworkN),
  max_allowed_uids: stored(storage.MaxAllowedUids),
  blocks_since_last_step: stored(storage.BlocksSinceLastStep),
  ...parameters('tempo', 'burn'),
  network_modality: always(0),
  network_connect: always([]),
  owner: stored(storage.SubnetOwner),
}

const FIRST: Readers<SubnetInfo> = { ...COMMON, emission_values: always(0n) }
const SECOND: Readers<SubnetInfov2> = {
  ...COMMON,
  emission_value: always(0n),
  identity: ({ ctx, netuid }) => storage.SubnetIdentitiesV3.get(ctx, netuid),
}

/** `source` rpc_info/subnet_info.rs get_subnet_info */
export const getSubnetInfo = (ctx: f.Context, netuid: NetUid): SubnetInfo | undefined =>
  ifSubnetExist(ctx, netuid) ? readAll(FIRST, viewOf(ctx, netuid)) : undefined

/** `source` rpc_info/subnet_info.rs get_subnet_info_v2 */
export const getSubnetInfoV2 = (ctx: f.Context, netuid: NetUid): SubnetInfov2 | undefined =>
  ifSubnetExist(ctx, netuid) ? readAll(SECOND, viewOf(ctx, netuid)) : undefined

/** Subnets that exist, ascending. */
const existing = (ctx: f.Context): NetUid[] =>
  storage.NetworksAdded.entries(ctx)
    .flatMap(([[netuid], isAdded]) => (isAdded ? [netuid] : []))
    .sort((a, b) => a - b)

/** `source` rpc_info/subnet_info.rs get_subnets_info */
export const getSubnetsInfo = (ctx: f.Context): (SubnetInfo | undefined)[] =>
  existing(ctx).map((netuid) => getSubnetInfo(ctx, netuid))

/** `source` rpc_info/subnet_info.rs get_subnets_info_v2 */
export const getSubnetsInfoV2 = (ctx: f.Context): (SubnetInfov2 | undefined)[] =>
  existing(ctx).map((netuid) => getSubnetInfoV2(ctx, netuid))
