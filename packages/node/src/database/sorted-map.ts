/** A map that knows the order of its keys. */

/** A chunk this long is cut in two. */
const CHUNK = 512

/** Index of the first key that is not below `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Values by string key, iterated in ascending order.
 *
 * cost    get O(1); set and delete of a key O(log n) and a move within a chunk
 */
export class SortedMap<V> {
  private readonly values = new Map<string, V>()
  /** Sorted keys, cut into chunks; none is empty, except the only one. */
  private readonly chunks: string[][] = [[]]

  get size(): number {
    return this.values.size
  }

  get(key: string): V | undefined {
    return this.values.get(key)
  }

  set(key: string, value: V): void {
    if (!this.values.has(key)) this.insert(key)
    this.values.set(key, value)
  }

  delete(key: string): void {
    if (!this.values.delete(key)) return
    const index = this.chunkOf(key)
    const chunk = this.chunks[index]!
    chunk.splice(lowerBound(chunk, key), 1)
    if (chunk.length === 0 && this.chunks.length > 1) this.chunks.splice(index, 1)
  }

  /** Keys from `start` (inclusive) on; the map must not change meanwhile. */
  *keysFrom(start: string): Generator<string> {
    let index = this.chunkOf(start)
    let at = lowerBound(this.chunks[index]!, start)
    for (; index < this.chunks.length; index++, at = 0) {
      const chunk = this.chunks[index]!
      for (; at < chunk.length; at++) yield chunk[at]!
    }
  }

  /** The last key that is at most `key`. */
  floor(key: string): string | undefined {
    const chunk = this.chunks[this.chunkOf(key)]!
    const at = lowerBound(chunk, key)
    return chunk[at] === key ? key : chunk[at - 1]
  }

  private insert(key: string): void {
    const index = this.chunkOf(key)
    const chunk = this.chunks[index]!
    chunk.splice(lowerBound(chunk, key), 0, key)
    if (chunk.length > CHUNK) this.chunks.splice(index + 1, 0, chunk.splice(CHUNK >> 1))
  }

  /** The chunk in which a key is, or belongs: the last one that begins at or below it. */
  private chunkOf(key: string): number {
    let low = 0
    let high = this.chunks.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.chunks[middle]![0]! <= key) low = middle
      else high = middle
    }
    return low
  }
}
