/** Who wants to hear of which transaction. */
import type { Hash, TransactionStatus } from '../chain.ts'

export type Listener = (status: TransactionStatus) => void

/** After these nothing more is said of a transaction. */
const FINAL = new Set<TransactionStatus['type']>(['finalized', 'usurped', 'dropped', 'invalid'])

export class Watchers {
  private readonly listeners = new Map<Hash, Set<Listener>>()

  /** Adds a listener; gives the function that takes it out again. */
  add(hash: Hash, listener: Listener): () => void {
    const set = this.listeners.get(hash) ?? new Set()
    this.listeners.set(hash, set.add(listener))
    return () => {
      set.delete(listener)
      if (set.size === 0 && this.listeners.get(hash) === set) this.listeners.delete(hash)
    }
  }

  tell(hash: Hash, status: TransactionStatus): void {
    const listeners = this.listeners.get(hash)
    if (!listeners) return
    for (const listener of [...listeners]) listener(status)
    if (FINAL.has(status.type)) this.listeners.delete(hash)
  }
}
