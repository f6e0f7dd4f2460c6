/** Nonces that were accepted: what keeps a recorded request from being played again. */

/** Slack of clocks and network for the first request of a peer. */
const ALLOWED_DELTA_NS = 4_000_000_000n
/** From this version on nonces are Unix nanoseconds. */
const TIMED_NONCES_VERSION = 7_002_000
const NS_PER_SECOND = 1_000_000_000n
/** Seconds that a sender's timeout widens the window at most: what a restart forgets stays short. */
const MAX_WIDENING = 3600

export type NonceClaim = {
  /** Hotkey and instance: `hotkey:uuid`. */
  readonly peer: string
  readonly nonce: bigint
  readonly version: number | null
  /** Seconds, as the sender says. */
  readonly timeout: number
}

/**
 * The last nonce of each peer. A nonce must exceed the last of its peer; the first one of a peer must
 * be younger than 4 seconds and the request's timeout.
 *
 * differs  upstream remembers every peer for ever and lets the sender's timeout widen the window
 *          without bound. Here memory is bounded, and what is forgotten leaves a floor that later
 *          first nonces must exceed, so that nothing can be replayed.
 * source   opentensor/bittensor bittensor/core/axon.py Axon.default_verify
 */
export class NonceWindow {
  readonly #maxPeers: number
  /** In order of last acceptance. */
  readonly #last = new Map<string, bigint>()
  #floor = 0n

  /** Remembers at most `maxPeers` peers. */
  constructor(maxPeers: number) {
    this.#maxPeers = maxPeers
  }

  /** Why a claim is not acceptable at `now` (Unix nanoseconds), or undefined. */
  refusal(claim: NonceClaim, now: bigint): string | undefined {
    const last = this.#last.get(claim.peer)
    if (last !== undefined) {
      return claim.nonce <= last ? 'Nonce is too old, a newer one was last processed' : undefined
    }
    if (claim.version !== null && claim.version >= TIMED_NONCES_VERSION) {
      const allowed = ALLOWED_DELTA_NS + timeoutNs(claim.timeout)
      if (claim.nonce <= now - allowed) return tooOld(allowed, now - claim.nonce)
    }
    return claim.nonce <= this.#floor
      ? 'Nonce is too old, a newer one was last processed'
      : undefined
  }

  /** Remembers a claim that was acceptable and whose signature is good. */
  accept(claim: NonceClaim, now: bigint): void {
    this.#last.delete(claim.peer)
    this.#last.set(claim.peer, claim.nonce)
    while (this.#last.size > this.#maxPeers) this.#forgetOldest(now)
  }

  #forgetOldest(now: bigint): void {
    const oldest = this.#last.entries().next().value
    if (!oldest) return
    const [peer, nonce] = oldest
    this.#last.delete(peer)
    // A nonce from the future must not lock out everyone who keeps good time.
    const reached = nonce < now ? nonce : now
    if (reached > this.#floor) this.#floor = reached
  }
}

function timeoutNs(seconds: number): bigint {
  const capped = Math.min(Math.max(seconds, 0), MAX_WIDENING)
  return (BigInt(Math.round(capped * 1000)) * NS_PER_SECOND) / 1000n
}

function tooOld(allowedNs: bigint, ageNs: bigint): string {
  return (
    `Nonce is too old: acceptable delta is ${seconds(allowedNs)} seconds ` +
    `but request was ${seconds(ageNs)} seconds old`
  )
}

function seconds(ns: bigint): string {
  return (Number(ns) / 1e9).toFixed(2)
}
