/** What is known of a subnet's neurons, by uid. A list is read when it is first asked for, and once. */
import type * as f from '@taonet/frame'
import { I64F64 } from '@taonet/frame'
import type { Alpha, NetUid, Tao } from '../../../common/units.ts'
import { stakeWeights } from '../epoch/stake.ts'
import { getInheritedStake } from '../staking/inherited-stake.ts'
import {
  AlphaDividendsPerSubnet,
  Axons,
  BlockAtRegistration,
  IdentitiesV2,
  Keys,
  Owner,
  SubnetworkN,
  TaoWeight,
} from '../storage.ts'
import type { AxonInfo, ChainIdentityV2 } from '../types.ts'

/** Stake of each neuron as consensus counts it, rao. */
export interface Stakes {
  readonly alpha: Alpha[]
  readonly tao: Tao[]
  /** Alpha and weighted TAO together. */
  readonly total: Tao[]
}

/** Lists with one entry for each uid. */
export interface NeuronColumns {
  readonly size: number
  readonly hotkeys: () => f.AccountId[]
  readonly coldkeys: () => f.AccountId[]
  readonly identities: () => (ChainIdentityV2 | undefined)[]
  readonly axons: () => AxonInfo[]
  readonly blocksAtRegistration: () => bigint[]
  readonly alphaDividends: () => Alpha[]
  readonly stakes: () => Stakes
}

const NO_AXON: AxonInfo = {
  block: 0n,
  version: 0,
  ip: 0n,
  port: 0,
  ip_type: 0,
  protocol: 0,
  placeholder1: 0,
  placeholder2: 0,
}

/** Endpoint of a neuron, all zeros without one. `source` subnets/serving.rs get_axon_info */
export const getAxonInfo = (ctx: f.Context, netuid: NetUid, hotkey: f.AccountId): AxonInfo =>
  Axons.get(ctx, netuid, hotkey) ?? NO_AXON

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => (known ??= { value: read() }).value
}

/** Whole rao of a fixed-point number, within u64. `source` epoch/math.rs fixed64_to_u64 */
const wholeRao = (value: bigint): bigint => I64F64.toU64(I64F64.fromInt(value))

/**
 * Stake of every uid; 0 for one without a hotkey.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs get_stake_weights_for_network
 */
function readStakes(ctx: f.Context, netuid: NetUid, size: number): Stakes {
  const alpha: Alpha[] = []
  const tao: Tao[] = []
  for (let uid = 0; uid < size; uid++) {
    const hotkey = Keys.find(ctx, netuid, uid)
    const stake = hotkey === undefined ? undefined : getInheritedStake(ctx, hotkey, netuid)
    alpha.push(wholeRao(stake?.alpha ?? 0n))
    tao.push(wholeRao(stake?.tao ?? 0n))
  }
  const total = stakeWeights(alpha, tao, TaoWeight.get(ctx)).map((stake) => I64F64.toU64(stake))
  return { alpha, tao, total }
}

/** The lists of a subnet. */
export function neuronColumns(ctx: f.Context, netuid: NetUid): NeuronColumns {
  const size = SubnetworkN.get(ctx, netuid)
  const byUid = <T>(read: (uid: number) => T) =>
    once(() => Array.from({ length: size }, (_, uid) => read(uid)))
  const hotkeys = byUid((uid) => Keys.get(ctx, netuid, uid))
  const byHotkey = <T>(read: (hotkey: f.AccountId) => T) => once(() => hotkeys().map(read))
  const coldkeys = byHotkey((hotkey) => Owner.get(ctx, hotkey))
  return {
    size,
    hotkeys,
    coldkeys,
    identities: once(() => coldkeys().map((coldkey) => IdentitiesV2.get(ctx, coldkey))),
    axons: byHotkey((hotkey) => getAxonInfo(ctx, netuid, hotkey)),
    blocksAtRegistration: byUid((uid) => BlockAtRegistration.get(ctx, netuid, uid)),
    alphaDividends: byHotkey((hotkey) => AlphaDividendsPerSubnet.get(ctx, netuid, hotkey)),
    stakes: once(() => readStakes(ctx, netuid, size)),
  }
}
