/** The author's side of the MEV shield: keys to announce, and what was sealed to them. */
import type { Context } from '@taonet/frame'
import {
  authorsShieldKey,
  hashOfShieldKey,
  type ShieldedTransaction,
  shieldedIn,
  type Unshielded,
  unshieldedOf,
} from '@taonet/runtime'
import { type ShieldKeyPair, shieldKeyPair, unseal } from './sealing.ts'

/** Keys that are kept: each is in use three blocks after its own, or when its author is next. */
const KEPT = 64
/** Shorter transactions hold no ciphertext. */
const LEAST_BYTES = 150
/** What an authenticated ciphertext has more than its text. */
const TAG_BYTES = 16

/** What a transaction of the pool hides, as far as one block is concerned. */
export type Look =
  | { readonly type: 'open' }
  /** Sealed to another key than this block's. */
  | { readonly type: 'later' }
  | {
      readonly type: 'now'
      readonly innerBytes: number
      /** Undefined where it cannot be opened, or is no transaction. */
      readonly unseal: () => Unshielded | undefined
    }

/** Looks into transactions for one block. */
export type LookInside = (bytes: Uint8Array) => Look

const OPEN: Look = { type: 'open' }
const LATER: Look = { type: 'later' }

export interface ShieldOptions {
  /** Announce one key for ever: for chains that have no regular turns of authors. */
  readonly isFixed?: boolean
}

/**
 * One process authors every block, so it holds the keys of all authors: what upstream's authors keep as
 * their current and next pair is found here by the name of the key that the chain says is in use.
 *
 * source  opentensor/polkadot-sdk substrate/client/shield MemoryShieldKeystore; opentensor/subtensor
 *         node/src/dev_keystore.rs DevShieldKeystore (fixed)
 */
export class Shield {
  private readonly pairs = new Map<string, ShieldKeyPair>()
  private readonly seen = new WeakMap<Uint8Array, ShieldedTransaction | 'none'>()
  private readonly isFixed: boolean
  private upcoming: ShieldKeyPair

  constructor({ isFixed = false }: ShieldOptions = {}) {
    this.isFixed = isFixed
    this.upcoming = this.draw()
  }

  /** The key that the next block announces. */
  nextKey(): Uint8Array {
    return this.upcoming.publicKey
  }

  /** Takes note that a block was made: the next one announces another key. */
  rotate(): void {
    if (!this.isFixed) this.upcoming = this.draw()
  }

  private draw(): ShieldKeyPair {
    const pair = shieldKeyPair()
    this.pairs.set(hashOfShieldKey(pair.publicKey), pair)
    for (const oldest of this.pairs.keys()) {
      if (this.pairs.size <= KEPT) break
      this.pairs.delete(oldest)
    }
    return pair
  }

  /** For the block that is made on a state. */
  on(ctx: Context): LookInside {
    const key = authorsShieldKey(ctx)
    const pair = key === undefined ? undefined : this.pairs.get(key)
    return (bytes) => {
      const sealed = this.sealedIn(ctx, bytes)
      if (sealed === undefined) return OPEN
      if (sealed.key_hash !== key) return LATER
      return {
        type: 'now',
        innerBytes: Math.max(0, sealed.aead_ct.length - TAG_BYTES),
        unseal: () => {
          const plain = pair && unseal(pair, sealed)
          return plain && unshieldedOf(ctx, plain)
        },
      }
    }
  }

  private sealedIn(ctx: Context, bytes: Uint8Array): ShieldedTransaction | undefined {
    if (bytes.length < LEAST_BYTES) return undefined
    let sealed = this.seen.get(bytes)
    if (sealed === undefined) {
      sealed = shieldedIn(ctx.runtime, bytes) ?? 'none'
      this.seen.set(bytes, sealed)
    }
    return sealed === 'none' ? undefined : sealed
  }
}
