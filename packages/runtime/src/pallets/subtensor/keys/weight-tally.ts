/** The weight of a call whose cost is known only as it runs. */
import * as f from '@taonet/frame'

/** Adds up what a call has cost so far. */
export class WeightTally {
  private weight: f.Weight = f.NO_WEIGHT

  get total(): f.Weight {
    return this.weight
  }

  /** Counts accesses to the database. */
  count(reads: number, writes = 0): void {
    this.add(f.dbReadsWrites(reads, writes))
  }

  add(weight: f.Weight): void {
    this.weight = f.addWeight(this.weight, weight)
  }
}
