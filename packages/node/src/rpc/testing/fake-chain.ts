// A chain in memory for tests of the RPC: blocks, states and a pool that do what the interface says, and
// runtime functions that a test supplies. It has no runtime and no trie.

import { blake2_256, bytes as bytesCodec, Writer } from '@taonet/frame'
import {
  type BlockRef,
  type BuildMode,
  type Chain,
  ChainError,
  type DevPowers,
  type Hash,
  type Header,
  type ImportedBlock,
  type NewBlockOptions,
  PoolError,
  type PoolRefusal,
  type RuntimeVersion,
  type StateReader,
  type StorageChange,
  type StorageKey,
  type TransactionPool,
  type TransactionStatus,
} from '../../chain.ts'
import { bytesOfHex, bytesOfKey, hexOf, keyOf } from '../hex.ts'

type State = ReadonlyMap<StorageKey, Uint8Array>
type RuntimeFunction = (args: Uint8Array, state: StateReader) => Uint8Array | Promise<Uint8Array>

interface Block extends ImportedBlock {
  readonly bytes: Uint8Array
  readonly body: readonly Uint8Array[]
  state: State
  readonly changes: readonly StorageChange[]
  readonly version: RuntimeVersion
}

const ZERO: Hash = `0x${'00'.repeat(32)}`

export const VERSION_425: RuntimeVersion = {
  specName: 'node-subtensor',
  implName: 'node-subtensor',
  authoringVersion: 1,
  specVersion: 425,
  implVersion: 1,
  apis: [
    ['0xdf6acb689907609b', 5],
    ['0x37e397fc7c91f5e4', 2],
  ],
  transactionVersion: 1,
  systemVersion: 1,
}

export class FakeChain implements Chain {
  readonly blocks: Block[] = []
  readonly functions = new Map<string, RuntimeFunction>()
  readonly discarded = new Set<Hash>()
  readonly pool: FakePool
  readonly spec: Chain['spec'] = {
    name: 'Bittensor',
    id: 'bittensor',
    chainType: 'Local',
    properties: { ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' },
  }
  readonly implementation = { name: 'Subtensor Node', version: '4.0.0-dev-test' }
  readonly network = new FakeNetwork(() => this.best())
  readonly offchain = new Map<string, Uint8Array>()
  readonly filters: string[] = []
  readonly logs = {
    addFilter: (directives: string) => void this.filters.push(directives),
    resetFilter: () => void this.filters.splice(0),
  }
  readonly isArchive = true
  dev?: DevPowers
  version = VERSION_425
  #blockListeners = new Set<(block: ImportedBlock) => void>()
  #rewindListeners = new Set<(head: BlockRef) => void>()

  constructor(genesis: Readonly<Record<StorageKey, Uint8Array>> = {}) {
    this.pool = new FakePool(this)
    this.#append(ZERO, [], Object.entries(genesis))
  }

  get genesisHash(): Hash {
    return this.blocks[0]!.hash
  }

  /** How many listeners are left; a test of leaks looks here. */
  get listeners(): number {
    return this.#blockListeners.size + this.#rewindListeners.size
  }

  /** Makes a block of the pool's transactions that writes some keys. */
  addBlock(changes: readonly StorageChange[] = [], body = this.pool.pending()): ImportedBlock {
    const block = this.#append(this.best().hash, body, changes)
    for (const listener of [...this.#blockListeners]) listener(block)
    this.pool.included(block)
    return block
  }

  rewind(number: number): void {
    this.blocks.length = number + 1
    for (const listener of [...this.#rewindListeners]) listener(this.best())
  }

  best(): BlockRef {
    const { hash, number } = this.blocks.at(-1)!
    return { hash, number }
  }

  finalized(): BlockRef {
    return this.best()
  }

  hashOf(number: number): Hash | undefined {
    return this.blocks[number]?.hash
  }

  header(hash: Hash) {
    const block = this.#find(hash)
    return block && { decoded: block.header, bytes: block.bytes }
  }

  body(hash: Hash): readonly Uint8Array[] | undefined {
    return this.#find(hash)?.body
  }

  justifications(): undefined {
    return undefined
  }

  stateAt(hash: Hash): StateReader {
    return readerOf(this.#known(hash).state)
  }

  runtimeVersionAt(hash: Hash): RuntimeVersion {
    return this.#known(hash).version
  }

  call(hash: Hash, method: string, args: Uint8Array) {
    const state = this.stateAt(hash)
    const run = this.functions.get(method)
    if (run === undefined) throw new ChainError('METHOD_NOT_FOUND', { method })
    return run(args, state)
  }

  readProof(hash: Hash, keys: readonly StorageKey[]): readonly Uint8Array[] {
    const state = this.stateAt(hash)
    return keys.map((key) => state.get(key) ?? new Uint8Array())
  }

  changesOf(hash: Hash): readonly StorageChange[] {
    return this.#known(hash).changes
  }

  onBlock(listener: (block: ImportedBlock) => void) {
    this.#blockListeners.add(listener)
    return () => void this.#blockListeners.delete(listener)
  }

  onRewind(listener: (head: BlockRef) => void) {
    this.#rewindListeners.add(listener)
    return () => void this.#rewindListeners.delete(listener)
  }

  /** Replaces keys of the head's state. */
  editHead(changes: readonly StorageChange[]): void {
    const head = this.blocks.at(-1)!
    head.state = applied(head.state, changes)
    for (const listener of [...this.#rewindListeners]) listener(this.best())
  }

  #find(hash: Hash): Block | undefined {
    return this.blocks.find((block) => block.hash === hash)
  }

  #known(hash: Hash): Block {
    const block = this.#find(hash)
    if (block === undefined) throw new ChainError('UNKNOWN_BLOCK', { hash })
    if (this.discarded.has(hash)) throw new ChainError('STATE_DISCARDED', { hash })
    return block
  }

  #append(parentHash: Hash, body: readonly Uint8Array[], changes: readonly StorageChange[]): Block {
    const state = applied(this.blocks.at(-1)?.state ?? new Map(), changes)
    const number = this.blocks.length
    const header: Header = {
      parentHash,
      number,
      stateRoot: rootOf(state),
      extrinsicsRoot: hexOf(blake2_256(Buffer.concat(body))),
      digest: [Uint8Array.of(6, 0x61, 0x75, 0x72, 0x61, 0)],
    }
    const bytes = encodeHeader(header)
    const hash = hexOf(blake2_256(bytes))
    const { version } = this
    const block = { hash, number, header, bytes, body, state, changes, version }
    this.blocks.push(block)
    return block
  }
}

function applied(state: State, changes: readonly StorageChange[]): State {
  const next = new Map(state)
  for (const [key, value] of changes) {
    if (value === undefined) next.delete(key)
    else next.set(key, value)
  }
  return new Map([...next].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** No trie root, but as good as one for telling states apart. */
function rootOf(state: State): Hash {
  return hexOf(blake2_256(Buffer.concat([...state].flatMap(([k, v]) => [bytesOfKey(k), v]))))
}

function encodeHeader({ parentHash, number, stateRoot, extrinsicsRoot, digest }: Header) {
  const out = new Writer()
  out.bytes(bytesOfHex(parentHash)!)
  out.compact(number)
  out.bytes(bytesOfHex(stateRoot)!)
  out.bytes(bytesOfHex(extrinsicsRoot)!)
  out.compact(digest.length)
  for (const item of digest) out.bytes(item)
  return out.take()
}

function readerOf(state: State): StateReader {
  return {
    get: (key) => state.get(key),
    keysPaged(prefix, count, startAfter) {
      const isAfter = (key: string) => startAfter === undefined || key > startAfter
      return [...state.keys()]
        .filter((key) => key.startsWith(prefix) && isAfter(key))
        .slice(0, count)
    },
    closestMerkleValue(key) {
      const below = [...state.keys()].filter((each) => each.startsWith(key))
      return below.length === 0 ? undefined : blake2_256(bytesOfKey(below.join('')))
    },
  }
}

/** Takes everything but what a test refuses. */
export class FakePool implements TransactionPool {
  readonly #chain: FakeChain
  readonly #ready = new Map<Hash, Uint8Array>()
  readonly #watchers = new Map<Hash, Set<(status: TransactionStatus) => void>>()
  refusal: PoolRefusal | undefined
  nextIndex = 0

  constructor(chain: FakeChain) {
    this.#chain = chain
  }

  /** How many watchers are left. */
  get watchers(): number {
    return [...this.#watchers.values()].reduce((sum, set) => sum + set.size, 0)
  }

  async submit(extrinsic: Uint8Array): Promise<Hash> {
    await Promise.resolve()
    if (this.refusal !== undefined) throw new PoolError(this.refusal)
    const hash = hexOf(blake2_256(extrinsic))
    if (this.#ready.has(hash)) throw new PoolError({ type: 'alreadyImported', hash })
    this.#ready.set(hash, extrinsic)
    return hash
  }

  async watch(extrinsic: Uint8Array, listener: (status: TransactionStatus) => void) {
    const hash = await this.submit(extrinsic)
    const listeners = this.#watchers.get(hash) ?? new Set()
    listeners.add(listener)
    this.#watchers.set(hash, listeners)
    queueMicrotask(() => listener({ type: 'ready' }))
    return { hash, stop: () => void listeners.delete(listener) }
  }

  pending(): readonly Uint8Array[] {
    return [...this.#ready.values()]
  }

  accountNextIndex(account: Uint8Array): number {
    if (account.length !== 32) throw new Error('not an account')
    return this.nextIndex
  }

  remove(hashes: readonly Hash[]): readonly Hash[] {
    return hashes.filter((hash) => {
      this.tell(hash, { type: 'invalid' })
      return this.#ready.delete(hash)
    })
  }

  tell(hash: Hash, status: TransactionStatus): void {
    for (const listener of [...(this.#watchers.get(hash) ?? [])]) listener(status)
  }

  /** Called by the chain: these are in a block, which is final. */
  included(block: ImportedBlock): void {
    for (const [index, extrinsic] of (this.#chain.body(block.hash) ?? []).entries()) {
      const hash = hexOf(blake2_256(extrinsic))
      this.#ready.delete(hash)
      this.tell(hash, { type: 'inBlock', block: block.hash, index })
      this.tell(hash, { type: 'finalized', block: block.hash, index })
    }
  }
}

class FakeNetwork {
  readonly localPeerId = '12D3KooWFake'
  readonly listenAddresses = ['/ip4/127.0.0.1/tcp/30333/p2p/12D3KooWFake']
  readonly isAuthority = true
  readonly shouldHavePeers = false
  readonly #best: () => BlockRef
  reserved: string[] = []

  constructor(best: () => BlockRef) {
    this.#best = best
  }

  peers() {
    return []
  }

  syncState() {
    const { number } = this.#best()
    return { isSyncing: false, startingBlock: 0, currentBlock: number, highestBlock: number }
  }

  reservedPeers() {
    return this.reserved
  }

  addReservedPeer(address: string): void {
    if (!address.startsWith('/')) {
      throw new ChainError('NETWORK', { reason: `expected a multiaddr, got ${address}` })
    }
    this.reserved.push(address)
  }

  removeReservedPeer(peerId: string): void {
    this.reserved = this.reserved.filter((address) => !address.endsWith(peerId))
  }
}

/** Development powers over a fake chain; the clock and the modes are only remembered. */
export class FakeDev implements DevPowers {
  readonly #chain: FakeChain
  readonly #snapshots: number[] = []
  timeMs = 1_000_000
  mode: BuildMode = 'Instant'
  intervalMs = 0

  constructor(chain: FakeChain) {
    this.#chain = chain
  }

  async createBlock(options: NewBlockOptions): Promise<ImportedBlock> {
    const body = options.transactions ?? this.#chain.pool.pending()
    if (body.length === 0 && !options.createEmpty) throw new ChainError('EMPTY_POOL', {})
    return this.#chain.addBlock([], body)
  }

  setStorage(changes: readonly StorageChange[]): BlockRef {
    this.#chain.editHead(changes)
    return this.#chain.best()
  }

  removePrefix(prefix: StorageKey): void {
    const keys = this.#chain.stateAt(this.#chain.best().hash).keysPaged(prefix, 1e9)
    this.#chain.editHead(keys.map((key) => [key, undefined]))
  }

  storageItem(pallet: string, item: string) {
    const prefix = `${pallet}:${item}:`
    if (pallet === 'Nothing') throw new ChainError('DEV_INPUT', { reason: `no pallet ${pallet}` })
    return {
      prefix,
      keyCount: item.startsWith('Map') ? 1 : 0,
      change: (keys: readonly unknown[], value: unknown): StorageChange => [
        `${prefix}${keys.join()}`,
        value === null ? undefined : new Uint8Array(Buffer.from(String(value))),
      ],
    }
  }

  now(): number {
    return this.timeMs
  }

  timeTravel(nextTimestampMs: number): void {
    this.timeMs = nextTimestampMs
  }

  setHead(block: Hash): void {
    const number = this.#chain.header(block)?.decoded.number
    if (number === undefined) throw new ChainError('UNKNOWN_BLOCK', { hash: block })
    this.#chain.rewind(number)
  }

  buildMode(): BuildMode {
    return this.mode
  }

  setBuildMode(mode: BuildMode): void {
    this.mode = mode
  }

  setIntervalMs(intervalMs: number): void {
    this.intervalMs = intervalMs
  }

  snapshot(): number {
    return this.#snapshots.push(this.#chain.best().number)
  }

  revert(id: number): boolean {
    const number = this.#snapshots[id - 1]
    if (number === undefined) return false
    this.#snapshots.length = id - 1
    this.#chain.rewind(number)
    return true
  }

  async dryRun(extrinsic: Uint8Array) {
    return { outcome: Uint8Array.of(0, 0), changes: [[keyOf(extrinsic), undefined] as const] }
  }

  async runBlock(_parent: Hash, header: Uint8Array) {
    return [{ phase: 'Initialization' as const, changes: [['header', header] as const] }]
  }
}

/** Some bytes as an extrinsic: behind their length. */
export function extrinsicOf(...content: number[]): Uint8Array {
  return bytesCodec.encode(Uint8Array.from(content))
}
