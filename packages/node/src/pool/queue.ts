/**
 * The pool's transactions and what they wait for: ready ones in the order a block takes them,
 * future ones by the tags they miss. Knows nothing of the runtime; validity is a value.
 */
import type { Hash } from '../chain.ts'
import {
  EntryTable,
  leastOf,
  type Queued,
  type QueueLimits,
  type Tag,
  TagIndex,
} from './entries.ts'
import { bestFirst } from './order.ts'

/** As the production node's defaults: 8192 transactions, 20 MiB; a tenth of it for the future. */
export const DEFAULT_LIMITS: QueueLimits = {
  ready: { count: 8192, bytes: 20 * 1024 * 1024 },
  future: { count: 819, bytes: 2 * 1024 * 1024 },
}

/** A transaction that the queue took. */
export interface Taken {
  readonly type: 'ready' | 'future'
  /** Ready through this one. */
  readonly promoted: readonly Queued[]
  /** Replaced by this one. */
  readonly usurped: readonly Queued[]
  /** Driven out by the limits; this one too, when it is the least of all. */
  readonly dropped: readonly Queued[]
}

interface TooLowPriority {
  readonly type: 'tooLowPriority'
  readonly old: bigint
  readonly new: bigint
}

export type Inserted = Taken | TooLowPriority | { readonly type: 'cycle' }

/** What a block did to the queue. */
export interface Pruned {
  /** Gone, because the block provided what they provide. */
  readonly left: readonly Queued[]
  readonly promoted: readonly Queued[]
}

/**
 * source  polkadot-sdk substrate/client/transaction-pool/src/graph base_pool.rs, ready.rs, future.rs
 */
export class TransactionQueue {
  private readonly ready = new EntryTable()
  private readonly future = new EntryTable()
  /** Which ready transaction provides a tag. */
  private readonly provider = new Map<Tag, Queued>()
  /** Ready transactions by the tags they require. */
  private readonly dependents = new TagIndex()
  /** Tags that nobody provides yet, by future transaction. */
  private readonly missed = new Map<Hash, Set<Tag>>()
  /** Future transactions by the tags they miss, and by those they provide. */
  private readonly missing = new TagIndex()
  private readonly promised = new TagIndex()
  private readonly limits: QueueLimits

  constructor(limits: QueueLimits = DEFAULT_LIMITS) {
    this.limits = limits
  }

  find(hash: Hash): Queued | undefined {
    return this.ready.entries.get(hash) ?? this.future.entries.get(hash)
  }
  get size(): { readonly ready: number; readonly future: number; readonly bytes: number } {
    return {
      ready: this.ready.entries.size,
      future: this.future.entries.size,
      bytes: this.ready.bytes + this.future.bytes,
    }
  }
  /** Whether a ready transaction provides `tag`. */
  provides(tag: Tag): boolean {
    return this.provider.has(tag)
  }

  all(): Queued[] {
    return [...this.ready.entries.values(), ...this.future.entries.values()]
  }

  /** Transactions, those first that `keep` has not seen for longest. */
  leastRecent(kind: 'ready' | 'future'): Queued[] {
    return [...this[kind].entries.values()]
  }

  /**
   * Takes note that a transaction was judged anew.
   *
   * shape   true when it may stay where it is; otherwise it has to be removed and inserted again
   */
  keep({ hash, requires }: Queued): boolean {
    const old = this.find(hash)
    if (!old) return false
    const isReady = this.ready.entries.has(hash)
    if (requires.every((tag) => this.provider.has(tag)) !== isReady) return false
    if (!isReady && requires.join() !== old.requires.join()) return false
    const { entries } = isReady ? this.ready : this.future
    entries.delete(hash)
    entries.set(hash, old)
    return true
  }

  /** Adds a valid transaction. */
  insert(entry: Queued): Inserted {
    const missing = entry.requires.filter((tag) => !this.provider.has(tag))
    if (missing.length > 0) return this.insertFuture(entry, missing)
    const inserted = this.insertReady(entry)
    if (inserted.type !== 'ready') return inserted
    return { ...inserted, dropped: this.enforceReadyLimits() }
  }

  private insertFuture(entry: Queued, missing: readonly Tag[]): Inserted {
    this.future.put(entry)
    this.missed.set(entry.hash, new Set(missing))
    this.missing.add(missing, entry)
    this.promised.add(entry.provides, entry)
    const dropped: Queued[] = []
    while (this.future.exceeds(this.limits.future)) {
      const oldest = leastOf(this.future.entries.values(), (a, b) => a.sequence < b.sequence)
      this.forgetFuture(oldest)
      dropped.push(oldest)
    }
    return { type: 'future', promoted: [], usurped: [], dropped }
  }

  /** Adds one that misses nothing, and what only waited for it. */
  private insertReady(entry: Queued): Inserted {
    const promoted: Queued[] = []
    const usurped: Queued[] = []
    const open = [entry]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const replaced = this.replace(next)
      if (Array.isArray(replaced)) usurped.push(...replaced)
      else if (next === entry) return replaced
      else {
        usurped.push(next)
        continue
      }
      this.makeReady(next)
      if (next !== entry) promoted.push(next)
      open.push(...this.unlock(next.provides))
    }
    const gone = new Set(usurped)
    const staying = promoted.filter((one) => !gone.has(one))
    if (!gone.has(entry)) return { type: 'ready', promoted: staying, usurped, dropped: [] }
    // what it made ready drove it out again: neither can ever be included
    this.remove(staying.map(({ hash }) => hash))
    return { type: 'cycle' }
  }

  /** Takes out the ready transactions that provide the same tags, if `entry` is worth more. */
  private replace(entry: Queued): Queued[] | TooLowPriority {
    const rivals = new Set(entry.provides.flatMap((tag) => this.provider.get(tag) ?? []))
    if (rivals.size === 0) return []
    const old = [...rivals].reduce((sum, { priority }) => sum + priority, 0n)
    if (old >= entry.priority) return { type: 'tooLowPriority', old, new: entry.priority }
    return this.removeReady([...rivals], new Set(entry.provides))
  }

  private makeReady(entry: Queued): void {
    this.ready.put(entry)
    for (const tag of entry.provides) this.provider.set(tag, entry)
    this.dependents.add(entry.requires, entry)
  }

  /** Takes out the future transactions that miss nothing more now that there are these tags. */
  private unlock(tags: readonly Tag[]): Queued[] {
    const unlocked: Queued[] = []
    for (const tag of tags)
      for (const entry of this.missing.of(tag)) {
        this.missing.remove([tag], entry)
        const missed = this.missed.get(entry.hash)!
        missed.delete(tag)
        if (missed.size > 0) continue
        this.forgetFuture(entry)
        unlocked.push(entry)
      }
    return unlocked
  }

  /** Takes an entry out without touching what depends on it. */
  private forgetReady(entry: Queued): boolean {
    if (!this.ready.take(entry)) return false
    for (const tag of entry.provides)
      if (this.provider.get(tag) === entry) this.provider.delete(tag)
    this.dependents.remove(entry.requires, entry)
    return true
  }

  private forgetFuture(entry: Queued): boolean {
    if (!this.future.take(entry)) return false
    this.missing.remove([...this.missed.get(entry.hash)!], entry)
    this.promised.remove(entry.provides, entry)
    this.missed.delete(entry.hash)
    return true
  }

  /** Takes ready transactions out, with those that depend on tags that do not stay. */
  private removeReady(entries: readonly Queued[], stay: ReadonlySet<Tag> = new Set()): Queued[] {
    const removed: Queued[] = []
    const open = [...entries]
    for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
      if (!this.forgetReady(entry)) continue
      removed.push(entry)
      for (const tag of entry.provides)
        if (!stay.has(tag)) open.push(...this.dependents.of(tag).toReversed())
    }
    return removed
  }

  /** Takes transactions out, with every ready one that depends on them. */
  remove(hashes: readonly Hash[]): Queued[] {
    const entries = hashes.flatMap((hash) => this.find(hash) ?? [])
    const removed = this.removeReady(entries.filter(({ hash }) => this.ready.entries.has(hash)))
    return [...removed, ...entries.filter((entry) => this.forgetFuture(entry))]
  }

  /** Limits prefer what came later: of equal priority, the oldest goes. */
  private enforceReadyLimits(): Queued[] {
    const dropped: Queued[] = []
    while (this.ready.exceeds(this.limits.ready)) {
      const worst = leastOf(this.ready.entries.values(), (a, b) =>
        a.priority === b.priority ? a.sequence < b.sequence : a.priority < b.priority,
      )
      dropped.push(...this.removeReady([worst]))
    }
    return dropped
  }

  /**
   * Notes that a block provided `tags`: its transactions leave, rivals that provide the same tags are
   * out of date, and what waited becomes ready.
   */
  prune(tags: readonly Tag[]): Pruned {
    const left: Queued[] = []
    const promoted: Queued[] = []
    for (const entry of tags.flatMap((tag) => this.promised.of(tag)))
      if (this.forgetFuture(entry)) left.push(entry)
    for (const tag of tags) {
      const provider = this.provider.get(tag)
      if (provider && this.forgetReady(provider)) left.push(provider)
    }
    for (const entry of this.unlock(tags)) {
      const inserted = this.insertReady(entry)
      if (inserted.type === 'ready') promoted.push(entry, ...inserted.promoted)
      else left.push(entry)
      if (inserted.type === 'ready') left.push(...inserted.usurped)
    }
    return { left, promoted }
  }

  /** Transactions that may no longer be included at `block`. */
  expired(block: number): Queued[] {
    return this.all().filter(({ validTill }) => validTill < block)
  }

  /** Ready transactions, best first, never before what they depend on. */
  ordered(): Queued[] {
    return bestFirst(this.ready.entries.values(), (tag) => this.provider.has(tag))
  }
}
