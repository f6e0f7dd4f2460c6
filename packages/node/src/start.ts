/** Starts a node from its flags: database, genesis, pool, engine, servers. */
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import {
  blake2_256,
  Context,
  Header,
  MemoryBackend,
  type Runtime,
  State,
  Trie,
  toHex,
  tryState,
} from '@taonet/frame'
import {
  buildGenesis,
  dev,
  genesisHeader,
  local,
  type Network,
  PROPERTIES,
  spec425,
} from '@taonet/runtime'
import type { ChainSpec, Hash, ImportedBlock } from './chain.ts'
import { type Database, openDatabase, openMemoryDatabase } from './database/index.ts'
import { SoloDevPowers } from './dev-powers.ts'
import { SoloEngine } from './engines/solo.ts'
import type { NodeFlags } from './flags.ts'
import { createMetrics, serveMetrics } from './metrics.ts'
import { Node } from './node.ts'
import { DEFAULT_LIMITS, type QueueLimits } from './pool/queue.ts'
import { SignatureVerifier } from './pool/verifier.ts'
import {
  nodeMethods,
  parseCors,
  type RpcServer,
  type RpcServerOptions,
  startRpcServer,
} from './rpc/index.ts'

export interface RunningNode {
  readonly node: Node
  readonly servers: readonly RpcServer[]
  /** Stops sealing, lets calls finish, closes the database. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** Takes a line of the log. */
  readonly log: (line: string) => void
  /** Hears when the node can no longer go on. */
  readonly onFailure: (error: unknown) => void
}

/** The genesis block of a network: all its rows, under a header. */
function genesisBlock(runtime: Runtime, { genesis }: Network) {
  const state = new State(new MemoryBackend())
  const trie = Trie.empty()
  const storageRoot = (ctx: Context) => trie.update(ctx.state.changesSinceRoot())
  const ctx = new Context({ state, runtime, storageRoot })
  buildGenesis(ctx, genesis)
  const bytes = Header.encode(genesisHeader(ctx))
  const hash = toHex(blake2_256(bytes)) as Hash
  return { number: 0, hash, header: bytes, body: [], changes: state.changes() }
}

function openChain(flags: NodeFlags, genesis: ReturnType<typeof genesisBlock>): Database {
  const options = { pruning: flags.pruning }
  if (flags.basePath !== undefined) mkdirSync(flags.basePath, { recursive: true })
  const database =
    flags.basePath === undefined
      ? openMemoryDatabase(options)
      : openDatabase(join(flags.basePath, 'db'), genesis.hash, options)
  if (database.isEmpty) {
    const trie = database.trie.fork()
    trie.update(genesis.changes)
    database.commit({ ...genesis, trie })
  }
  return database
}

const specOf = ({ chain, chainType }: Network): ChainSpec => ({
  name: chain,
  id: 'bittensor',
  chainType,
  properties: PROPERTIES,
})

function limitsOf({ pool }: NodeFlags): QueueLimits {
  const count = pool.count ?? DEFAULT_LIMITS.ready.count
  const bytes = pool.kibibytes === undefined ? DEFAULT_LIMITS.ready.bytes : pool.kibibytes * 1024
  return {
    ready: { count, bytes },
    future: { count: Math.ceil(count / 10), bytes: Math.ceil(bytes / 10) },
  }
}

function rpcOptions({ rpc }: NodeFlags, port: number): RpcServerOptions {
  const mebibytes = (value: number | undefined) => value && value * 1024 * 1024
  const given = {
    cors: rpc.cors === undefined ? ('all' as const) : parseCors(rpc.cors),
    maxConnections: rpc.maxConnections,
    maxSubscriptions: rpc.maxSubscriptions,
    maxRequestBytes: mebibytes(rpc.maxRequestMiB),
    maxResponseBytes: mebibytes(rpc.maxResponseMiB),
  }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { port, isExternal: rpc.isExternal, methodsPolicy: rpc.methods, ...set }
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
  const { fast } = flags
  const network = flags.chain === 'dev' ? dev({ fast }) : local({ fast })
  const runtime = spec425(network.settings)
  const genesis = genesisBlock(runtime, network)
  const database = openChain(flags, genesis)
  const verifier = new SignatureVerifier()
  const closers: (() => Promise<unknown>)[] = [() => database.close(), () => verifier.stop()]
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const node = new Node({
      runtime,
      database,
      verifier,
      spec: specOf(network),
      isArchive: flags.pruning === undefined,
      pool: { limits: limitsOf(flags) },
      ...(flags.checkInvariants && { afterBlock: tryState }),
    })
    const engine = new SoloEngine(flags.sealing, onFailure)
    node.dev = new SoloDevPowers(node, engine, runtime)
    const metrics = createMetrics(node)
    const servers: RpcServer[] = []
    for (const port of flags.rpc.ports) {
      const server = await startRpcServer(nodeMethods(node), {
        ...rpcOptions(flags, port),
        onCall: metrics.observeCall,
        onFault: (error, method) =>
          log(`${method} failed: ${error instanceof Error ? error.stack : error}`),
      })
      servers.push(server)
      closers.push(() => server.stop())
      log(`Running JSON-RPC server: addr=${server.addresses.join(',')}`)
    }
    if (flags.prometheusPort !== undefined) {
      const server: Server = await serveMetrics(metrics, flags.prometheusPort)
      closers.push(() => new Promise((done) => server.close(done)))
    }
    node.onBlock((block) => log(imported(block)))
    log(`Best block: #${node.best().number} (${node.best().hash})`)
    closers.push(() => engine.stop())
    engine.start(node)
    return { node, servers, stop: close }
  } catch (error) {
    await close()
    throw error
  }
}
