/** Transactions that are not looked at again for a while. */
import type { Hash } from '../chain.ts'

/** How many are remembered; beyond that the oldest are forgotten. */
const MAX_BANNED = 16_384

/** source  polkadot-sdk substrate/client/transaction-pool/src/graph/rotator.rs */
export class Bans {
  private readonly until = new Map<Hash, number>()
  private readonly banMs: number
  private readonly clock: () => number

  /** `banMs` 0 bans nothing; `clock` in milliseconds since some start. */
  constructor(banMs: number, clock: () => number) {
    this.banMs = banMs
    this.clock = clock
  }

  add(hash: Hash): void {
    if (this.banMs === 0) return
    this.until.delete(hash)
    this.until.set(hash, this.clock() + this.banMs)
    if (this.until.size <= MAX_BANNED) return
    for (const oldest of this.until.keys()) {
      this.until.delete(oldest)
      if (this.until.size <= MAX_BANNED / 2) return
    }
  }

  has(hash: Hash): boolean {
    const until = this.until.get(hash)
    if (until === undefined) return false
    if (until > this.clock()) return true
    this.until.delete(hash)
    return false
  }

  /** Lifts all. */
  clear(): void {
    this.until.clear()
  }
}
