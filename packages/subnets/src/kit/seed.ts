/** Numbers that look random and that anyone with the same seed can draw again. */
import { createHash } from 'node:crypto'

/** A stream of draws; two streams of equal seeds give equal draws. */
export type Draws = {
  /** Integer from 0 to `below` − 1, without bias. Refuses (RangeError) a `below` outside 1…2³². */
  int(below: number): number
  /** Number from 0 to 1, 1 excluded. */
  unit(): number
  /** One element of a non-empty list. */
  pick<T>(from: readonly T[]): T
  /** A shuffled copy. */
  shuffle<T>(from: readonly T[]): T[]
}

/** SHA-256 over the parts, each preceded by its length, so that no two lists of parts collide. */
export function seedOf(...parts: readonly (string | number | bigint)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    const bytes = Buffer.from(String(part), 'utf8')
    hash.update(`${bytes.length}:`).update(bytes)
  }
  return hash.digest('hex')
}

/** Draws from SHA-256 in counter mode over a seed. */
export function drawsOf(seed: string): Draws {
  let block = Buffer.alloc(0)
  let at = 0
  let counter = 0
  const word = (): number => {
    if (at === block.length) {
      block = createHash('sha256').update(`${seed}/${counter++}`).digest()
      at = 0
    }
    const value = block.readUInt32LE(at)
    at += 4
    return value
  }
  const int = (below: number): number => {
    if (!Number.isInteger(below) || below < 1 || below > 2 ** 32) {
      throw new RangeError(`a draw needs an integer from 1 to 2^32, not ${below}`)
    }
    const fair = 2 ** 32 - (2 ** 32 % below)
    let value = word()
    while (value >= fair) value = word()
    return value % below
  }
  return {
    int,
    unit: () => word() / 2 ** 32,
    pick: (from) => from[int(from.length)]!,
    shuffle: (from) => shuffled(from, int),
  }
}

function shuffled<T>(from: readonly T[], int: (below: number) => number): T[] {
  const out = [...from]
  for (let i = out.length - 1; i > 0; i--) {
    const j = int(i + 1)
    const spare = out[i]!
    out[i] = out[j]!
    out[j] = spare
  }
  return out
}
