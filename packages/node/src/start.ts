/** Starts a node from its flags: database, genesis, pool, engine, servers. */
import type { Server } from 'node:http'
import { CryptoError, decodeSs58, toHex, tryState } from '@taonet/frame'
import { type Network, networkOf, PROPERTIES, spec425 } from '@taonet/runtime'
import type { ChainSpec, ImportedBlock } from './chain.ts'
import { SoloDevPowers } from './dev-powers.ts'
import { SoloEngine } from './engines/solo.ts'
import type { DrandFlags, MetricsFlags, NodeFlags } from './flags.ts'
import { createMetrics, type Metrics, MetricsError, serveMetrics } from './metrics.ts'
import { Node } from './node.ts'
import { openChain } from './open-chain.ts'
import type { QueueLimits } from './pool/entries.ts'
import { DEFAULT_LIMITS } from './pool/queue.ts'
import { SignatureVerifier } from './pool/verifier.ts'
import {
  nodeMethods,
  parseCors,
  type RpcServer,
  type RpcServerOptions,
  startRpcServer,
} from './rpc/index.ts'
import { HttpBeacon, LocalBeacon, PulseFeed } from './services/drand/index.ts'
import { Shield } from './services/shield/index.ts'

export interface RunningNode {
  readonly node: Node
  readonly servers: readonly RpcServer[]
  /** Stops sealing, lets calls finish, closes the database. */
  stop(): Promise<void>
}

/** Once the first block is made and announced, there is time for the threads. */
const WARM_UP_MS = 100

export interface StartOptions {
  /** Takes a line of the log. */
  readonly log: (line: string) => void
  /** Hears when the node can no longer go on. */
  readonly onFailure: (error: unknown) => void
}

const specOf = ({ chain, chainType }: Network): ChainSpec => ({
  name: chain,
  id: 'bittensor',
  chainType,
  properties: PROPERTIES,
})

const mebibytes = (value: number | undefined) => value && value * 1024 * 1024

function limitsOf({ pool }: NodeFlags): QueueLimits {
  const count = pool.count ?? DEFAULT_LIMITS.ready.count
  const bytes = pool.kibibytes === undefined ? DEFAULT_LIMITS.ready.bytes : pool.kibibytes * 1024
  return {
    ready: { count, bytes },
    future: { count: Math.floor(count / 10), bytes: Math.floor(bytes / 10) },
  }
}

function rpcOptions({ rpc }: NodeFlags, port: number): RpcServerOptions {
  const given = {
    cors: rpc.cors === undefined ? undefined : parseCors(rpc.cors),
    maxConnections: rpc.maxConnections,
    maxSubscriptions: rpc.maxSubscriptions,
    maxRequestBytes: mebibytes(rpc.maxRequestMiB),
    maxResponseBytes: mebibytes(rpc.maxResponseMiB),
    maxBatchLength: rpc.maxBatchLength,
    rateLimit: rpc.rateLimit,
  }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { port, isExternal: rpc.isExternal, methodsPolicy: rpc.methods, ...set }
}

/** The account that gets a million TAO at genesis, as upstream's local networks have it. */
function walletOf(address: string | undefined, log: (line: string) => void): string | undefined {
  if (address === undefined) return undefined
  try {
    const { account } = decodeSs58(address)
    if (account.length === 32) return toHex(account)
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
  }
  log('Invalid format for BT_DEFAULT_TOKEN_WALLET.')
  return undefined
}

/** Metrics on their port. Where nobody asked for it, a taken port is no reason not to start. */
async function offerMetrics(
  metrics: Metrics,
  flags: MetricsFlags,
  log: (line: string) => void,
): Promise<Server | undefined> {
  try {
    return await serveMetrics(metrics, flags)
  } catch (error) {
    if (!(error instanceof MetricsError) || flags.isAsked) throw error
    log(`no metrics: ${error.message}`)
    return undefined
  }
}

function pulseFeed(
  node: Node,
  drand: DrandFlags,
  log: (line: string) => void,
): PulseFeed | undefined {
  if (drand.type === 'off') return undefined
  const beacon = drand.type === 'local' ? new LocalBeacon(node.now) : new HttpBeacon(drand.urls)
  return new PulseFeed(node, beacon, log)
}

const short = (hash: string) => `${hash.slice(0, 6)}…${hash.slice(-4)}`
const imported = ({ number, hash, header }: ImportedBlock) =>
  `🏆 Imported #${number} (${short(header.parentHash)} → ${short(hash)})`

/**
 * Starts a node.
 *
 * refuses DatabaseError, RpcServerError (taken port); then nothing is left running
 */
export async function startNode(
  flags: NodeFlags,
  { log, onFailure }: StartOptions,
): Promise<RunningNode> {
  const { chain, fast, hasFaucetLimits, drand } = flags
  const wallet = walletOf(process.env.BT_DEFAULT_TOKEN_WALLET, log)
  const network = networkOf({
    chain,
    fast,
    hasFaucetLimits,
    hasOwnBeacon: drand.type === 'local',
    ...(wallet && { wallet }),
  })
  const runtime = spec425(network.settings)
  const database = openChain(runtime, network, flags)
  const verifier = new SignatureVerifier()
  const closers: (() => Promise<unknown>)[] = [() => database.close(), () => verifier.stop()]
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  const onFault = (error: unknown, about: string) =>
    log(`${about} failed: ${error instanceof Error ? error.stack : error}`)
  try {
    let metrics: Metrics | undefined
    const node = new Node({
      runtime,
      database,
      verifier,
      spec: specOf(network),
      isArchive: flags.pruning === undefined,
      pool: { limits: limitsOf(flags), banMs: flags.pool.banSeconds * 1000 },
      onMade: (block) => metrics?.observeBlock(block),
      onFault,
      shield: new Shield({ isFixed: flags.sealing.type !== 'interval' }),
      ...(flags.checkInvariants && { afterBlock: tryState }),
    })
    const engine = new SoloEngine(flags.sealing, onFailure)
    node.dev = new SoloDevPowers(node, engine, runtime)
    metrics = createMetrics(node, verifier)
    const servers: RpcServer[] = []
    for (const port of flags.rpc.ports) {
      const server = await startRpcServer(nodeMethods(node), {
        ...rpcOptions(flags, port),
        onCall: metrics.observeCall,
        onFault,
      })
      servers.push(server)
      closers.push(() => server.stop())
      log(`Running JSON-RPC server: addr=${server.addresses.join(',')}`)
    }
    if (flags.metrics) {
      const server = await offerMetrics(metrics, flags.metrics, log)
      if (server) closers.push(() => new Promise((done) => server.close(done)))
    }
    node.onBlock((block) => log(imported(block)))
    log(`Best block: #${node.best().number} (${node.best().hash})`)
    const feed = pulseFeed(node, drand, log)
    if (feed) closers.push(() => feed.stop())
    closers.push(() => engine.stop())
    engine.start(node)
    setTimeout(() => verifier.warmUp(), WARM_UP_MS).unref()
    feed?.start()
    return { node, servers, stop: close }
  } catch (error) {
    await close()
    throw error
  }
}
