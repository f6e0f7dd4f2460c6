/**
 * What everything that serves clients (JSON-RPC, metrics, tests) needs from a running node.
 *
 * Every block is final as it is made: best = finalised, and there are no forks. Only development
 * powers move the head back; listeners hear of it through `onRewind`.
 *
 * shape   hashes are lower-case 0x hex; storage keys are latin1 byte strings (one char per byte), as
 *         in frame; values and extrinsics are Uint8Array, an extrinsic always with its length prefix
 */

/** Lower-case hex with 0x. */
export type Hex = `0x${string}`

/** Block hash or transaction hash: 32 bytes as lower-case 0x hex. */
export type Hash = Hex

/** Storage key: latin1 byte string, one character per byte. */
export type StorageKey = string

/** Value now, or soon: anything that may run the EVM is allowed to answer late. */
export type Awaitable<T> = T | Promise<T>

/** Takes a listener out again; calling it twice does nothing. */
export type Unsubscribe = () => void

export interface BlockRef {
  readonly hash: Hash
  readonly number: number
}

export interface Header {
  readonly parentHash: Hash
  readonly number: number
  readonly stateRoot: Hash
  readonly extrinsicsRoot: Hash
  /** Digest items, each SCALE encoded. */
  readonly digest: readonly Uint8Array[]
}

export interface StoredHeader {
  readonly decoded: Header
  /** SCALE bytes; their BLAKE2b-256 is the block's hash. */
  readonly bytes: Uint8Array
}

export interface ChainSpec {
  /** `system_chain`, e.g. `Bittensor`. */
  readonly name: string
  /** e.g. `bittensor`. */
  readonly id: string
  readonly chainType: 'Live' | 'Local' | 'Development'
  /** `system_properties`, e.g. `{ ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' }`. */
  readonly properties: Readonly<Record<string, string | number | boolean | null>>
}

export interface RuntimeVersion {
  readonly specName: string
  readonly implName: string
  readonly authoringVersion: number
  readonly specVersion: number
  readonly implVersion: number
  /** `[id, version]` in the runtime's order; an id is 8 bytes. */
  readonly apis: readonly (readonly [id: Hex, version: number])[]
  readonly transactionVersion: number
  readonly systemVersion: number
}

/** One key of a block's storage changes; `undefined` means deleted. */
export type StorageChange = readonly [key: StorageKey, value: Uint8Array | undefined]

/** State as it was after one block. Reading it stays valid while the block is the head or kept. */
export interface StateReader {
  get(key: StorageKey): Uint8Array | undefined
  /** Up to `count` keys with the prefix, ascending, strictly after `startAfter`. */
  keysPaged(prefix: StorageKey, count: number, startAfter?: StorageKey): StorageKey[]
  /**
   * Merkle value of the trie node that is the closest descendant of `key` (or `key` itself): the
   * 32-byte hash, or the node's encoding when that is shorter than 32 bytes.
   */
  closestMerkleValue(key: StorageKey): Uint8Array | undefined
}

/** A block that just became the head. */
export interface ImportedBlock extends BlockRef {
  readonly header: Header
}

export type InvalidReason =
  | 'Call'
  | 'Payment'
  | 'Future'
  | 'Stale'
  | 'BadProof'
  | 'AncientBirthBlock'
  | 'ExhaustsResources'
  | 'Custom'
  | 'BadMandatory'
  | 'MandatoryValidation'
  | 'BadSigner'
  | 'IndeterminateImplicit'
  | 'UnknownOrigin'

export type UnknownReason = 'CannotLookup' | 'NoUnsignedValidator' | 'Custom'

/** Why the pool does not take a transaction; each case has its own JSON-RPC code. */
export type PoolRefusal =
  /** The runtime says no; `code` with `Custom` only. */
  | { readonly type: 'invalid'; readonly reason: InvalidReason; readonly code?: number }
  | { readonly type: 'unknown'; readonly reason: UnknownReason; readonly code?: number }
  | { readonly type: 'temporarilyBanned' }
  | { readonly type: 'alreadyImported'; readonly hash: Hash }
  | { readonly type: 'tooLowPriority'; readonly old: bigint; readonly new: bigint }
  | { readonly type: 'cycle' }
  | { readonly type: 'immediatelyDropped' }
  | { readonly type: 'unactionable' }
  | { readonly type: 'noTags' }
  | { readonly type: 'futureRejected' }
  /** Validation itself broke (not the transaction's fault). */
  | { readonly type: 'verification'; readonly text: string }

/** The pool's no. */
export class PoolError extends Error {
  readonly refusal: PoolRefusal

  constructor(refusal: PoolRefusal) {
    super(`transaction refused: ${refusal.type}${'reason' in refusal ? ` ${refusal.reason}` : ''}`)
    this.name = 'PoolError'
    this.refusal = refusal
  }
}

/** A step in a transaction's life; `finalized`, `usurped`, `dropped` and `invalid` are last. */
export type TransactionStatus =
  | { readonly type: 'future' | 'ready' | 'dropped' | 'invalid' }
  | { readonly type: 'broadcast'; readonly peers: readonly string[] }
  /** In block `block` as its extrinsic number `index`. */
  | { readonly type: 'inBlock' | 'finalized'; readonly block: Hash; readonly index: number }
  | { readonly type: 'retracted' | 'finalityTimeout'; readonly block: Hash }
  | { readonly type: 'usurped'; readonly by: Hash }

export interface WatchedTransaction {
  readonly hash: Hash
  /** Stops the listener; the transaction stays in the pool. */
  readonly stop: Unsubscribe
}

export interface TransactionPool {
  /** Validates and queues; throws `PoolError`. Resolves to BLAKE2b-256 of the bytes. */
  submit(extrinsic: Uint8Array): Promise<Hash>
  /**
   * As `submit`, and reports the transaction's life. The listener is never called before the
   * promise resolves; what happened meanwhile is delivered right after, in order.
   */
  watch(
    extrinsic: Uint8Array,
    listener: (status: TransactionStatus) => void,
  ): Promise<WatchedTransaction>
  /** Ready transactions in the order a block would take them. */
  pending(): readonly Uint8Array[]
  /** Next nonce of an account (32 bytes): that of the state plus its consecutive ready ones. */
  accountNextIndex(account: Uint8Array): Awaitable<number>
  /** Takes transactions (and what depends on them) out, and bans them; returns those removed. */
  remove(hashes: readonly Hash[]): readonly Hash[]
}

export interface Peer {
  readonly peerId: string
  readonly roles: string
  readonly bestHash: Hash
  readonly bestNumber: number
}

/** The node's place among others; a solo node has no peers and needs none. */
export interface Network {
  readonly localPeerId: string
  readonly listenAddresses: readonly string[]
  readonly isAuthority: boolean
  /** False on development chains: readiness then does not wait for peers. */
  readonly shouldHavePeers: boolean
  peers(): readonly Peer[]
  syncState(): {
    readonly isSyncing: boolean
    readonly startingBlock: number
    readonly currentBlock: number
    readonly highestBlock: number
  }
  reservedPeers(): readonly string[]
  /** Refusals throw `ChainError('NETWORK', …)`. */
  addReservedPeer(address: string): void
  removeReservedPeer(peerId: string): void
}

/** Session keys of this node; absent where the engine has none. */
export interface Keystore {
  /** `keyType` is four ASCII characters (`aura`, `gran`); throws when public and secret disagree. */
  insert(keyType: string, suri: string, publicKey: Uint8Array): void
  has(publicKey: Uint8Array, keyType: string): boolean
  /** Makes a fresh set and returns the concatenated public keys. */
  rotate(): Awaitable<Uint8Array>
}

/** Persistent offchain storage: bytes by bytes (keys as latin1). */
export interface OffchainStorage {
  get(key: StorageKey): Uint8Array | undefined
  set(key: StorageKey, value: Uint8Array): void
  delete(key: StorageKey): void
}

/** Log directives, e.g. `rpc=debug,pool=trace`. */
export interface LogControl {
  addFilter(directives: string): void
  resetFilter(): void
}

export interface NewBlockOptions {
  /** Make a block even when the pool is empty; otherwise that is refused (`EMPTY_POOL`). */
  readonly createEmpty: boolean
  /** Build on this block instead of the head; must be the head, as there are no forks. */
  readonly parent?: Hash
  /** Extrinsics to include instead of the pool's. */
  readonly transactions?: readonly Uint8Array[]
}

export type BuildMode = 'Instant' | 'Batch' | 'Manual'

/** What an extrinsic or block would do, without keeping it. */
export interface DryRun {
  /** SCALE of ApplyExtrinsicResult. */
  readonly outcome: Uint8Array
  readonly changes: readonly StorageChange[]
}

/** One phase of a block that was run without being kept. */
export interface BlockPhase {
  /** A number is that of an extrinsic. */
  readonly phase: 'Initialization' | 'Finalization' | number
  readonly changes: readonly StorageChange[]
}

/** A declared storage item, written with JSON values as polkadot.js prints them. */
export interface DevStorageItem {
  /** 0 for a plain value. */
  readonly keyCount: number
  readonly prefix: StorageKey
  /** Key and bytes of one entry; a `value` of null deletes. Throws `DEV_INPUT`. */
  change(keys: readonly unknown[], value: unknown): StorageChange
}

/** Powers that real chains do not have; present on development chains only. */
export interface DevPowers {
  createBlock(options: NewBlockOptions): Promise<ImportedBlock>
  /** Writes into the head's state (raw keys); returns the head. */
  setStorage(changes: readonly StorageChange[]): Awaitable<BlockRef>
  /** Deletes every key with the prefix from the head's state. */
  removePrefix(prefix: StorageKey): Awaitable<void>
  /** A declared item by its names in metadata (first letters of either case); `DEV_INPUT` if unknown. */
  storageItem(pallet: string, item: string): DevStorageItem
  /** Milliseconds since 1970 that the next block would carry if it were made now. */
  now(): number
  /** The next block carries this time; later ones go on from there. Refuses the past (`DEV_INPUT`). */
  timeTravel(nextTimestampMs: number): void
  /** Drops the blocks above. */
  setHead(block: Hash): Awaitable<void>
  buildMode(): BuildMode
  /** `intervalMs` 0 stops making blocks by the clock. */
  setBuildMode(mode: BuildMode): void
  setIntervalMs(intervalMs: number): void
  /** Remembers head, state and pool; returns an id (1, 2, …). */
  snapshot(): number
  /** Back to a snapshot; it and later ones are gone. False when the id is unknown. */
  revert(id: number): Awaitable<boolean>
  dryRun(extrinsic: Uint8Array, at: Hash): Promise<DryRun>
  runBlock(
    parent: Hash,
    header: Uint8Array,
    extrinsics: readonly Uint8Array[],
  ): Promise<BlockPhase[]>
}

/** A running node as its clients' servers see it. */
export interface Chain {
  readonly genesisHash: Hash
  readonly spec: ChainSpec
  /** `system_name`, `system_version`. */
  readonly implementation: { readonly name: string; readonly version: string }
  readonly pool: TransactionPool
  readonly network: Network
  readonly keystore?: Keystore
  readonly offchain?: OffchainStorage
  readonly logs?: LogControl
  readonly dev?: DevPowers
  /** True when all bodies and states are kept (then `archive_v1_*` is offered). */
  readonly isArchive: boolean

  best(): BlockRef
  finalized(): BlockRef
  hashOf(number: number): Hash | undefined
  header(hash: Hash): StoredHeader | undefined
  /** Extrinsics with their compact length prefix; undefined when unknown or pruned. */
  body(hash: Hash): readonly Uint8Array[] | undefined
  justifications(hash: Hash): readonly (readonly [engine: Hex, proof: Uint8Array])[] | undefined

  /** Throws `ChainError` `UNKNOWN_BLOCK` or `STATE_DISCARDED`, as do all below that take a hash. */
  stateAt(hash: Hash): StateReader
  runtimeVersionAt(hash: Hash): RuntimeVersion
  /**
   * Runs an exported runtime function (`Core_version`) on the state of a block, keeping nothing.
   * Throws `METHOD_NOT_FOUND`, or `EXECUTION_FAILED` when it panics or cannot decode its input.
   */
  call(hash: Hash, method: string, args: Uint8Array): Awaitable<Uint8Array>
  /** Trie nodes that prove the keys (or their absence) under the block's state root. */
  readProof(hash: Hash, keys: readonly StorageKey[]): readonly Uint8Array[]
  /** Keys the block wrote with their values after it, ascending by key. */
  changesOf(hash: Hash): readonly StorageChange[]

  /** Called once per block after it is stored, in order. */
  onBlock(listener: (block: ImportedBlock) => void): Unsubscribe
  /** Called when development powers moved the head back or replaced the head's state. */
  onRewind(listener: (head: BlockRef) => void): Unsubscribe
}

/** Failures of the node that a caller can act on, with the data each carries. */
export interface ChainFailures {
  UNKNOWN_BLOCK: { readonly hash: Hash }
  STATE_DISCARDED: { readonly hash: Hash }
  METHOD_NOT_FOUND: { readonly method: string }
  EXECUTION_FAILED: { readonly method: string; readonly reason: string }
  /** Proof of an old block whose trie nodes were overwritten. */
  PROOF_UNAVAILABLE: { readonly hash: Hash }
  EMPTY_POOL: Record<string, never>
  /** A block cannot be built or imported as asked. */
  BLOCK_REFUSED: { readonly reason: string }
  NETWORK: { readonly reason: string }
  /** A development power was given what it cannot use (unknown pallet, value that does not encode). */
  DEV_INPUT: { readonly reason: string }
  SHUTTING_DOWN: Record<string, never>
}

export type ChainFailure = keyof ChainFailures

/** A failure with its code and data; callers look at `code`, never at the text. */
export class ChainError<C extends ChainFailure = ChainFailure> extends Error {
  readonly code: C
  readonly details: ChainFailures[C]

  constructor(code: C, details: ChainFailures[C], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options)
    this.name = 'ChainError'
    this.code = code
    this.details = details
  }
}

/** True when `error` is the chain's failure `code`; narrows its data. */
export function isChainError<C extends ChainFailure>(
  error: unknown,
  code: C,
): error is ChainError<C> {
  return error instanceof ChainError && error.code === code
}
