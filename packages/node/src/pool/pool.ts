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
  type BlockRef,
  type Hash,
  type InvalidReason,
  PoolError,
  type PoolRefusal,
  type TransactionPool,
  type TransactionStatus,
  type UnknownReason,
  type WatchedTransaction,
} from '../chain.ts'
import { Bans } from './bans.ts'
import type { Queued, QueueLimits, Tag } from './entries.ts'
import { DEFAULT_LIMITS, type Inserted, type Taken, TransactionQueue } from './queue.ts'
import type { SignatureTask, SignatureVerifier } from './verifier.ts'
import { type Listener, Watchers } from './watchers.ts'

/** What the pool asks of the chain; all on the head's state. */
export interface PoolChain {
  head(): BlockRef
  /** Judges a transaction for the next block; throws `InvalidityError` or `CodecError`. */
  validate(bytes: Uint8Array, verify: CheckSignature): ValidTransaction
  nonce(account: Uint8Array): number
}

export interface PoolOptions {
  readonly limits?: QueueLimits
  /** How long a transaction that was found invalid is not looked at again; 0 never bans. */
  readonly banMs?: number
  /** Milliseconds since some start; for bans only. */
  readonly clock?: () => number
}

/** A transaction and its place in the order of arrival. */
type Arrived = Pick<Queued, 'hash' | 'bytes' | 'sequence'>

/** A transaction of a new block. */
export interface Included {
  readonly hash: Hash
  /** Its place among the extrinsics. */
  readonly index: number
  /** Its tags, where it may not have been in the pool. */
  readonly provides?: readonly Tag[]
}

/** What the pool has to know of a new block. */
export interface BlockNews {
  readonly included: readonly Included[]
  /** Transactions of the pool that may never be included. */
  readonly rejected: readonly Hash[]
}

const BAN_MS = 30 * 60 * 1000
/** Transactions whose signatures are being checked. */
const MAX_CHECKING = 8192
/** Milliseconds after each block for another look at what is ready, and at what is not. */
const LOOK_MS = { ready: 8, future: 2 }

export const hashOf = (extrinsic: Uint8Array): Hash => toHex(blake2_256(extrinsic)) as Hash

/** What a client reads of bytes that the runtime cannot decode. */
const TRAP = 'Runtime error: Execution failed: Execution aborted due to trap:'

/** What clients are told when the runtime refuses a transaction. */
export function refusalOf(error: unknown): PoolRefusal {
  if (error instanceof CodecError)
    return {
      type: 'verification',
      text: `${TRAP} Bad input data provided to validate_transaction: ${error.message}`,
    }
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
  private readonly watchers = new Watchers()
  private readonly bans: Bans
  private readonly checking = new Set<Hash>()
  /** Settles when all that was submitted so far is in the queue or refused. */
  private turn: Promise<void> = Promise.resolve()
  private sequence = 0
  private onReady: () => void = () => {}

  constructor(chain: PoolChain, verifier: SignatureVerifier, options: PoolOptions = {}) {
    this.chain = chain
    this.verifier = verifier
    this.queue = new TransactionQueue(options.limits ?? DEFAULT_LIMITS)
    this.bans = new Bans(options.banMs ?? BAN_MS, options.clock ?? (() => performance.now()))
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
    const stop = this.watchers.add(hash, own)
    try {
      this.settle(entry, inserted)
    } catch (error) {
      stop()
      throw error
    }
    setImmediate(() => {
      for (const status of early) listener(status)
      deliver = listener
    })
    return {
      hash,
      stop: () => {
        deliver = () => {}
        stop()
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

  /** Takes out a transaction that turned out invalid; what depends on it may wait for another. */
  private discard(hash: Hash): void {
    const removed = this.queue.remove([hash])
    this.refuse(hash)
    for (const entry of removed) if (entry.hash !== hash) this.readmit(entry)
  }

  /**
   * Notes a new head: what it includes leaves, what waited becomes ready, what expired goes, and so does
   * what the author found invalid.
   */
  onBlock(block: BlockRef, { included, rejected }: BlockNews): void {
    let hasForeign = false
    for (const { hash, index, provides: ownTags } of included) {
      const provides = this.queue.find(hash)?.provides ?? ownTags
      if (!provides) {
        hasForeign = true
        continue
      }
      const { left, promoted } = this.queue.prune(provides)
      for (const other of left)
        if (other.hash !== hash) this.tell(other.hash, { type: 'usurped', by: hash })
      this.tell(hash, { type: 'inBlock', block: block.hash, index })
      this.tell(hash, { type: 'finalized', block: block.hash, index })
      for (const { hash } of promoted) this.tell(hash, { type: 'ready' })
      if (promoted.length > 0) this.onReady()
    }
    for (const hash of rejected) this.discard(hash)
    for (const { hash } of this.queue.expired(block.number + 1)) this.discard(hash)
    // what a block took from elsewhere may concern any transaction
    this.revalidate(hasForeign ? Number.POSITIVE_INFINITY : 1)
  }

  /** Looks at everything anew: the head moved back, or its state was edited. Bans are lifted. */
  reconsider(): void {
    this.bans.clear()
    this.revalidate(Number.POSITIVE_INFINITY)
  }

  /** All transactions, in order of arrival. */
  contents(): readonly Uint8Array[] {
    const all = this.queue.all().sort((a, b) => a.sequence - b.sequence)
    return all.map(({ bytes }) => bytes)
  }

  /** Takes what it holds out, and these transactions in; what is no longer valid is left out. */
  restore(transactions: readonly Uint8Array[]): void {
    this.bans.clear()
    const kept = new Set(transactions.map(hashOf))
    for (const entry of this.queue.remove(this.queue.all().map(({ hash }) => hash)))
      if (!kept.has(entry.hash)) this.tell(entry.hash, { type: 'dropped' })
    for (const bytes of transactions) this.readmit(this.arrived(hashOf(bytes), bytes))
  }

  /** Looks again at transactions for a little while: the block may have made some invalid. */
  private revalidate(patience: number): void {
    for (const kind of ['ready', 'future'] as const) {
      const end = performance.now() + LOOK_MS[kind] * patience
      for (const entry of this.queue.leastRecent(kind)) {
        if (performance.now() > end) break
        if (this.queue.find(entry.hash) === entry) this.readmit(entry)
      }
    }
  }

  /** Judges a transaction anew that was taken before, and puts it where it belongs now. */
  private readmit(before: Arrived): void {
    const { hash, bytes } = before
    let fresh: Queued
    try {
      fresh = this.entryOf(before, this.chain.validate(bytes, this.verifier.check))
    } catch {
      // whatever was wrong with it: its sender hears of it, and everybody else goes on
      this.discard(hash)
      return
    }
    if (this.queue.keep(fresh)) return
    const removed = this.queue.remove([hash])
    const inserted = this.queue.insert(fresh)
    if ('promoted' in inserted) this.announce(fresh, inserted)
    else this.tell(hash, { type: 'dropped' })
    for (const other of removed) if (other.hash !== hash) this.readmit(other)
  }

  private async admit(bytes: Uint8Array): Promise<{ entry: Queued; inserted: Inserted }> {
    const hash = hashOf(bytes)
    this.ensureNew(hash)
    if (this.checking.size >= MAX_CHECKING) throw new PoolError({ type: 'immediatelyDropped' })
    this.checking.add(hash)
    const before = this.turn
    const { promise, resolve } = Promise.withResolvers<void>()
    this.turn = promise
    try {
      const head = this.chain.head().hash
      const tasks: SignatureTask[] = []
      let validity = this.judge(hash, bytes, (signature, message, signer) => {
        tasks.push({ signature, message, signer })
        return true
      })
      for (const task of tasks)
        if (!(await this.verifier.verify(task)))
          throw this.invalid(hash, { type: 'invalid', reason: 'BadProof' })
      // several workers check at once; what was submitted first still comes first
      await before
      if (this.chain.head().hash !== head) validity = this.judge(hash, bytes, this.verifier.check)
      const entry = this.entryOf(this.arrived(hash, bytes), validity)
      return { entry, inserted: this.queue.insert(entry) }
    } finally {
      this.checking.delete(hash)
      void before.then(resolve)
    }
  }

  private ensureNew(hash: Hash): void {
    if (this.bans.has(hash)) throw new PoolError({ type: 'temporarilyBanned' })
    if (this.checking.has(hash) || this.queue.find(hash))
      throw new PoolError({ type: 'alreadyImported', hash })
  }

  private judge(hash: Hash, bytes: Uint8Array, verify: CheckSignature): ValidTransaction {
    try {
      return this.chain.validate(bytes, verify)
    } catch (error) {
      const refusal = refusalOf(error)
      throw refusal.type === 'invalid' ? this.invalid(hash, refusal) : new PoolError(refusal)
    }
  }

  private invalid(hash: Hash, refusal: PoolRefusal): PoolError {
    this.bans.add(hash)
    return new PoolError(refusal)
  }

  private arrived(hash: Hash, bytes: Uint8Array): Arrived {
    return { hash, bytes, sequence: this.sequence++ }
  }

  private entryOf({ hash, bytes, sequence }: Arrived, validity: ValidTransaction): Queued {
    if (validity.provides.length === 0) throw new PoolError({ type: 'noTags' })
    const { priority, longevity } = validity
    const forever = longevity >= FOREVER
    return {
      hash,
      bytes,
      sequence,
      priority,
      requires: validity.requires.map(bytesToKey),
      provides: validity.provides.map(bytesToKey),
      validTill: forever ? Number.POSITIVE_INFINITY : this.chain.head().number + Number(longevity),
    }
  }

  /** Tells everyone whom an insertion concerns; refuses what the queue did not take. */
  private settle(entry: Queued, inserted: Inserted): void {
    if (!('promoted' in inserted)) throw new PoolError(inserted)
    this.announce(entry, inserted)
    if (inserted.dropped.includes(entry)) throw new PoolError({ type: 'immediatelyDropped' })
  }

  private announce(entry: Queued, inserted: Taken): void {
    const { type, promoted, usurped, dropped } = inserted
    this.tell(entry.hash, { type })
    for (const { hash } of promoted) this.tell(hash, { type: 'ready' })
    for (const { hash } of usurped) this.tell(hash, { type: 'usurped', by: entry.hash })
    for (const { hash } of dropped) {
      this.tell(hash, { type: 'dropped' })
      this.bans.add(hash)
    }
    if (type === 'ready') this.onReady()
  }

  private refuse(hash: Hash): void {
    this.tell(hash, { type: 'invalid' })
    this.bans.add(hash)
  }

  private tell(hash: Hash, status: TransactionStatus): void {
    this.watchers.tell(hash, status)
  }
}

/** A nonce as the tag of `CheckNonce` has it: four bytes after the account. */
function nonceKey(nonce: number): string {
  return String.fromCharCode(nonce & 0xff, (nonce >> 8) & 0xff, (nonce >> 16) & 0xff, nonce >>> 24)
}
