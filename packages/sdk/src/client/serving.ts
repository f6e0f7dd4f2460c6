import { SDK_VERSION_INT } from '../version.ts'
import type { Signer } from '../wallet/keypair.ts'
import type { ChainClient } from './chain-client.ts'
import type { At } from './dynamic-api.ts'
import { formatIp, parseIp } from './network-address.ts'
import type { SubmitOptions, TransactionResult } from './submit.ts'

/** Axon of a neuron as the chain holds it; names as on the wire. */
export type AxonRecord = {
  readonly block: bigint
  readonly version: number
  readonly ip: bigint
  readonly port: number
  readonly ip_type: number
  readonly protocol: number
  readonly placeholder1: number
  readonly placeholder2: number
}

/** Axon of a neuron, its address as text. */
export type AxonInfo = {
  readonly ip: string
  readonly port: number
  readonly version: number
  readonly protocol: number
  /** Block of the last change. */
  readonly block: bigint
  /** Whether it said where it is. */
  readonly isServing: boolean
}

export function axonInfo(record: AxonRecord): AxonInfo {
  const { ip, ip_type, port, version, protocol, block } = record
  return { ip: formatIp(ip, ip_type), port, version, protocol, block, isServing: ip !== 0n }
}

/** What the chain knows of a hotkey's axon; undefined where it knows nothing. */
export async function axonOf(
  client: ChainClient,
  netuid: number,
  hotkey: string,
  at?: At,
): Promise<AxonInfo | undefined> {
  const record = await readRecord(client, netuid, hotkey, at)
  return record && axonInfo(record)
}

export type Serving = {
  readonly netuid: number
  /** Address at which others reach the axon. */
  readonly ip: string
  readonly port: number
  /** Default: our version. */
  readonly version?: number
  /** Default 4, as upstream. */
  readonly protocol?: number
}

/**
 * Tells the chain where the hotkey's axon is; undefined where the chain says so already.
 *
 * refuses as `submitCall`; addresses that are none (BAD_VALUE)
 */
export async function serveAxon(
  client: ChainClient,
  hotkey: Signer,
  serving: Serving,
  options?: SubmitOptions,
): Promise<TransactionResult | undefined> {
  const { netuid, port, version = SDK_VERSION_INT, protocol = 4 } = serving
  const { ip, ipType } = parseIp(serving.ip)
  const args = { version, ip, port, ip_type: ipType, protocol, placeholder1: 0, placeholder2: 0 }
  const known = await readRecord(client, netuid, hotkey.ss58Address)
  if (known && Object.entries(args).every(([key, value]) => Reflect.get(known, key) === value)) {
    return undefined
  }
  const call = client.call('SubtensorModule', 'serve_axon', { netuid, ...args })
  return client.submit(call, hotkey, options)
}

async function readRecord(
  client: ChainClient,
  netuid: number,
  hotkey: string,
  at?: At,
): Promise<AxonRecord | undefined> {
  return client.query('SubtensorModule', 'Axons', [netuid, hotkey], at)
}
