/** What the pool's queue is made of: entries, and tables of them. */
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

/** Tags to the transactions that name them. */
export class TagIndex {
  private readonly sets = new Map<Tag, Set<Queued>>()

  add(tags: readonly Tag[], entry: Queued): void {
    for (const tag of tags) {
      const set = this.sets.get(tag)
      if (set) set.add(entry)
      else this.sets.set(tag, new Set([entry]))
    }
  }

  remove(tags: readonly Tag[], entry: Queued): void {
    for (const tag of tags) {
      const set = this.sets.get(tag)
      if (set?.delete(entry) && set.size === 0) this.sets.delete(tag)
    }
  }

  of(tag: Tag): readonly Queued[] {
    return [...(this.sets.get(tag) ?? [])]
  }
}

/** Transactions by hash, and how many bytes they are. */
export class EntryTable {
  readonly entries = new Map<Hash, Queued>()
  bytes = 0

  put(entry: Queued): void {
    this.entries.set(entry.hash, entry)
    this.bytes += entry.bytes.length
  }

  take({ hash, bytes }: Queued): boolean {
    const was = this.entries.delete(hash)
    if (was) this.bytes -= bytes.length
    return was
  }

  exceeds({ count, bytes }: Limits): boolean {
    return this.entries.size > count || this.bytes > bytes
  }
}

/** The one that is less than every other. */
export function leastOf(
  entries: Iterable<Queued>,
  isLess: (a: Queued, b: Queued) => boolean,
): Queued {
  let least: Queued | undefined
  for (const entry of entries) if (least === undefined || isLess(entry, least)) least = entry
  if (least === undefined) throw new Error('an empty queue exceeds no limit')
  return least
}
