// Pinned blocks of all subscriptions together. They are few: whoever holds them too long is stopped.

import type { Hash } from '../../../chain.ts'
import type { Follow } from './follow.ts'
import type { ChainHeadLimits } from './limits.ts'

export class Pins {
  readonly #limits: ChainHeadLimits
  readonly #follows: Iterable<Follow>
  readonly #counts = new Map<Hash, number>()

  constructor(limits: ChainHeadLimits, follows: Iterable<Follow>) {
    this.#limits = limits
    this.#follows = follows
  }

  /** Pins once more; makes room first, which may stop subscriptions, the asking one included. */
  add(block: Hash): void {
    this.#counts.set(block, (this.#counts.get(block) ?? 0) + 1)
    if (this.#counts.size > this.#limits.maxPinnedBlocks) this.#makeRoom()
  }

  remove(block: Hash): void {
    const count = (this.#counts.get(block) ?? 0) - 1
    if (count > 0) this.#counts.set(block, count)
    else this.#counts.delete(block)
  }

  /** Stops those with pins past their time; when that is not enough, everybody. */
  #makeRoom(): void {
    const tooOld = Date.now() - this.#limits.maxPinMs
    for (const follow of [...this.#follows]) if (follow.oldestPinAt < tooOld) follow.stop()
    if (this.#counts.size <= this.#limits.maxPinnedBlocks) return
    for (const follow of [...this.#follows]) follow.stop()
  }
}
