/** Finished blocks' state in memory, with keys in order: for tests, tools and simulation. */
import { BUCKET } from './slot.ts'
import { lowerBound, SortedKeys } from './sorted-keys.ts'
import type { Backend, Change } from './state.ts'

export class MemoryBackend implements Backend {
  private readonly rows = new Map<string, Uint8Array>()
  /** Keys by pallet and item. */
  private readonly buckets = new Map<string, SortedKeys>()
  private readonly bucketNames: string[] = []

  constructor(rows: Iterable<Change> = []) {
    this.apply(rows)
  }

  get size(): number {
    return this.rows.size
  }

  get(key: string): Uint8Array | undefined {
    return this.rows.get(key)
  }

  *keysFrom(prefix: string, start = prefix): Generator<string> {
    const from = start > prefix ? start : prefix
    const name = prefix.slice(0, BUCKET)
    let at = lowerBound(this.bucketNames, name)
    for (; at < this.bucketNames.length && this.bucketNames[at]!.startsWith(name); at++)
      yield* this.buckets.get(this.bucketNames[at]!)!.from(prefix, from)
  }

  /** Stores a block's changes. */
  apply(changes: Iterable<Change>): void {
    const { rows } = this
    for (const [key, value] of changes) {
      if (value === undefined) {
        if (rows.delete(key)) this.forget(key)
        continue
      }
      const before = rows.size
      rows.set(key, value)
      if (rows.size !== before) this.insert(key)
    }
  }

  /** All rows, ascending. */
  *entries(): Generator<readonly [key: string, value: Uint8Array]> {
    for (const key of this.keysFrom('')) yield [key, this.rows.get(key)!]
  }

  private insert(key: string): void {
    const name = key.slice(0, BUCKET)
    let keys = this.buckets.get(name)
    if (keys === undefined) {
      this.buckets.set(name, (keys = new SortedKeys()))
      this.bucketNames.splice(lowerBound(this.bucketNames, name), 0, name)
    }
    keys.add(key)
  }

  private forget(key: string): void {
    const name = key.slice(0, BUCKET)
    const keys = this.buckets.get(name)!
    keys.delete(key)
    if (!keys.isEmpty) return
    this.buckets.delete(name)
    this.bucketNames.splice(lowerBound(this.bucketNames, name), 1)
  }
}
