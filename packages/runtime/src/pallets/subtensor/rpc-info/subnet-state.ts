/** The neurons of a subnet with what they earned everywhere. */
import type * as f from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { LastHotkeyEmissionOnNetuid } from '../storage.ts'
import { getAllSubnetNetuids, ifSubnetExist } from '../subnets/exists.ts'
import { METAGRAPH } from './metagraph.ts'
import type { SubnetState } from './types.ts'
import { type Readers, readAll, type View, viewOf } from './view.ts'

/**
 * Last emission of each neuron's hotkey on each subnet.
 *
 * shape   subnets[neurons], subnets in order of their keys
 * source  opentensor/subtensor pallets/subtensor/src/rpc_info/show_subnet.rs get_emissions_history
 * cost    the rows of the hotkeys, not subnets times neurons
 */
function emissionHistory({ ctx, neurons }: View): Alpha[][] {
  const earned = neurons.hotkeys().map((hotkey) => {
    const rows = LastHotkeyEmissionOnNetuid.entries(ctx, hotkey)
    return new Map(rows.map(([[, netuid], amount]) => [netuid, amount]))
  })
  return getAllSubnetNetuids(ctx).map((netuid) => earned.map((own) => own.get(netuid) ?? 0n))
}

const {
  hotkeys,
  coldkeys,
  active,
  validator_permit,
  pruning_score,
  last_update,
  emission,
  dividends,
  incentives,
  consensus,
  trust,
  rank,
  block_at_registration,
  alpha_stake,
  tao_stake,
  total_stake,
} = METAGRAPH

const FIELDS: Readers<SubnetState> = {
  netuid: ({ netuid }) => netuid,
  hotkeys,
  coldkeys,
  active,
  validator_permit,
  pruning_score,
  last_update,
  emission,
  dividends,
  incentives,
  consensus,
  trust,
  rank,
  block_at_registration,
  alpha_stake,
  tao_stake,
  total_stake,
  emission_history: emissionHistory,
}

/** `source` rpc_info/show_subnet.rs get_subnet_state */
export const getSubnetState = (ctx: f.Context, netuid: NetUid): SubnetState | undefined =>
  ifSubnetExist(ctx, netuid) ? readAll(FIELDS, viewOf(ctx, netuid)) : undefined
