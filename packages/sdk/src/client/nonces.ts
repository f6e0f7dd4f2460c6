/** Nonces of accounts that send several transactions at once. */

/** Longer than a node needs to take a transaction into its pool; then only the node is believed. */
const MEMORY_MS = 30_000

/**
 * Hands out nonces one after the other per account: what the node says, which counts its pool, or one
 * more than the last one if the node has not seen that yet.
 */
export class AccountNonces {
  readonly #fromNode: (address: string) => Promise<number>
  readonly #turns = new Map<string, Promise<void>>()
  readonly #last = new Map<string, { readonly nonce: number; readonly at: number }>()

  constructor(fromNode: (address: string) => Promise<number>) {
    this.#fromNode = fromNode
  }

  /** Runs `use` with the account's next nonce while no one else takes one. */
  async next<T>(address: string, use: (nonce: number) => Promise<T>): Promise<T> {
    const before = this.#turns.get(address) ?? Promise.resolve()
    const turn = Promise.withResolvers<void>()
    this.#turns.set(address, turn.promise)
    await before
    try {
      const told = await this.#fromNode(address)
      const last = this.#last.get(address)
      const isFresh = last !== undefined && performance.now() - last.at < MEMORY_MS
      const nonce = isFresh ? Math.max(told, last.nonce + 1) : told
      const result = await use(nonce)
      this.#last.set(address, { nonce, at: performance.now() })
      return result
    } finally {
      turn.resolve()
    }
  }

  /** Forgets what was handed out: after a transaction that the pool did not keep. */
  forget(address: string): void {
    this.#last.delete(address)
  }
}
