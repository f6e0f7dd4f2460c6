/**
 * The pool's transactions and what they wait for: ready ones in the order a block takes them,
 * future ones by the tags they miss. Knows nothing of the runtime; validity is a value.
 */
import type { Hash } from '../chain.ts'

/** A tag (what a transaction provides or requires) as a byte string. */
export type Tag = string

export interface Validity {
  readonly priority: bigint
  readonly requires: readonly Tag[]
  readonly provides: readonly Tag[]
  /** Last block number at which the transaction may be included. */
  readonly validTill: number
}

export interface Queued extends Validity {
  readonly hash: Hash
  readonly bytes: Uint8Array
  /** Order of arrival. */
  readonly sequence: number
}

export interface Limits {
  readonly count: number
  readonly bytes: number
}

export interface QueueLimits {
  readonly ready: Limits
  readonly future: Limits
}

/** As the production node's defaults: 8192 transactions, 20 MiB; a tenth of it for the future. */
export const DEFAULT_LIMITS: QueueLimits = {
  ready: { count: 8192, bytes: 20 * 1024 * 1024 },
  future: { count: 819, bytes: 2 * 1024 * 1024 },
}

export type Inserted =
  | {
      readonly type: 'ready' | 'future'
      /** Ready through this one. */
      readonly promoted: readonly Queued[]
      /** Replaced by this one. */
      readonly usurped: readonly Queued[]
      /** Driven out by the limits. */
      readonly dropped: readonly Queued[]
    }
  | { readonly type: 'tooLowPriority'; readonly old: bigint; readonly new: bigint }
  | { readonly type: 'immediatelyDropped' }

interface Heap {
  readonly entries: Map<Hash, Queued>
  bytes: number
}

const heap = (): Heap => ({ entries: new Map(), bytes: 0 })
function put(to: Heap, entry: Queued): void {
  to.entries.set(entry.hash, entry)
  to.bytes += entry.bytes.length
}
function take(from: Heap, entry: Queued): boolean {
  if (!from.entries.delete(entry.hash)) return false
  from.bytes -= entry.bytes.length
  return true
}
const exceeds = (heap: Heap, limits: Limits) =>
  heap.entries.size > limits.count || heap.bytes > limits.bytes

/** Which of two unrelated transactions a block takes first. */
function before(a: Queued, b: Queued): number {
  if (a.priority !== b.priority) return a.priority > b.priority ? -1 : 1
  if (a.validTill !== b.validTill) return a.validTill - b.validTill
  return a.sequence - b.sequence
}

export class TransactionQueue {
  private readonly ready = heap()
  private readonly future = heap()
  /** Which ready transaction provides a tag. */
  private readonly provider = new Map<Tag, Queued>()
  /** Future transactions by a tag they miss. */
  private readonly waiting = new Map<Tag, Set<Queued>>()
  private readonly limits: QueueLimits

  constructor(limits: QueueLimits = DEFAULT_LIMITS) {
    this.limits = limits
  }

  find(hash: Hash): Queued | undefined {
    return this.ready.entries.get(hash) ?? this.future.entries.get(hash)
  }
  isReady(hash: Hash): boolean {
    return this.ready.entries.has(hash)
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

  /** Ready transactions, those least lately refreshed first. */
  oldest(): Iterable<Queued> {
    return [...this.ready.entries.values()]
  }

  /** Puts a ready transaction behind the others in `oldest`. */
  refresh(hash: Hash): void {
    const entry = this.ready.entries.get(hash)
    if (!entry) return
    this.ready.entries.delete(hash)
    this.ready.entries.set(hash, entry)
  }

  /** Adds a valid transaction. */
  insert(entry: Queued): Inserted {
    const missing = entry.requires.filter((tag) => !this.provider.has(tag))
    return missing.length > 0 ? this.insertFuture(entry, missing) : this.insertReady(entry)
  }

  private insertFuture(entry: Queued, missing: readonly Tag[]): Inserted {
    put(this.future, entry)
    for (const tag of missing) {
      const set = this.waiting.get(tag) ?? new Set()
      this.waiting.set(tag, set.add(entry))
    }
    const dropped: Queued[] = []
    while (exceeds(this.future, this.limits.future)) {
      const worst = worstOf(this.future.entries.values())
      dropped.push(worst)
      this.forget(worst)
    }
    if (dropped.includes(entry)) return { type: 'immediatelyDropped' }
    return { type: 'future', promoted: [], usurped: [], dropped }
  }

  private insertReady(entry: Queued): Inserted {
    const rivals = new Set(entry.provides.flatMap((tag) => this.provider.get(tag) ?? []))
    for (const rival of rivals)
      if (rival.priority >= entry.priority)
        return { type: 'tooLowPriority', old: rival.priority, new: entry.priority }
    const usurped = [...rivals].flatMap((rival) => this.remove([rival.hash]))
    this.makeReady(entry)
    const promoted = this.promote(entry.provides)
    const dropped: Queued[] = []
    while (exceeds(this.ready, this.limits.ready)) {
      const worst = worstOf(this.ready.entries.values())
      dropped.push(...this.remove([worst.hash]))
    }
    if (dropped.includes(entry)) return { type: 'immediatelyDropped' }
    return { type: 'ready', promoted, usurped, dropped }
  }

  private makeReady(entry: Queued): void {
    put(this.ready, entry)
    for (const tag of entry.provides) this.provider.set(tag, entry)
  }

  /** Moves what waited only for `tags` to the ready ones, and what waited for those in turn. */
  private promote(tags: readonly Tag[], included: ReadonlySet<Tag> = new Set()): Queued[] {
    const promoted: Queued[] = []
    const open = [...tags]
    for (let tag = open.pop(); tag !== undefined; tag = open.pop()) {
      for (const entry of [...(this.waiting.get(tag) ?? [])]) {
        if (!entry.requires.every((tag) => this.provider.has(tag) || included.has(tag))) continue
        this.forget(entry)
        if (entry.provides.some((tag) => this.provider.has(tag))) continue
        this.makeReady(entry)
        promoted.push(entry)
        open.push(...entry.provides)
      }
    }
    return promoted
  }

  /** Takes an entry out without touching what depends on it. */
  private forget(entry: Queued): void {
    if (take(this.ready, entry))
      for (const tag of entry.provides)
        if (this.provider.get(tag) === entry) this.provider.delete(tag)
    if (take(this.future, entry))
      for (const tag of entry.requires) {
        const set = this.waiting.get(tag)
        set?.delete(entry)
        if (set?.size === 0) this.waiting.delete(tag)
      }
  }

  /** Takes transactions out, with every ready one that depends on them. */
  remove(hashes: readonly Hash[]): Queued[] {
    const removed: Queued[] = []
    const open = [...hashes]
    for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
      const entry = this.find(hash)
      if (!entry) continue
      this.forget(entry)
      removed.push(entry)
      const lost = new Set(entry.provides)
      for (const other of this.ready.entries.values())
        if (other.requires.some((tag) => lost.has(tag))) open.push(other.hash)
    }
    return removed
  }

  /**
   * Notes that a block provided `tags`: its transactions leave, rivals that provide the same tags are
   * out of date, and what waited becomes ready.
   */
  prune(tags: readonly Tag[]): { left: Queued[]; promoted: Queued[] } {
    const left: Queued[] = []
    for (const tag of tags) {
      const entry = this.provider.get(tag)
      if (!entry) continue
      this.forget(entry)
      left.push(entry)
    }
    return { left, promoted: this.promote(tags, new Set(tags)) }
  }

  /** Transactions that may no longer be included at `block`. */
  expired(block: number): Queued[] {
    return this.all().filter(({ validTill }) => validTill < block)
  }

  /** Ready transactions, best first, never before what they depend on. */
  ordered(): Queued[] {
    const done = new Set<Tag>()
    const blocked = new Map<Tag, Queued[]>()
    const result: Queued[] = []
    const open: Queued[] = []
    const offer = (entry: Queued) => {
      const missing = entry.requires.find((tag) => this.provider.has(tag) && !done.has(tag))
      if (missing === undefined) push(open, entry)
      else blocked.set(missing, [...(blocked.get(missing) ?? []), entry])
    }
    for (const entry of this.ready.entries.values()) offer(entry)
    for (let entry = pop(open); entry !== undefined; entry = pop(open)) {
      result.push(entry)
      for (const tag of entry.provides) {
        done.add(tag)
        const freed = blocked.get(tag)
        blocked.delete(tag)
        for (const other of freed ?? []) offer(other)
      }
    }
    return result
  }
}

/** The entry to give up first: lowest priority, then newest. */
function worstOf(entries: Iterable<Queued>): Queued {
  let worst: Queued | undefined
  for (const entry of entries)
    if (
      worst === undefined ||
      entry.priority < worst.priority ||
      (entry.priority === worst.priority && entry.sequence > worst.sequence)
    )
      worst = entry
  if (worst === undefined) throw new Error('an empty queue exceeds no limit')
  return worst
}

// A binary heap, best entry on top.
function push(heap: Queued[], entry: Queued): void {
  let at = heap.push(entry) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (before(heap[parent]!, entry) <= 0) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = entry
}
function pop(heap: Queued[]): Queued | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (heap.length === 0 || last === undefined) return top
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!) < 0) child++
    if (before(last, heap[child]!) <= 0) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = last
  return top
}
