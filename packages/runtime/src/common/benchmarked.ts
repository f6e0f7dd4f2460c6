/** Weights as benchmarks print them. */
import { addWeight, dbReadsWrites, type Weight, weight } from '@taonet/frame'

/** Time in picoseconds, proof size in bytes, and operations of the database. */
export type Figures = readonly [refTime: bigint, proofSize: bigint, reads: number, writes: number]

/** The weight of a call whose cost does not depend on its arguments. */
export const benchmarked = ([refTime, proofSize, reads, writes]: Figures): Weight =>
  addWeight(weight(refTime, proofSize), dbReadsWrites(reads, writes))

/** The weight of a call that costs the same again for each of some items. */
export function benchmarkedPerItem(base: Figures, each: Figures): (items: number) => Weight {
  const fixed = benchmarked(base)
  const [refTime, proofSize, reads, writes] = each
  return (items) => {
    const count = BigInt(items)
    const own = weight(refTime * count, proofSize * count)
    return addWeight(fixed, addWeight(own, dbReadsWrites(reads * items, writes * items)))
  }
}
