/** Neurons one by one. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import type { PairRow } from '../epoch/types.ts'
import { getHotkeyStake } from '../staking/stake.ts'
import * as storage from '../storage.ts'
import { ifSubnetExist } from '../subnets/exists.ts'
import type { PrometheusInfo } from '../types.ts'
import { getAxonInfo } from './columns.ts'
import type { NeuronInfo, NeuronInfoLite } from './types.ts'

const NO_PROMETHEUS: PrometheusInfo = { block: 0n, version: 0, ip: 0n, port: 0, ip_type: 0 }
/** What clients are told since pruning scores are no longer computed. */
const PRUNING_SCORE = 65_535

/** Lists of the last epoch, read once for all neurons. */
interface EpochLists {
  readonly active: readonly boolean[]
  readonly emission: readonly bigint[]
  readonly incentive: readonly number[]
  readonly consensus: readonly number[]
  readonly validatorTrust: readonly number[]
  readonly dividends: readonly number[]
  readonly lastUpdate: readonly bigint[]
  readonly validatorPermit: readonly boolean[]
}

const readLists = (ctx: f.Context, netuid: NetUid): EpochLists => ({
  active: storage.Active.get(ctx, netuid),
  emission: storage.Emission.get(ctx, netuid),
  incentive: storage.Incentive.get(ctx, netuid),
  consensus: storage.Consensus.get(ctx, netuid),
  validatorTrust: storage.ValidatorTrust.get(ctx, netuid),
  dividends: storage.Dividends.get(ctx, netuid),
  lastUpdate: storage.LastUpdate.get(ctx, netuid),
  validatorPermit: storage.ValidatorPermit.get(ctx, netuid),
})

type NeuronReader<T> = (
  ctx: f.Context,
  netuid: NetUid,
  uid: number,
  lists: EpochLists,
) => T | undefined

/** `source` rpc_info/neuron_info.rs get_neuron_lite_subnet_exists */
const readLite: NeuronReader<NeuronInfoLite> = (ctx, netuid, uid, lists) => {
  const hotkey = storage.Keys.find(ctx, netuid, uid)
  if (hotkey === undefined) return undefined
  const coldkey = storage.Owner.get(ctx, hotkey)
  return {
    hotkey,
    coldkey,
    uid,
    netuid,
    active: lists.active[uid] ?? false,
    axon_info: getAxonInfo(ctx, netuid, hotkey),
    prometheus_info: storage.Prometheus.get(ctx, netuid, hotkey) ?? NO_PROMETHEUS,
    stake: [[coldkey, getHotkeyStake(ctx, hotkey, netuid)]],
    rank: 0,
    emission: lists.emission[uid] ?? 0n,
    incentive: lists.incentive[uid] ?? 0,
    consensus: lists.consensus[uid] ?? 0,
    trust: 0,
    validator_trust: lists.validatorTrust[uid] ?? 0,
    dividends: lists.dividends[uid] ?? 0,
    last_update: lists.lastUpdate[uid] ?? 0n,
    validator_permit: lists.validatorPermit[uid] ?? false,
    pruning_score: PRUNING_SCORE,
  }
}

/** Pairs of a row whose value is not 0. */
function pairsOf(row: PairRow): [uid: number, value: number][] {
  const pairs: [number, number][] = []
  for (let k = 0; k < row.length; k += 2)
    if (row[k + 1] !== 0) pairs.push([row[k] as number, row[k + 1] as number])
  return pairs
}

/** `source` rpc_info/neuron_info.rs get_neuron_subnet_exists */
const readWhole: NeuronReader<NeuronInfo> = (ctx, netuid, uid, lists) => {
  const lite = readLite(ctx, netuid, uid, lists)
  return (
    lite && {
      ...lite,
      weights: pairsOf(storage.Weights.get(ctx, netuid, uid)),
      bonds: pairsOf(storage.Bonds.get(ctx, netuid, uid)),
    }
  )
}

const one =
  <T>(read: NeuronReader<T>) =>
  (ctx: f.Context, netuid: NetUid, uid: number): T | undefined =>
    ifSubnetExist(ctx, netuid) ? read(ctx, netuid, uid, readLists(ctx, netuid)) : undefined

/** All neurons, up to the first uid without one. */
const all =
  <T>(read: NeuronReader<T>) =>
  (ctx: f.Context, netuid: NetUid): T[] => {
    if (!ifSubnetExist(ctx, netuid)) return []
    const lists = readLists(ctx, netuid)
    const size = storage.SubnetworkN.get(ctx, netuid)
    const neurons: T[] = []
    for (let uid = 0; uid < size; uid++) {
      const neuron = read(ctx, netuid, uid, lists)
      if (neuron === undefined) break
      neurons.push(neuron)
    }
    return neurons
  }

/** A neuron with its weights and bonds. `source` rpc_info/neuron_info.rs get_neuron */
export const getNeuron = one(readWhole)
/** `source` rpc_info/neuron_info.rs get_neurons */
export const getNeurons = all(readWhole)
/** A neuron without weights and bonds. `source` rpc_info/neuron_info.rs get_neuron_lite */
export const getNeuronLite = one(readLite)
/** `source` rpc_info/neuron_info.rs get_neurons_lite */
export const getNeuronsLite = all(readLite)
