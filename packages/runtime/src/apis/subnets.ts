/** Subnets: what they are, how they are set, who is in them, what a new one costs. */
import * as f from '@taonet/frame'
import * as dynamic from '../pallets/subtensor/rpc-info/dynamic-info.ts'
import * as hyperparams from '../pallets/subtensor/rpc-info/hyperparams.ts'
import * as metagraph from '../pallets/subtensor/rpc-info/metagraph.ts'
import * as selective from '../pallets/subtensor/rpc-info/selective-metagraph.ts'
import * as info from '../pallets/subtensor/rpc-info/subnet-info.ts'
import { getSubnetState } from '../pallets/subtensor/rpc-info/subnet-state.ts'
import * as types from '../pallets/subtensor/rpc-info/types.ts'
import { AutoStakeDestination } from '../pallets/subtensor/storage.ts'
import { getSubnetAccountId } from '../pallets/subtensor/subnets/account.ts'
import { getNextEpochStartBlock } from '../pallets/subtensor/subnets/epoch-schedule.ts'
import { getNetworkLockCost } from '../pallets/subtensor/subnets/lock-cost.ts'
import { getNetworkToPrune } from '../pallets/subtensor/subnets/prune-network.ts'

interface OnSubnet {
  readonly netuid: number
}

/** A question about one subnet; no answer when it does not exist. */
const ofSubnet = <R>(
  answer: f.Codec<R>,
  read: (ctx: f.Context, netuid: number) => R | undefined,
): f.Method<OnSubnet, R | undefined> =>
  f.method({ netuid: f.u16 }, f.option(answer), (ctx, { netuid }) => read(ctx, netuid))

/** A question about all subnets. */
const ofAll = <R>(
  answer: f.Codec<R>,
  read: (ctx: f.Context) => (R | undefined)[],
): f.Method<object, (R | undefined)[]> => f.method({}, f.vec(f.option(answer)), (ctx) => read(ctx))

const USE_THIRD = 'Use `get_subnet_hyperparams_v3` instead.'

/** source  opentensor/subtensor pallets/subtensor/runtime-api/src/lib.rs SubnetInfoRuntimeApi */
export const SubnetInfoRuntimeApi = f.api('SubnetInfoRuntimeApi', 2, {
  get_subnet_info: ofSubnet(types.SubnetInfo, info.getSubnetInfo),
  get_subnets_info: ofAll(types.SubnetInfo, info.getSubnetsInfo),
  get_subnet_info_v2: ofSubnet(types.SubnetInfov2, info.getSubnetInfoV2),
  get_subnets_info_v2: ofAll(types.SubnetInfov2, info.getSubnetsInfoV2),
  get_subnet_hyperparams: f.deprecated(
    ofSubnet(types.SubnetHyperparams, hyperparams.getSubnetHyperparams),
    USE_THIRD,
  ),
  get_subnet_hyperparams_v2: f.deprecated(
    ofSubnet(types.SubnetHyperparamsV2, hyperparams.getSubnetHyperparamsV2),
    USE_THIRD,
  ),
  get_all_dynamic_info: ofAll(types.DynamicInfo, dynamic.getAllDynamicInfo),
  get_all_metagraphs: ofAll(types.Metagraph, metagraph.getAllMetagraphs),
  get_metagraph: ofSubnet(types.Metagraph, metagraph.getMetagraph),
  get_all_mechagraphs: ofAll(types.Metagraph, metagraph.getAllMechagraphs),
  get_mechagraph: f.method(
    { netuid: f.u16, mecid: f.u8 },
    f.option(types.Metagraph),
    (ctx, { netuid, mecid }) => metagraph.getMechagraph(ctx, netuid, mecid),
  ),
  get_dynamic_info: ofSubnet(types.DynamicInfo, dynamic.getDynamicInfo),
  get_subnet_state: ofSubnet(types.SubnetState, getSubnetState),
  get_selective_metagraph: f.method(
    { netuid: f.u16, metagraph_indexes: f.vec(f.u16) },
    f.option(types.SelectiveMetagraph),
    (ctx, { netuid, metagraph_indexes }) =>
      selective.getSelectiveMetagraph(ctx, netuid, metagraph_indexes),
  ),
  get_coldkey_auto_stake_hotkey: f.method(
    { coldkey: f.AccountId, netuid: f.u16 },
    f.option(f.AccountId),
    (ctx, { coldkey, netuid }) => AutoStakeDestination.get(ctx, coldkey, netuid),
  ),
  get_selective_mechagraph: f.method(
    { netuid: f.u16, subid: f.u8, metagraph_indexes: f.vec(f.u16) },
    f.option(types.SelectiveMetagraph),
    (ctx, { netuid, subid, metagraph_indexes }) =>
      selective.getSelectiveMechagraph(ctx, netuid, subid, metagraph_indexes),
  ),
  get_subnet_to_prune: f.method({}, f.option(f.u16), (ctx) => getNetworkToPrune(ctx)),
  get_subnet_account_id: ofSubnet(f.AccountId, getSubnetAccountId),
  get_next_epoch_start_block: ofSubnet(f.u64, getNextEpochStartBlock),
  get_subnet_hyperparams_v3: ofSubnet(
    f.vec(types.HyperparamEntry),
    hyperparams.getSubnetHyperparamsV3,
  ),
})

/** source  opentensor/subtensor pallets/subtensor/runtime-api/src/lib.rs SubnetRegistrationRuntimeApi */
export const SubnetRegistrationRuntimeApi = f.api('SubnetRegistrationRuntimeApi', 1, {
  get_network_registration_cost: f.method({}, f.u64, (ctx) => getNetworkLockCost(ctx)),
})
