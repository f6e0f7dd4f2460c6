/** Instance ids and nonces, handed out so that no axon sees a nonce out of order. */

/** A right to send one request at a time under one instance id. */
export type Lane = { readonly uuid: string; readonly nonce: bigint; readonly release: () => void }

/**
 * Axons require nonces to rise per hotkey and instance id. Requests in flight together may arrive in any
 * order, so each goes under an id of its own; ids are reused once their request is done.
 */
export class Lanes {
  readonly #now: () => bigint
  /** Ids at rest, by target. */
  readonly #idle = new Map<string, string[]>()
  readonly #first: string
  #lastNonce = 0n

  /** `first` is the id that requests one after the other use. */
  constructor(first: string, now: () => bigint) {
    this.#first = first
    this.#now = now
  }

  /** Takes a lane to a target; release it when its answer is there, or given up. */
  take(target: string): Lane {
    let idle = this.#idle.get(target)
    if (!idle) {
      idle = [this.#first]
      this.#idle.set(target, idle)
    }
    const ids = idle
    const uuid = ids.pop() ?? crypto.randomUUID()
    return { uuid, nonce: this.#nextNonce(), release: () => void ids.push(uuid) }
  }

  #nextNonce(): bigint {
    const now = this.#now()
    this.#lastNonce = now > this.#lastNonce ? now : this.#lastNonce + 1n
    return this.#lastNonce
  }
}
