/** The state after one block, the head or an earlier one. */

import type { Backend } from '@taonet/frame'
import { ChainError, type Hash } from '../chain.ts'
import { readHeader } from './headers.ts'
import { entryAt, keysAt, under } from './history.ts'
import type { Store } from './store.ts'

/** What a view of a state has to know about the chain around it, as it is at the time of asking. */
export interface Head {
  /** number of the head */
  readonly best: number
  /** oldest block whose state is kept */
  readonly oldest: number
  /** changes whenever blocks are taken back */
  readonly rewinds: number
}

/** Reads a state; stays right while newer blocks come, and throws ChainError when the state is dropped. */
export class StateAt implements Backend {
  private readonly store: Store
  private readonly head: () => Head
  private readonly number: number
  private readonly hash: Hash
  /** `rewinds` when this block was last seen to be there */
  private rewinds: number

  constructor(store: Store, head: () => Head, number: number, hash: Hash) {
    this.store = store
    this.head = head
    this.number = number
    this.hash = hash
    this.rewinds = head().rewinds
    this.isBest()
  }

  get(key: string): Uint8Array | undefined {
    if (this.isBest()) return this.store.get('latest', key)
    return entryAt(this.store, key, this.number)?.value
  }

  /** Keys with the prefix, from `start` (inclusive) on, ascending. */
  keysFrom(prefix: string, start: string = prefix): Iterable<string> {
    return this.isBest()
      ? under(this.store, 'latest', prefix, start)
      : keysAt(this.store, prefix, this.number, start)
  }

  /** Up to `count` keys with the prefix, ascending, strictly after `startAfter`. */
  keysPaged(prefix: string, count: number, startAfter?: string): string[] {
    const page: string[] = []
    if (count <= 0) return page
    for (const key of this.keysFrom(prefix, startAfter)) {
      if (key === startAfter) continue
      page.push(key)
      if (page.length >= count) break
    }
    return page
  }

  /** Whether this is the head's state. Refuses when it is no longer kept. */
  private isBest(): boolean {
    const { best, oldest, rewinds } = this.head()
    if (rewinds !== this.rewinds) {
      const isThere = readHeader(this.store, this.number)?.hash === this.hash
      if (!isThere) throw new ChainError('UNKNOWN_BLOCK', { hash: this.hash })
      this.rewinds = rewinds
    }
    if (this.number < oldest) throw new ChainError('STATE_DISCARDED', { hash: this.hash })
    return this.number === best
  }
}
