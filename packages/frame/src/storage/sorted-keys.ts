/** Keys in order, in pieces: inserting one moves a thousand others at most. */

const LONGEST = 1024

/** Index of the first entry that is not below `key`. */
export function lowerBound(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}

export class SortedKeys {
  /** None is empty. */
  private readonly pieces: string[][] = []

  /** The piece in which a key is or belongs: the last that begins at or below it. */
  private pieceOf(key: string): number {
    let [low, high] = [0, this.pieces.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.pieces[middle]![0]! <= key) low = middle + 1
      else high = middle
    }
    return low === 0 ? 0 : low - 1
  }

  get isEmpty(): boolean {
    return this.pieces.length === 0
  }

  /** Adds a key that is not there. */
  add(key: string): void {
    const { pieces } = this
    const last = pieces[pieces.length - 1]
    if (last === undefined) {
      pieces.push([key])
      return
    }
    const isAfterAll = last[last.length - 1]! < key
    const at = isAfterAll ? pieces.length - 1 : this.pieceOf(key)
    const piece = pieces[at]!
    if (isAfterAll) piece.push(key)
    else piece.splice(lowerBound(piece, key), 0, key)
    if (piece.length > LONGEST) pieces.splice(at + 1, 0, piece.splice(LONGEST / 2))
  }

  /** Removes a key that is there. */
  delete(key: string): void {
    const at = this.pieceOf(key)
    const piece = this.pieces[at]!
    piece.splice(lowerBound(piece, key), 1)
    if (piece.length === 0) this.pieces.splice(at, 1)
  }

  /** Keys from `start` (inclusive) on that begin with `prefix`. */
  *from(prefix: string, start: string): Generator<string> {
    const first = this.pieceOf(start)
    for (let i = first; i < this.pieces.length; i++) {
      const piece = this.pieces[i]!
      for (let at = i === first ? lowerBound(piece, start) : 0; at < piece.length; at++) {
        const key = piece[at]!
        if (!key.startsWith(prefix)) return
        yield key
      }
    }
  }
}
