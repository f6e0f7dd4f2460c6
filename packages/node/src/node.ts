/** A running node: head, pool, engine and what servers of clients ask for. */
import {
  type Change,
  CodecError,
  type Context,
  callApi,
  closestMerkleValue,
  createProof,
  DigestItem,
  Header as HeaderCodec,
  type Runtime,
  State,
  Context as StateContext,
  system,
  type Trie,
  toHex,
  UnknownMethod,
  validateTransaction,
} from '@taonet/frame'
import { Author, type BlockRequest, type MadeBlock } from './author/author.ts'
import type { WallClock } from './author/clock.ts'
import type { OnFault } from './author/fill.ts'
import {
  type BlockRef,
  type Chain,
  ChainError,
  type ChainSpec,
  type DevPowers,
  type Hash,
  type Header,
  type ImportedBlock,
  type Network,
  type RuntimeVersion,
  type StateReader,
  type StorageChange,
  type StorageKey,
  type StoredHeader,
  type Unsubscribe,
} from './chain.ts'
import type { Database } from './database/index.ts'
import type { Sealer } from './engines/engine.ts'
import { Pool, type PoolOptions } from './pool/pool.ts'
import type { SignatureVerifier } from './pool/verifier.ts'
import { type Shield, TRY_UNSHIELD, tryUnshield } from './services/shield/index.ts'
import { VERSION } from './version.ts'

export interface NodeOptions {
  readonly runtime: Runtime
  readonly database: Database
  readonly verifier: SignatureVerifier
  readonly spec: ChainSpec
  readonly clock?: WallClock
  readonly pool?: PoolOptions
  readonly isArchive?: boolean
  /** Runs after each block is executed and before it is stored; throws to refuse it. */
  readonly afterBlock?: (ctx: Context) => void
  /** Hears of each block made here, with what only its author knows. */
  readonly onMade?: (block: MadeBlock) => void
  /** Hears of failures that are our fault, and of what they were about. */
  readonly onFault?: OnFault
  /** Without one, blocks announce no keys and sealed transactions stay sealed. */
  readonly shield?: Shield
}

export class Node implements Chain, Sealer {
  readonly genesisHash: Hash
  readonly spec: ChainSpec
  readonly implementation = { name: 'Subtensor Node', version: VERSION }
  readonly isArchive: boolean
  readonly pool: Pool
  readonly author: Author
  readonly database: Database
  /** Set where the chain is a development chain. */
  dev?: DevPowers
  private readonly runtime: Runtime
  private readonly blockListeners = new Set<(block: ImportedBlock) => void>()
  private readonly rewindListeners = new Set<(head: BlockRef) => void>()
  private readonly onMade: (block: MadeBlock) => void
  private readonly onFault: OnFault
  private isMaking = false

  constructor(options: NodeOptions) {
    const { runtime, database, verifier, onMade = () => {}, onFault = () => {} } = options
    this.onMade = onMade
    this.onFault = onFault
    this.runtime = runtime
    this.database = database
    this.spec = options.spec
    this.isArchive = options.isArchive ?? true
    const { afterBlock, clock = Date.now, shield } = options
    this.author = new Author({
      runtime,
      database,
      verifier,
      clock,
      onFault,
      ...(afterBlock && { afterBlock }),
      ...(shield && { shield }),
    })
    this.genesisHash = database.hashOf(0) as Hash
    this.pool = new Pool(
      {
        head: () => database.best(),
        nonce: (account) => this.nonce(account),
        validate: (bytes, verify) =>
          validateTransaction(this.author.headContext(), {
            bytes,
            source: 'External',
            block_hash: database.best().hash,
            verify,
          }),
      },
      verifier,
      options.pool,
    )
  }

  private nonce(account: Uint8Array): number {
    return system.storage.Account.get(this.author.headContext(), toHex(account)).nonce
  }

  get network(): Network {
    const refuse = (): never => {
      throw new ChainError('NETWORK', { reason: 'a solo node has no peers' })
    }
    const height = this.best().number
    return {
      localPeerId: LOCAL_PEER,
      listenAddresses: [],
      isAuthority: true,
      shouldHavePeers: false,
      peers: () => [],
      syncState: () => ({
        isSyncing: false,
        startingBlock: 0,
        currentBlock: height,
        highestBlock: height,
      }),
      reservedPeers: () => [],
      addReservedPeer: refuse,
      removeReservedPeer: refuse,
    }
  }

  // ── blocks ──

  best = (): BlockRef => this.database.best()
  finalized = (): BlockRef => this.database.finalized()
  hashOf = (number: number): Hash | undefined => this.database.hashOf(number)
  body = (hash: Hash): readonly Uint8Array[] | undefined => this.database.body(hash)

  header(hash: Hash): StoredHeader | undefined {
    const bytes = this.database.header(hash)
    return bytes && { bytes, decoded: headerOf(HeaderCodec.decode(bytes)) }
  }

  justifications(): undefined {
    return undefined
  }

  // ── states ──

  stateAt(hash: Hash): StateReader {
    const state = this.database.stateAt(hash)
    return {
      get: (key) => state.get(key),
      keysPaged: (prefix, count, startAfter) => state.keysPaged(prefix, count, startAfter),
      closestMerkleValue: (key) => closestMerkleValue(this.database.trieAt(hash), key),
    }
  }

  runtimeVersionAt(hash: Hash): RuntimeVersion {
    this.database.stateAt(hash)
    const { version, settings } = this.runtime
    return {
      specName: version.spec_name,
      implName: version.impl_name,
      authoringVersion: version.authoring_version,
      specVersion: version.spec_version,
      implVersion: version.impl_version,
      apis: system.constants.Version.under(settings).apis as RuntimeVersion['apis'],
      transactionVersion: version.transaction_version,
      systemVersion: version.system_version,
    }
  }

  call(hash: Hash, method: string, args: Uint8Array): Uint8Array {
    try {
      const ctx = this.contextAt(hash)
      return method === TRY_UNSHIELD ? tryUnshield(args) : callApi(ctx, method, args)
    } catch (error) {
      if (error instanceof UnknownMethod)
        throw new ChainError('METHOD_NOT_FOUND', { method }, { cause: error })
      if (error instanceof ChainError) throw error
      const reason =
        error instanceof CodecError
          ? `Bad input data provided to ${method.replace(/^[^_]+_/, '')}: ${error.message}`
          : String(error instanceof Error ? error.message : error)
      throw new ChainError('EXECUTION_FAILED', { method, reason }, { cause: error })
    }
  }

  /** A context on a block's state. What it writes must be reverted. */
  contextAt(hash: Hash): Context {
    if (hash === this.database.best().hash) return this.author.headContext()
    const backend = this.database.stateAt(hash)
    let trie: Trie | undefined
    const ctx = new StateContext({
      state: new State(backend),
      runtime: this.runtime,
      storageRoot: (ctx) => {
        trie ??= this.database.trieAt(hash)
        return trie.update(ctx.state.changesSinceRoot())
      },
    })
    ctx.block = this.database.numberOf(hash) ?? 0
    return ctx
  }

  readProof(hash: Hash, keys: readonly StorageKey[]): readonly Uint8Array[] {
    const state = this.database.stateAt(hash)
    return createProof(this.database.trieAt(hash), keys, (key) => state.get(key))
  }

  changesOf = (hash: Hash): readonly StorageChange[] => this.database.changesOf(hash)

  // ── listening ──

  onBlock(listener: (block: ImportedBlock) => void): Unsubscribe {
    this.blockListeners.add(listener)
    return () => this.blockListeners.delete(listener)
  }

  onRewind(listener: (head: BlockRef) => void): Unsubscribe {
    this.rewindListeners.add(listener)
    return () => this.rewindListeners.delete(listener)
  }

  onReady(listener: () => void): void {
    this.pool.whenReady(listener)
  }

  // ── making blocks ──

  now = (): number => this.author.now()

  async seal({
    createEmpty,
    budgetMs,
  }: {
    createEmpty: boolean
    budgetMs?: number
  }): Promise<boolean> {
    if (!createEmpty && this.pool.size.ready === 0) return false
    const { included } = this.make({ budgetMs })
    return included.length > 0 && this.pool.size.ready > 0
  }

  /** Makes a block, stores it and tells everyone. */
  make(request: BlockRequest): MadeBlock {
    if (this.isMaking) throw new ChainError('BLOCK_REFUSED', { reason: 'a block is being made' })
    this.isMaking = true
    let block: MadeBlock
    try {
      block = this.author.make(this.pool, request)
    } finally {
      this.isMaking = false
    }
    const imported = { hash: block.hash, number: block.number, header: headerOf(block.header) }
    this.onMade(block)
    for (const listener of [...this.blockListeners]) this.shielded(() => listener(imported))
    this.pool.onBlock(imported, block)
    return block
  }

  /** Says that the head moved back or its state was edited. */
  rewound(): void {
    this.author.state.discard()
    const head = this.best()
    for (const listener of [...this.rewindListeners]) this.shielded(() => listener(head))
    this.pool.reconsider()
  }

  /** A listener that fails must not stop the chain. */
  private shielded(tell: () => void): void {
    try {
      tell()
    } catch (error) {
      this.onFault(error, 'a listener to blocks')
    }
  }

  /** Edits the head's state outside of any block. */
  edit(changes: readonly Change[]): Change[] {
    const trie = this.database.trie.fork()
    trie.update(changes)
    const before = this.database.edit(changes, trie)
    this.rewound()
    return before
  }
}

/** A peer id that no other node has: solo nodes talk to nobody. */
const LOCAL_PEER = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'

const headerOf = (header: HeaderCodec): Header => ({
  parentHash: header.parent_hash as Hash,
  number: header.number,
  stateRoot: header.state_root as Hash,
  extrinsicsRoot: header.extrinsics_root as Hash,
  digest: header.digest.logs.map((item) => DigestItem.encode(item)),
})
