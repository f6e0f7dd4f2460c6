/** Sums by key. */
export class Tally<K> {
  private readonly sums = new Map<K, bigint>()

  add(key: K, amount: bigint): void {
    this.sums.set(key, this.get(key) + amount)
  }

  get(key: K): bigint {
    return this.sums.get(key) ?? 0n
  }

  entries(): IterableIterator<[K, bigint]> {
    return this.sums.entries()
  }
}
