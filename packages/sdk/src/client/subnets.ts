import type { Signer } from '../wallet/keypair.ts'
import type { ChainClient } from './chain-client.ts'
import { textOf } from './chain-text.ts'
import type { At } from './dynamic-api.ts'
import { eventOf, type SubmitOptions, type TransactionResult } from './submit.ts'

/** One subnet as `get_all_dynamic_info` tells it; amounts in rao. */
export type Subnet = {
  readonly netuid: number
  readonly name: string
  readonly symbol: string
  /** SS58 addresses. */
  readonly ownerHotkey: string
  readonly ownerColdkey: string
  readonly tempo: number
  readonly blocksSinceLastStep: bigint
  readonly registeredAt: bigint
  readonly taoIn: bigint
  readonly alphaIn: bigint
  readonly alphaOut: bigint
  /** Smoothed price of alpha in TAO. */
  readonly movingPrice: number
}

type DynamicInfo = {
  readonly netuid: number
  readonly owner_hotkey: string
  readonly owner_coldkey: string
  readonly subnet_name: readonly number[]
  readonly token_symbol: readonly number[]
  readonly tempo: number
  readonly blocks_since_last_step: bigint
  readonly network_registered_at: bigint
  readonly tao_in: bigint
  readonly alpha_in: bigint
  readonly alpha_out: bigint
  /** I96F32. */
  readonly moving_price: bigint
}

/** All subnets, by netuid. */
export async function subnets(client: ChainClient, at?: At): Promise<Subnet[]> {
  const method = 'get_all_dynamic_info'
  const infos = await client.runtimeCall<(DynamicInfo | undefined)[]>(
    'SubnetInfoRuntimeApi',
    method,
    [],
    at,
  )
  return infos.filter((info) => info !== undefined).map(subnetOf)
}

/** One subnet; undefined where there is none. */
export async function subnet(
  client: ChainClient,
  netuid: number,
  at?: At,
): Promise<Subnet | undefined> {
  const info = await client.runtimeCall<DynamicInfo | undefined>(
    'SubnetInfoRuntimeApi',
    'get_dynamic_info',
    [netuid],
    at,
  )
  return info && subnetOf(info)
}

function subnetOf(info: DynamicInfo): Subnet {
  return {
    netuid: info.netuid,
    name: textOf(info.subnet_name),
    symbol: textOf(info.token_symbol),
    ownerHotkey: info.owner_hotkey,
    ownerColdkey: info.owner_coldkey,
    tempo: info.tempo,
    blocksSinceLastStep: info.blocks_since_last_step,
    registeredAt: info.network_registered_at,
    taoIn: info.tao_in,
    alphaIn: info.alpha_in,
    alphaOut: info.alpha_out,
    movingPrice: Number(info.moving_price) / 2 ** 32,
  }
}

/** Prices of all subnets' alpha: rao of TAO per alpha, by netuid. */
export async function alphaPrices(client: ChainClient, at?: At): Promise<Map<number, bigint>> {
  const prices = await client.runtimeCall<{ netuid: number; price: bigint }[]>(
    'SwapRuntimeApi',
    'current_alpha_price_all',
    [],
    at,
  )
  return new Map(prices.map(({ netuid, price }) => [netuid, price]))
}

/** rao of TAO that a new subnet costs now. */
export async function networkRegistrationCost(client: ChainClient, at?: At): Promise<bigint> {
  const method = 'get_network_registration_cost'
  return client.runtimeCall('SubnetRegistrationRuntimeApi', method, [], at)
}

/** Block in which a subnet's next epoch runs; undefined without the subnet, or where none will. */
export async function nextEpochBlock(
  client: ChainClient,
  netuid: number,
  at?: At,
): Promise<bigint | undefined> {
  const method = 'get_next_epoch_start_block'
  return client.runtimeCall('SubnetInfoRuntimeApi', method, [netuid], at)
}

/** Creates a subnet, owned by the coldkey. Refuses as `submitCall`. */
export async function registerNetwork(
  client: ChainClient,
  coldkey: Signer,
  { hotkey }: { readonly hotkey: string },
  options?: SubmitOptions,
): Promise<TransactionResult & { readonly netuid: number }> {
  const call = client.call('SubtensorModule', 'register_network', { hotkey })
  const result = await client.submit(call, coldkey, options)
  const [netuid] = eventOf<[number, number]>(result, 'SubtensorModule', 'NetworkAdded')
  return { ...result, netuid }
}

/** Starts emission and trading of one's subnet. Refuses as `submitCall`. */
export async function startCall(
  client: ChainClient,
  coldkey: Signer,
  { netuid }: { readonly netuid: number },
  options?: SubmitOptions,
): Promise<TransactionResult> {
  return client.submit(client.call('SubtensorModule', 'start_call', { netuid }), coldkey, options)
}
