/** All neurons of a subnet at a block. */
import { u16NormalizedFloat } from '../weights/u16.ts'
import type { ChainClient } from './chain-client.ts'
import { textOf } from './chain-text.ts'
import type { At } from './dynamic-api.ts'
import { ClientError } from './errors.ts'
import { type AxonInfo, type AxonRecord, axonInfo } from './serving.ts'

type Bytes = readonly number[]

/**
 * The runtime's answer, names as on the wire: columns by uid, amounts in rao, shares in 65535ths. Columns
 * that the chain no longer fills are empty lists.
 *
 * source opentensor/subtensor pallets/subtensor/src/rpc_info/metagraph.rs Metagraph
 */
export type MetagraphColumns = {
  readonly netuid: number
  readonly name: Bytes
  readonly symbol: Bytes
  readonly identity: unknown
  readonly network_registered_at: bigint
  readonly owner_hotkey: string
  readonly owner_coldkey: string
  readonly block: bigint
  readonly tempo: number
  readonly last_step: bigint
  readonly blocks_since_last_step: bigint
  readonly alpha_in: bigint
  readonly alpha_out: bigint
  readonly tao_in: bigint
  readonly alpha_out_emission: bigint
  readonly alpha_in_emission: bigint
  readonly tao_in_emission: bigint
  readonly pending_alpha_emission: bigint
  readonly subnet_volume: bigint
  /** I96F32: the price times 2^32. */
  readonly moving_price: bigint
  readonly rho: number
  readonly kappa: number
  readonly min_allowed_weights: number
  readonly max_weights_limit: number
  readonly weights_version: bigint
  readonly weights_rate_limit: bigint
  readonly activity_cutoff: bigint
  readonly max_validators: number
  readonly num_uids: number
  readonly max_uids: number
  readonly burn: bigint
  readonly registration_allowed: boolean
  readonly immunity_period: number
  readonly commit_reveal_weights_enabled: boolean
  readonly commit_reveal_period: bigint
  readonly hotkeys: readonly string[]
  readonly coldkeys: readonly string[]
  readonly identities: readonly unknown[]
  readonly axons: readonly AxonRecord[]
  readonly active: readonly boolean[]
  readonly validator_permit: readonly boolean[]
  readonly last_update: readonly bigint[]
  readonly emission: readonly bigint[]
  readonly dividends: readonly number[]
  readonly incentives: readonly number[]
  readonly consensus: readonly number[]
  readonly block_at_registration: readonly bigint[]
  readonly alpha_stake: readonly bigint[]
  readonly tao_stake: readonly bigint[]
  readonly total_stake: readonly bigint[]
  readonly tao_dividends_per_hotkey: readonly (readonly [string, bigint])[]
  readonly alpha_dividends_per_hotkey: readonly (readonly [string, bigint])[]
}

/** One neuron; amounts in rao, shares from 0 to 1. */
export type Neuron = {
  readonly uid: number
  /** SS58 addresses. */
  readonly hotkey: string
  readonly coldkey: string
  readonly axon: AxonInfo
  /** Has set weights lately. */
  readonly isActive: boolean
  /** Its weights count. */
  readonly hasPermit: boolean
  readonly alphaStake: bigint
  /** Stake on root, weighed as the chain weighs it. */
  readonly taoStake: bigint
  readonly totalStake: bigint
  readonly consensus: number
  readonly incentive: number
  readonly dividends: number
  readonly validatorTrust: number
  /** Alpha of the last epoch. */
  readonly emission: bigint
  readonly lastUpdate: bigint
  readonly registeredAt: bigint
}

export type Metagraph = {
  readonly netuid: number
  readonly name: string
  readonly symbol: string
  readonly block: bigint
  readonly tempo: number
  readonly blocksSinceLastStep: bigint
  /** `neurons[uid].uid === uid`. */
  readonly neurons: readonly Neuron[]
  /** All that the runtime told. */
  readonly columns: MetagraphColumns
}

/**
 * Metagraph of a subnet, or of one of its mechanisms, all of one block.
 *
 * refuses SUBNET_NOT_FOUND; as all reads
 */
export async function metagraph(
  client: ChainClient,
  netuid: number,
  options: { readonly at?: At; readonly mecid?: number } = {},
): Promise<Metagraph> {
  const { at, mecid = 0 } = options
  if (at !== undefined && !isTip(at)) {
    return readMetagraph(client, netuid, mecid, at)
  }
  // Several reads of one block: the newest may change in between.
  return client.holding(at ?? 'best', ({ hash }) => readMetagraph(client, netuid, mecid, hash))
}

function isTip(at: At): at is 'best' | 'finalized' {
  return at === 'best' || at === 'finalized'
}

async function readMetagraph(
  client: ChainClient,
  netuid: number,
  mecid: number,
  at: string,
): Promise<Metagraph> {
  const columns = await client.runtimeCall<MetagraphColumns | undefined>(
    'SubnetInfoRuntimeApi',
    mecid === 0 ? 'get_metagraph' : 'get_mechagraph',
    mecid === 0 ? [netuid] : [netuid, mecid],
    at,
  )
  if (!columns)
    throw new ClientError('SUBNET_NOT_FOUND', `no subnet ${netuid}`, { data: { netuid } })
  const trust = await client.query<number[]>('SubtensorModule', 'ValidatorTrust', [netuid], at)
  return {
    netuid,
    name: textOf(columns.name),
    symbol: textOf(columns.symbol),
    block: columns.block,
    tempo: columns.tempo,
    blocksSinceLastStep: columns.blocks_since_last_step,
    neurons: columns.hotkeys.map((_, uid) => neuronOf(columns, uid, trust[uid] ?? 0)),
    columns,
  }
}

/** Columns that `selectiveMetagraph` can ask for alone, by name. */
export const METAGRAPH_INDEXES = {
  netuid: 0,
  block: 7,
  tempo: 8,
  last_step: 9,
  blocks_since_last_step: 10,
  weights_rate_limit: 27,
  num_uids: 30,
  commit_reveal_weights_enabled: 46,
  hotkeys: 52,
  coldkeys: 53,
  axons: 55,
  active: 56,
  validator_permit: 57,
  last_update: 59,
  emission: 60,
  dividends: 61,
  incentives: 62,
  consensus: 63,
  block_at_registration: 66,
  alpha_stake: 67,
  tao_stake: 68,
  total_stake: 69,
} as const satisfies Partial<Record<keyof MetagraphColumns, number>>

type SelectableColumn = keyof typeof METAGRAPH_INDEXES

/**
 * Some columns of a metagraph, which is cheaper than all.
 *
 * refuses SUBNET_NOT_FOUND; as all reads
 */
export async function selectiveMetagraph<const K extends SelectableColumn>(
  client: ChainClient,
  netuid: number,
  columns: readonly K[],
  at?: At,
): Promise<Pick<MetagraphColumns, K>> {
  const indexes = columns.map((column) => METAGRAPH_INDEXES[column])
  const method = 'get_selective_metagraph'
  const args = [netuid, indexes]
  const found = await client.runtimeCall<Record<string, unknown> | undefined>(
    'SubnetInfoRuntimeApi',
    method,
    args,
    at,
  )
  if (!found) throw new ClientError('SUBNET_NOT_FOUND', `no subnet ${netuid}`, { data: { netuid } })
  return Object.fromEntries(columns.map((column) => [column, found[column]])) as Pick<
    MetagraphColumns,
    K
  >
}

function neuronOf(columns: MetagraphColumns, uid: number, validatorTrust: number): Neuron {
  const at = <T>(column: readonly T[], absent: T): T => column[uid] ?? absent
  const share = (column: readonly number[]) => u16NormalizedFloat(at(column, 0))
  return {
    uid,
    hotkey: at(columns.hotkeys, ''),
    coldkey: at(columns.coldkeys, ''),
    axon: axonInfo(at(columns.axons, NOT_SERVING)),
    isActive: at(columns.active, false),
    hasPermit: at(columns.validator_permit, false),
    alphaStake: at(columns.alpha_stake, 0n),
    taoStake: at(columns.tao_stake, 0n),
    totalStake: at(columns.total_stake, 0n),
    consensus: share(columns.consensus),
    incentive: share(columns.incentives),
    dividends: share(columns.dividends),
    validatorTrust: u16NormalizedFloat(validatorTrust),
    emission: at(columns.emission, 0n),
    lastUpdate: at(columns.last_update, 0n),
    registeredAt: at(columns.block_at_registration, 0n),
  }
}

const NOT_SERVING: AxonRecord = {
  block: 0n,
  version: 0,
  ip: 0n,
  port: 0,
  ip_type: 4,
  protocol: 0,
  placeholder1: 0,
  placeholder2: 0,
}
