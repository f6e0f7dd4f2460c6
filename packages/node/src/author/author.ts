/** Makes blocks: inherents, then what the pool has ready, until the block is full or time is up. */
import {
  BlockBuilder,
  blake2_256,
  CodecError,
  Context,
  type Header,
  Header as HeaderCodec,
  InvalidityError,
  type Runtime,
  State,
  type Trie,
  toHex,
} from '@taonet/frame'
import { inherentData, preDigest, timing } from '@taonet/runtime'
import { type BlockRef, ChainError, type Hash } from '../chain.ts'
import type { Database } from '../database/index.ts'
import { hashOf, type Included, type Pool } from '../pool/pool.ts'
import type { SignatureVerifier } from '../pool/verifier.ts'
import { nextTimestamp, type WallClock } from './clock.ts'

export interface AuthorOptions {
  readonly runtime: Runtime
  readonly database: Database
  readonly verifier: SignatureVerifier
  readonly clock: WallClock
  /** Runs after each block is executed and before it is stored; throws to refuse it. */
  readonly afterBlock?: (ctx: Context) => void
}

export interface BlockRequest {
  /** Extrinsics to include instead of the pool's. */
  readonly transactions?: readonly Uint8Array[] | undefined
  /** Milliseconds since 1970; by default now. */
  readonly timestampMs?: number | undefined
  /** Milliseconds after which no further transaction is begun. */
  readonly budgetMs?: number | undefined
}

export interface MadeBlock extends BlockRef {
  readonly header: Header
  readonly body: readonly Uint8Array[]
  readonly included: readonly Included[]
}

/** Transactions that did not fit before the block counts as full. */
const MOST_SKIPPED = 8

export class Author {
  readonly runtime: Runtime
  readonly database: Database
  /** The head's state, decoded values kept from block to block. */
  readonly state: State
  private readonly options: AuthorOptions
  /** Added to the wall clock; for time travel. */
  offsetMs = 0

  constructor(options: AuthorOptions) {
    this.options = options
    this.runtime = options.runtime
    this.database = options.database
    this.state = new State(options.database)
  }

  /** A context on the head's state that computes no roots. What it writes must be reverted. */
  headContext(): Context {
    const ctx = new Context({ state: this.state, runtime: this.runtime })
    ctx.block = this.database.best().number
    return ctx
  }

  /** Time that the next block carries at least. */
  now(): number {
    return this.options.clock() + this.offsetMs
  }

  /**
   * Makes the next block and stores it.
   *
   * refuses ChainError BLOCK_REFUSED when a given transaction may not be included; DatabaseError
   */
  make(
    pool: Pool,
    { transactions, timestampMs, budgetMs = Number.POSITIVE_INFINITY }: BlockRequest,
  ): MadeBlock {
    const parent = this.database.best()
    const trie = this.database.trie.fork()
    const ctx = this.blockContext(trie)
    try {
      const { slotMs, lastMs } = timing(ctx)
      const time = timestampMs ?? nextTimestamp(this.now(), lastMs, slotMs)
      const number = parent.number + 1
      const opening = { number, parent_hash: parent.hash, preDigest: preDigest(time, slotMs) }
      const builder = BlockBuilder.open(ctx, opening, this.options.verifier.check)
      for (const inherent of builder.inherents(inherentData(time, slotMs))) builder.push(inherent)
      if (transactions) pushGiven(builder, transactions)
      else pushReady(builder, pool, performance.now() + budgetMs)
      const { header, body, changes } = builder.finalize()
      this.options.afterBlock?.(ctx)
      const bytes = HeaderCodec.encode(header)
      const hash = toHex(blake2_256(bytes)) as Hash
      this.database.commit({ number, hash, header: bytes, body, changes, trie })
      this.state.committed()
      const included = body.map((extrinsic, index) => ({ hash: hashOf(extrinsic), index }))
      return { number, hash, header, body, included }
    } catch (error) {
      this.state.discard()
      throw error
    }
  }

  private blockContext(trie: Trie): Context {
    return new Context({
      state: this.state,
      runtime: this.runtime,
      storageRoot: (ctx) => trie.update(ctx.state.changesSinceRoot()),
    })
  }
}

/** Includes exactly these, or refuses the block. */
function pushGiven(builder: BlockBuilder, transactions: readonly Uint8Array[]): void {
  transactions.forEach((bytes, index) => {
    try {
      builder.push(bytes)
    } catch (cause) {
      if (!(cause instanceof InvalidityError || cause instanceof CodecError)) throw cause
      throw new ChainError(
        'BLOCK_REFUSED',
        { reason: `transaction ${index}: ${cause.message}` },
        { cause },
      )
    }
  })
}

/** Includes what is ready, best first. What turns out invalid leaves the pool. */
function pushReady(builder: BlockBuilder, pool: Pool, deadline: number): void {
  let skipped = 0
  for (const { bytes, hash } of pool.ready()) {
    if (performance.now() > deadline || skipped >= MOST_SKIPPED) return
    try {
      builder.push(bytes)
    } catch (error) {
      if (error instanceof InvalidityError) {
        const { type } = error.validity.value
        if (type === 'ExhaustsResources') skipped++
        else if (type !== 'Future') pool.discard(hash)
      } else if (error instanceof CodecError) pool.discard(hash)
      else throw error
    }
  }
}
