/** The transaction pool: what waits to be included, and what its senders hear of it. */
import {
  blake2_256,
  bytesToKey,
  type CheckSignature,
  CodecError,
  FOREVER,
  InvalidityError,
  toHex,
  type ValidTransaction,
} from '@taonet/frame'
import {
  type Hash,
  type InvalidReason,
  PoolError,
  type PoolRefusal,
  type TransactionPool,
  type TransactionStatus,
  type UnknownReason,
  type WatchedTransaction,
} from '../chain.ts'
import {
  DEFAULT_LIMITS,
  type Inserted,
  type Queued,
  type QueueLimits,
  TransactionQueue,
} from './queue.ts'
import type { SignatureTask, SignatureVerifier } from './verifier.ts'

/** What the pool asks of the chain; all on the head's state. */
export interface PoolChain {
  /** Number of the head. */
  head(): number
  /** Judges a transaction for the next block; throws `InvalidityError` or `CodecError`. */
  validate(bytes: Uint8Array, verify: CheckSignature): ValidTransaction
  nonce(account: Uint8Array): number
}

export interface PoolOptions {
  readonly limits?: QueueLimits
  /** Milliseconds since some start; for bans only. */
  readonly clock?: () => number
}

type Listener = (status: TransactionStatus) => void

/** An extrinsic of a new block. */
export interface Included {
  readonly hash: Hash
  readonly index: number
}

/** A transaction found invalid is not looked at again for this long. */
const BAN_MS = 30 * 60 * 1000
const MAX_BANNED = 10_000
/** Transactions whose signatures are being checked. */
const MAX_CHECKING = 8192
const FINAL = new Set<TransactionStatus['type']>(['finalized', 'usurped', 'dropped', 'invalid'])

export const hashOf = (extrinsic: Uint8Array): Hash => toHex(blake2_256(extrinsic)) as Hash

/** What clients are told when the runtime refuses a transaction. */
export function refusalOf(error: unknown): PoolRefusal {
  if (error instanceof CodecError) return { type: 'badFormat', text: error.message }
  if (error instanceof InvalidityError) {
    const { type, value } = error.validity
    const code = value.type === 'Custom' ? { code: value.value as number } : {}
    return type === 'Invalid'
      ? { type: 'invalid', reason: value.type as InvalidReason, ...code }
      : { type: 'unknown', reason: value.type as UnknownReason, ...code }
  }
  return { type: 'verification', text: error instanceof Error ? error.message : String(error) }
}

export class Pool implements TransactionPool {
  private readonly chain: PoolChain
  private readonly verifier: SignatureVerifier
  private readonly queue: TransactionQueue
  private readonly clock: () => number
  private readonly listeners = new Map<Hash, Set<Listener>>()
  private readonly banned = new Map<Hash, number>()
  private readonly checking = new Set<Hash>()
  private sequence = 0
  private onReady: () => void = () => {}

  constructor(chain: PoolChain, verifier: SignatureVerifier, options: PoolOptions = {}) {
    this.chain = chain
    this.verifier = verifier
    this.queue = new TransactionQueue(options.limits ?? DEFAULT_LIMITS)
    this.clock = options.clock ?? (() => performance.now())
  }

  /** Calls `listener` whenever a transaction became ready; for instant sealing. */
  whenReady(listener: () => void): void {
    this.onReady = listener
  }

  get size() {
    return this.queue.size
  }

  async submit(extrinsic: Uint8Array): Promise<Hash> {
    const { entry, inserted } = await this.admit(extrinsic)
    this.settle(entry, inserted)
    return entry.hash
  }

  async watch(extrinsic: Uint8Array, listener: Listener): Promise<WatchedTransaction> {
    const { entry, inserted } = await this.admit(extrinsic)
    const { hash } = entry
    const early: TransactionStatus[] = []
    let deliver: Listener = (status) => early.push(status)
    const own: Listener = (status) => deliver(status)
    const set = this.listeners.get(hash) ?? new Set()
    this.listeners.set(hash, set.add(own))
    this.settle(entry, inserted)
    setImmediate(() => {
      for (const status of early) listener(status)
      deliver = listener
    })
    return {
      hash,
      stop: () => {
        deliver = () => {}
        set.delete(own)
        if (set.size === 0) this.listeners.delete(hash)
      },
    }
  }

  pending(): readonly Uint8Array[] {
    return this.queue.ordered().map(({ bytes }) => bytes)
  }

  /** Ready transactions in the order a block takes them. */
  ready(): readonly Queued[] {
    return this.queue.ordered()
  }

  accountNextIndex(account: Uint8Array): number {
    let nonce = this.chain.nonce(account)
    const tag = bytesToKey(account)
    while (this.queue.provides(tag + nonceKey(nonce))) nonce++
    return nonce
  }

  remove(hashes: readonly Hash[]): readonly Hash[] {
    const removed = this.queue.remove(hashes)
    for (const { hash } of removed) this.refuse(hash)
    return removed.map(({ hash }) => hash)
  }

  /** Takes out a transaction that turned out invalid, with what depends on it. */
  discard(hash: Hash): void {
    for (const entry of this.queue.remove([hash])) this.refuse(entry.hash)
  }

  /** Notes a new head: what it includes leaves, what waited becomes ready, what expired goes. */
  onBlock(
    block: { readonly hash: Hash; readonly number: number },
    included: readonly Included[],
  ): void {
    for (const { hash, index } of included) {
      const entry = this.queue.find(hash)
      if (!entry) continue
      const { left, promoted } = this.queue.prune(entry.provides)
      for (const other of left)
        if (other.hash !== hash) this.tell(other.hash, { type: 'usurped', by: hash })
      this.tell(hash, { type: 'inBlock', block: block.hash, index })
      this.tell(hash, { type: 'finalized', block: block.hash, index })
      for (const { hash } of promoted) this.tell(hash, { type: 'ready' })
    }
    for (const { hash } of this.queue.expired(block.number + 1)) this.discard(hash)
    this.revalidate()
  }

  /** Looks again at ready transactions for a little while: the block may have made some invalid. */
  private revalidate(budgetMs = 10): void {
    const end = performance.now() + budgetMs
    for (const entry of this.queue.oldest()) {
      if (performance.now() > end) return
      try {
        this.chain.validate(entry.bytes, this.verifier.check)
        this.queue.refresh(entry.hash)
      } catch (error) {
        if (error instanceof InvalidityError) this.discard(entry.hash)
        else throw error
      }
    }
  }

  /** Empties the pool; nobody is told. For development powers that move the head back. */
  clear(): Uint8Array[] {
    const all = this.queue.all()
    this.queue.remove(all.map(({ hash }) => hash))
    return all.map(({ bytes }) => bytes)
  }

  private async admit(bytes: Uint8Array): Promise<{ entry: Queued; inserted: Inserted }> {
    const hash = hashOf(bytes)
    this.ensureNew(hash)
    if (this.checking.size >= MAX_CHECKING) throw new PoolError({ type: 'immediatelyDropped' })
    this.checking.add(hash)
    try {
      const head = this.chain.head()
      const tasks: SignatureTask[] = []
      let validity = this.judge(hash, bytes, (signature, message, signer) => {
        tasks.push({ signature, message, signer })
        return true
      })
      for (const task of tasks)
        if (!(await this.verifier.verify(task)))
          throw this.ban(hash, { type: 'invalid', reason: 'BadProof' })
      if (this.chain.head() !== head) validity = this.judge(hash, bytes, this.verifier.check)
      const entry = this.entryOf(hash, bytes, validity)
      return { entry, inserted: this.insert(entry) }
    } finally {
      this.checking.delete(hash)
    }
  }

  private ensureNew(hash: Hash): void {
    const until = this.banned.get(hash)
    if (until !== undefined && until > this.clock())
      throw new PoolError({ type: 'temporarilyBanned' })
    if (this.checking.has(hash) || this.queue.find(hash))
      throw new PoolError({ type: 'alreadyImported', hash })
  }

  private judge(hash: Hash, bytes: Uint8Array, verify: CheckSignature): ValidTransaction {
    try {
      return this.chain.validate(bytes, verify)
    } catch (error) {
      const refusal = refusalOf(error)
      // A nonce or a balance may become right at any time; wrong bytes never do.
      const isLasting = refusal.type === 'invalid' && refusal.reason === 'BadProof'
      throw isLasting ? this.ban(hash, refusal) : new PoolError(refusal)
    }
  }

  private entryOf(hash: Hash, bytes: Uint8Array, validity: ValidTransaction): Queued {
    if (validity.provides.length === 0) throw new PoolError({ type: 'noTags' })
    const { priority, longevity } = validity
    const forever = longevity >= FOREVER
    return {
      hash,
      bytes,
      sequence: this.sequence++,
      priority,
      requires: validity.requires.map(bytesToKey),
      provides: validity.provides.map(bytesToKey),
      validTill: forever ? Number.POSITIVE_INFINITY : this.chain.head() + Number(longevity),
    }
  }

  private insert(entry: Queued): Inserted {
    const inserted = this.queue.insert(entry)
    if (inserted.type === 'tooLowPriority' || inserted.type === 'immediatelyDropped')
      throw new PoolError(inserted)
    return inserted
  }

  /** Tells everyone whom an insertion concerns. */
  private settle(entry: Queued, inserted: Inserted): void {
    if (inserted.type !== 'ready' && inserted.type !== 'future') return
    this.tell(entry.hash, { type: inserted.type })
    for (const { hash } of inserted.promoted) this.tell(hash, { type: 'ready' })
    for (const { hash } of inserted.usurped) this.tell(hash, { type: 'usurped', by: entry.hash })
    for (const { hash } of inserted.dropped) this.tell(hash, { type: 'dropped' })
    if (inserted.type === 'ready') this.onReady()
  }

  private refuse(hash: Hash): void {
    this.tell(hash, { type: 'invalid' })
    this.ban(hash, { type: 'temporarilyBanned' })
  }

  private ban(hash: Hash, refusal: PoolRefusal): PoolError {
    if (this.banned.size >= MAX_BANNED) {
      const [oldest] = this.banned.keys()
      if (oldest !== undefined) this.banned.delete(oldest)
    }
    this.banned.set(hash, this.clock() + BAN_MS)
    return new PoolError(refusal)
  }

  private tell(hash: Hash, status: TransactionStatus): void {
    const listeners = this.listeners.get(hash)
    if (!listeners) return
    for (const listener of [...listeners]) listener(status)
    if (FINAL.has(status.type)) this.listeners.delete(hash)
  }
}

/** A nonce as the tag of `CheckNonce` has it: four bytes after the account. */
function nonceKey(nonce: number): string {
  return String.fromCharCode(nonce & 0xff, (nonce >> 8) & 0xff, (nonce >> 16) & 0xff, nonce >>> 24)
}
