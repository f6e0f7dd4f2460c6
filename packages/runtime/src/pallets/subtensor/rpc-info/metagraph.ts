/** Everything about a subnet and its neurons at once. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import * as storage from '../storage.ts'
import { getAllSubnetNetuids, ifSubnetExist } from '../subnets/exists.ts'
import { hasMechanism } from '../subnets/mechanisms.ts'
import { EPOCHS, NAMING, OWNER, POOL } from './market.ts'
import { parameters } from './parameters.ts'
import type { Metagraph } from './types.ts'
import {
  always,
  type Readers,
  readAll,
  stored,
  storedOfMechanism,
  type View,
  viewOf,
} from './view.ts'

/** A list of hotkeys with an amount for each. */
const perHotkey = ({ neurons }: View, amountOf: (uid: number) => bigint) =>
  neurons.hotkeys().map((hotkey, uid): [f.AccountId, bigint] => [hotkey, amountOf(uid)])

/**
 * Lists of the neurons. Pruning scores, trust and rank are no longer computed, nor dividends in TAO paid.
 *
 * shape   one entry for each uid, but for lists of the last epoch, which may be older
 */
const NEURONS = {
  hotkeys: ({ neurons }: View) => neurons.hotkeys(),
  coldkeys: ({ neurons }: View) => neurons.coldkeys(),
  identities: ({ neurons }: View) => neurons.identities(),
  axons: ({ neurons }: View) => neurons.axons(),
  active: stored(storage.Active),
  validator_permit: stored(storage.ValidatorPermit),
  pruning_score: always<number[]>([]),
  last_update: storedOfMechanism(storage.LastUpdate),
  emission: stored(storage.Emission),
  dividends: stored(storage.Dividends),
  incentives: storedOfMechanism(storage.Incentive),
  consensus: stored(storage.Consensus),
  trust: always<number[]>([]),
  rank: always<number[]>([]),
  block_at_registration: ({ neurons }: View) => neurons.blocksAtRegistration(),
  alpha_stake: ({ neurons }: View) => neurons.stakes().alpha,
  tao_stake: ({ neurons }: View) => neurons.stakes().tao,
  total_stake: ({ neurons }: View) => neurons.stakes().total,
} as const

/**
 * Readers of all fields. Their order is that of the numbers by which clients select fields. Only last updates
 * and incentives differ from mechanism to mechanism, and the netuid, which is the mechanism's storage index.
 *
 * source  opentensor/subtensor pallets/subtensor/src/rpc_info/metagraph.rs get_metagraph, get_mechagraph
 */
export const METAGRAPH: Readers<Metagraph> = {
  netuid: ({ index }) => index,
  ...NAMING,
  network_registered_at: stored(storage.NetworkRegisteredAt),
  ...OWNER,
  block: ({ ctx }) => currentBlock(ctx),
  ...EPOCHS,
  subnet_emission: always(0n),
  ...POOL,
  moving_price: stored(storage.SubnetMovingPrice),
  ...parameters('rho', 'kappa', 'min_allowed_weights', 'max_weights_limit'),
  ...parameters('weights_version', 'weights_rate_limit', 'activity_cutoff', 'max_validators'),
  num_uids: stored(storage.SubnetworkN),
  max_uids: stored(storage.MaxAllowedUids),
  ...parameters('burn', 'difficulty', 'registration_allowed', 'pow_registration_allowed'),
  ...parameters('immunity_period', 'min_difficulty', 'max_difficulty', 'min_burn', 'max_burn'),
  ...parameters('adjustment_alpha', 'adjustment_interval', 'target_regs_per_interval'),
  ...parameters('max_regs_per_block', 'serving_rate_limit'),
  ...parameters('commit_reveal_weights_enabled', 'commit_reveal_period'),
  ...parameters('liquid_alpha_enabled', 'alpha_high', 'alpha_low', 'bonds_moving_avg'),
  ...NEURONS,
  tao_dividends_per_hotkey: (view) => perHotkey(view, () => 0n),
  alpha_dividends_per_hotkey: (view) => {
    const dividends = view.neurons.alphaDividends()
    return perHotkey(view, (uid) => dividends[uid] ?? 0n)
  },
}

/** `source` rpc_info/metagraph.rs get_metagraph */
export const getMetagraph = (ctx: f.Context, netuid: NetUid): Metagraph | undefined =>
  ifSubnetExist(ctx, netuid) ? readAll(METAGRAPH, viewOf(ctx, netuid)) : undefined

/** `source` rpc_info/metagraph.rs get_all_metagraphs */
export const getAllMetagraphs = (ctx: f.Context): (Metagraph | undefined)[] =>
  getAllSubnetNetuids(ctx).map((netuid) => getMetagraph(ctx, netuid))

/** The metagraph of one mechanism. `source` rpc_info/metagraph.rs get_mechagraph */
export const getMechagraph = (
  ctx: f.Context,
  netuid: NetUid,
  mecid: number,
): Metagraph | undefined =>
  hasMechanism(ctx, netuid, mecid) ? readAll(METAGRAPH, viewOf(ctx, netuid, mecid)) : undefined

/** `source` rpc_info/metagraph.rs get_all_mechagraphs */
export const getAllMechagraphs = (ctx: f.Context): (Metagraph | undefined)[] =>
  getAllSubnetNetuids(ctx).flatMap((netuid) =>
    Array.from({ length: storage.MechanismCountCurrent.get(ctx, netuid) }, (_, mecid) =>
      getMechagraph(ctx, netuid, mecid),
    ),
  )
