// Puts a breath between `inBlock` and `finalized`.
//
// Our blocks are final as they are made, so the pool reports both at once. @polkadot/api fetches the block
// after `inBlock` and forgets that status when another arrives before it is done; applications that wait
// for `inBlock` would then wait for ever. So what follows `inBlock` is held back until the peer has been
// quiet for a moment: its fetching is over.

import type { TransactionStatus } from '../../chain.ts'
import type { Peer } from '../methods.ts'

/** How long a peer has to be quiet; covers one round trip. */
const QUIET_MS = 200
/** A peer that is never quiet does not wait longer than this. */
const MAX_HOLD_MS = 2_000

export class PacedStatuses {
  readonly #peer: Peer
  readonly #send: (status: TransactionStatus) => void
  #held: TransactionStatus[] | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(peer: Peer, send: (status: TransactionStatus) => void) {
    this.#peer = peer
    this.#send = send
  }

  add(status: TransactionStatus): void {
    if (this.#held !== undefined) {
      this.#held.push(status)
      return
    }
    this.#send(status)
    if (status.type === 'inBlock') this.#hold()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #hold(): void {
    this.#held = []
    const sentAt = performance.now()
    const check = () => {
      const now = performance.now()
      const quietAt = Math.max(this.#peer.lastCallAt, sentAt) + QUIET_MS
      const releaseAt = Math.min(quietAt, sentAt + MAX_HOLD_MS)
      if (now >= releaseAt) this.#release()
      else this.#timer = setTimeout(check, Math.ceil(releaseAt - now))
    }
    check()
  }

  #release(): void {
    const held = this.#held ?? []
    this.#held = undefined
    for (const status of held) this.add(status)
  }
}
