/** The chain of a neuron over the SDK's client. */
import {
  type ChainClient,
  type Neuron as ChainNeuron,
  ClientError,
  connect,
  type Metagraph,
  metagraph,
  serveAxon,
  setWeights,
  type TransactionResult,
} from '@taonet/sdk'
import { SubnetError } from './errors.ts'
import { sleep } from './shutdown.ts'
import type { NeuronState, SubnetChain, SubnetState, WeightsOutcome } from './subnet-chain.ts'

/** First and longest wait before a node that does not answer is tried again. */
const RETRY_MS = { first: 250, longest: 15_000 } as const

/**
 * Connects to a node and waits for one that does not answer yet, until the signal aborts.
 *
 * refuses (ClientError) INVALID_ENDPOINT; the signal's reason
 */
export async function connectSubnetChain(
  endpoint: string,
  signal: AbortSignal,
): Promise<SubnetChain> {
  for (let wait: number = RETRY_MS.first; ; wait = Math.min(2 * wait, RETRY_MS.longest)) {
    try {
      return await subnetChainOver(await connect(endpoint))
    } catch (error) {
      if (signal.aborted) throw signal.reason
      if (!(error instanceof ClientError) || error.code !== 'CANNOT_CONNECT') throw error
      await sleep(wait, signal)
    }
  }
}

/** A neuron's view of an open client; closing it closes the client. */
export async function subnetChainOver(client: ChainClient): Promise<SubnetChain> {
  const blockMs = Number(await client.constant<bigint>('Aura', 'SlotDuration'))
  return {
    blockMs,
    head: () => client.head(),
    subnet: (netuid) => readSubnet(client, netuid),
    serveAxon: async (hotkey, netuid, { ip, port }) => {
      await serveAxon(client, hotkey, { netuid, ip, port })
    },
    setWeights: async (hotkey, netuid, weights, versionKey) =>
      outcomeOf(setWeights(client, hotkey, { netuid, ...weights, versionKey })),
    close: async () => client.close(),
  }
}

/** A metagraph as neurons look at it. */
export function subnetStateOf(graph: Metagraph): SubnetState {
  return {
    netuid: graph.netuid,
    block: Number(graph.block),
    tempo: graph.tempo,
    blocksSinceEpoch: Number(graph.blocksSinceLastStep),
    weightsRateLimit: Number(graph.columns.weights_rate_limit),
    neurons: graph.neurons.map(neuronOf),
  }
}

async function readSubnet(client: ChainClient, netuid: number): Promise<SubnetState> {
  try {
    return subnetStateOf(await metagraph(client, netuid))
  } catch (error) {
    if (error instanceof ClientError && error.code === 'SUBNET_NOT_FOUND') {
      throw new SubnetError('WRONG_CHAIN', `the chain has no subnet ${netuid}`, { cause: error })
    }
    throw error
  }
}

function neuronOf(neuron: ChainNeuron): NeuronState {
  const { ip, port, isServing } = neuron.axon
  return {
    uid: neuron.uid,
    hotkey: neuron.hotkey,
    coldkey: neuron.coldkey,
    ...(isServing ? { axon: { ip, port } } : {}),
    hasPermit: neuron.hasPermit,
    stake: neuron.alphaStake,
    lastUpdate: Number(neuron.lastUpdate),
    registeredAt: Number(neuron.registeredAt),
    trust: neuron.validatorTrust,
    consensus: neuron.consensus,
    incentive: neuron.incentive,
    dividends: neuron.dividends,
    emission: neuron.emission,
  }
}

/** Errors by which the chain says no, as opposed to not being there. */
const REFUSALS: ReadonlySet<string> = new Set([
  'TOO_SOON',
  'INVALID_TRANSACTION',
  'DISPATCH_FAILED',
  'NOT_REGISTERED',
])

async function outcomeOf(work: Promise<TransactionResult>): Promise<WeightsOutcome> {
  try {
    return { isSet: true, block: (await work).block.number }
  } catch (error) {
    if (!(error instanceof ClientError) || !REFUSALS.has(error.code)) throw error
    return { isSet: false, reason: error.message }
  }
}
