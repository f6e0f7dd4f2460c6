/** The demo's chain over the SDK's client. */
import {
  alphaPrices,
  type Call as ChainCall,
  type ChainClient,
  connect,
  Keypair,
  type Metagraph,
  metagraph,
} from '@taonet/sdk'
import { type SubnetState, subnetChainOver, subnetStateOf } from '@taonet/subnets'
import type { Call, SetupChain } from './start-setup.ts'
import type { SubnetFacts } from './start-snapshot.ts'

/** Setting up, and watching. */
export interface DemoChain extends SetupChain {
  readonly blockMs: number
  head(): Promise<{ number: number; hash: string }>
  /** The subnet at the newest block. */
  look(netuid: number): Promise<{ state: SubnetState; facts: SubnetFacts }>
  /** Resolves with the next block, or when the signal aborts. */
  nextBlock(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** Longest wait for a chain that has just been started, for one attempt. */
const CONNECT_MS = 3000

/** Connects to a node. Refuses as `connect`. */
export async function connectDemoChain(endpoint: string): Promise<DemoChain> {
  const client = await connect(endpoint, { connectTimeoutMs: CONNECT_MS })
  const subnets = await subnetChainOver(client)
  const keys = new Map<string, Keypair>()
  const keyOf = (uri: string): Keypair => {
    const key = keys.get(uri) ?? Keypair.fromUri(uri)
    keys.set(uri, key)
    return key
  }
  const inner = ({ pallet, name, args }: Call): ChainCall => client.call(pallet, name, args)
  const send = async (uri: string, call: ChainCall): Promise<void> => {
    await client.submit(call, keyOf(uri))
  }
  const batch = (calls: readonly Call[]): ChainCall =>
    client.call('Utility', 'batch_all', { calls: calls.map((call) => inner(call).decodedCall) })
  return {
    blockMs: subnets.blockMs,
    addressOf: (uri) => keyOf(uri).ss58Address,
    bytes: (text) => new TextEncoder().encode(text),
    read: (pallet, item, ...keys) => client.query(pallet, item, keys),
    send: (uri, call) => send(uri, inner(call)),
    sendAll: (uri, calls) => send(uri, batch(calls)),
    sendAsRoot: (uri, calls) =>
      send(uri, client.call('Sudo', 'sudo', { call: batch(calls).decodedCall })),
    head: () => subnets.head(),
    look: (netuid) => look(client, netuid),
    nextBlock: (signal) => nextBlock(client, signal),
    close: () => subnets.close(),
  }
}

async function look(
  client: ChainClient,
  netuid: number,
): Promise<{ state: SubnetState; facts: SubnetFacts }> {
  return client.holding('best', async ({ hash }) => {
    const [graph, prices, excess, epochIndex] = await Promise.all([
      metagraph(client, netuid, { at: hash }),
      alphaPrices(client, hash),
      client.query<bigint>('SubtensorModule', 'SubnetExcessTao', [netuid], hash),
      client.query<bigint>('SubtensorModule', 'SubnetEpochIndex', [netuid], hash),
    ])
    return { state: subnetStateOf(graph), facts: factsOf(graph, prices, excess, epochIndex) }
  })
}

function factsOf(
  graph: Metagraph,
  prices: ReadonlyMap<number, bigint>,
  excess: bigint,
  epochIndex: bigint,
): SubnetFacts {
  const { columns } = graph
  return {
    name: graph.name,
    symbol: graph.symbol,
    price: prices.get(graph.netuid) ?? 0n,
    poolTao: columns.tao_in,
    poolAlpha: columns.alpha_in,
    // What the chain injects, and what it spends on alpha: both are the subnet's share of new TAO.
    taoInEmission: columns.tao_in_emission + excess,
    alphaInEmission: columns.alpha_in_emission,
    alphaOutEmission: columns.alpha_out_emission,
    epochIndex: Number(epochIndex),
  }
}

function nextBlock(client: ChainClient, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  const { promise, resolve } = Promise.withResolvers<void>()
  let seen = 0
  // The newest block is told at once; the one after it is awaited.
  const stop = client.onBlock(
    () => ++seen > 1 && resolve(),
    () => resolve(),
  )
  const onAbort = (): void => resolve()
  signal.addEventListener('abort', onAbort, { once: true })
  return promise.finally(() => {
    stop()
    signal.removeEventListener('abort', onAbort)
  })
}
