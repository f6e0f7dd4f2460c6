/** A node of a local network in this process, without servers: for tests. */
import { system } from '@taonet/frame'
import { type NetworkChoice, networkOf, PROPERTIES, spec425 } from '@taonet/runtime'
import { SoloDevPowers } from '../dev-powers.ts'
import { SoloEngine, type SoloSealing } from '../engines/solo.ts'
import { Node, type NodeOptions } from '../node.ts'
import { openChain } from '../open-chain.ts'
import { SignatureVerifier } from '../pool/verifier.ts'
import { Signer } from './signer.ts'

export interface LocalNodeOptions
  extends Pick<NodeOptions, 'clock' | 'pool' | 'onFault' | 'shield'> {
  readonly network?: NetworkChoice
  readonly basePath?: string
  readonly pruning?: number
  readonly sealing?: SoloSealing
}

export interface LocalNode {
  readonly node: Node
  readonly dev: SoloDevPowers
  readonly engine: SoloEngine
  readonly signer: Signer
  /** Failures of the engine. */
  readonly failures: readonly unknown[]
  /** Signs with the next nonce of the head's state, and submits. */
  send(uri: string, to: string, value: bigint): Promise<`0x${string}`>
  free(uri: string): bigint
  close(): Promise<void>
}

/** Fast blocks in memory on demand, unless told otherwise; signatures are checked in this thread. */
export function createLocalNode(options: LocalNodeOptions = {}): LocalNode {
  const { network = { chain: 'local', fast: true }, sealing = { type: 'manual' } } = options
  const { basePath, pruning, ...forNode } = options
  const chosen = networkOf(network)
  const runtime = spec425(chosen.settings)
  const database = openChain(runtime, chosen, { basePath, pruning })
  const verifier = new SignatureVerifier(0)
  const { chain: name, chainType } = chosen
  const spec = { name, id: 'bittensor', chainType, properties: PROPERTIES }
  const node = new Node({ runtime, database, verifier, spec, ...forNode })
  const failures: unknown[] = []
  const engine = new SoloEngine(sealing, (error) => failures.push(error))
  const dev = new SoloDevPowers(node, engine, runtime)
  node.dev = dev
  engine.start(node)
  const signer = new Signer(runtime, node.genesisHash)
  const accountOf = (uri: string) => signer.keyOf(uri)
  return {
    node,
    dev,
    engine,
    signer,
    failures,
    send(uri, to, value) {
      const nonce = node.pool.accountNextIndex(accountOf(uri).publicKey)
      return node.pool.submit(signer.sign(uri, signer.transfer(to, value), { nonce }))
    },
    free: (uri) =>
      system.storage.Account.get(node.author.headContext(), accountOf(uri).account).data.free,
    async close() {
      await engine.stop()
      await database.close()
    },
  }
}
