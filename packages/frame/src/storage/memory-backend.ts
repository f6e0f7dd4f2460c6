/** Finished blocks' state in memory, with keys in order: for tests, tools and simulation. */
import type { Backend, Change } from './state.ts'

const BUCKET = 32

/** Index of the first key that is not below `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}

export class MemoryBackend implements Backend {
  private readonly rows = new Map<string, Uint8Array>()
  /** Keys by pallet and item, each list ascending. */
  private readonly buckets = new Map<string, string[]>()
  private bucketNames: string[] = []

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
    for (
      let i = lowerBound(this.bucketNames, prefix.slice(0, BUCKET));
      i < this.bucketNames.length;
      i++
    ) {
      const name = this.bucketNames[i]!
      if (!name.startsWith(prefix.slice(0, BUCKET))) return
      const keys = this.buckets.get(name)!
      for (let at = lowerBound(keys, from); at < keys.length; at++) {
        const key = keys[at]!
        if (!key.startsWith(prefix)) break
        yield key
      }
    }
  }

  /** Stores a block's changes. */
  apply(changes: Iterable<Change>): void {
    for (const [key, value] of changes) {
      if (value === undefined) this.delete(key)
      else {
        if (!this.rows.has(key)) this.insert(key)
        this.rows.set(key, value)
      }
    }
  }

  /** All rows, ascending. */
  *entries(): Generator<readonly [key: string, value: Uint8Array]> {
    for (const name of this.bucketNames)
      for (const key of this.buckets.get(name)!) yield [key, this.rows.get(key)!]
  }

  private insert(key: string): void {
    const name = key.slice(0, BUCKET)
    let keys = this.buckets.get(name)
    if (keys === undefined) {
      this.buckets.set(name, (keys = []))
      this.bucketNames.splice(lowerBound(this.bucketNames, name), 0, name)
    }
    const last = keys[keys.length - 1]
    if (last === undefined || last < key) keys.push(key)
    else keys.splice(lowerBound(keys, key), 0, key)
  }

  private delete(key: string): void {
    if (!this.rows.delete(key)) return
    const name = key.slice(0, BUCKET)
    const keys = this.buckets.get(name)!
    keys.splice(lowerBound(keys, key), 1)
    if (keys.length > 0) return
    this.buckets.delete(name)
    this.bucketNames.splice(lowerBound(this.bucketNames, name), 1)
  }
}
