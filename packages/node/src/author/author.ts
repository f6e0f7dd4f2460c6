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
import { type BlockNews, hashOf, type Pool } from '../pool/pool.ts'
import type { SignatureVerifier } from '../pool/verifier.ts'
import { nextTimestamp, type WallClock } from './clock.ts'

export interface AuthorOptions {
  readonly runtime: Runtime
  readonly database: Database
  readonly verifier: SignatureVerifier
  readonly clock: WallClock
  /** Runs after each block is executed and before it is stored; throws to refuse it. */
  readonly afterBlock?: (ctx: Context) => void
  /** Hears of failures that are our fault, and of what they were about. */
  readonly onFault?: OnFault
}

export type OnFault = (error: unknown, about: string) => void

export interface BlockRequest {
  /** Extrinsics to include instead of the pool's. */
  readonly transactions?: readonly Uint8Array[] | undefined
  /** Milliseconds since 1970; by default now. */
  readonly timestampMs?: number | undefined
  /** Milliseconds after which no further transaction is begun. */
  readonly budgetMs?: number | undefined
}

export interface MadeBlock extends BlockRef, BlockNews {
  readonly header: Header
  readonly body: readonly Uint8Array[]
  /** Milliseconds from opening to stored. */
  readonly tookMs: number
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

  /** A context on the head's state. What it writes must be reverted. */
  headContext(): Context {
    let trie: Trie | undefined
    const ctx = new Context({
      state: this.state,
      runtime: this.runtime,
      storageRoot: (ctx) => {
        trie ??= this.database.trie.fork()
        return trie.update(ctx.state.changesSinceRoot())
      },
    })
    ctx.block = this.database.best().number
    return ctx
  }

  /** Time of the outside world, as far as this chain is concerned. */
  now(): number {
    return this.options.clock() + this.offsetMs
  }

  /** Time that a block made now would carry. */
  nextTimeMs(): number {
    const { slotMs, lastMs } = timing(this.headContext())
    return nextTimestamp(this.now(), lastMs, slotMs)
  }

  /** The least time that the next block may carry. */
  earliestTimeMs(): number {
    const { slotMs, lastMs } = timing(this.headContext())
    return nextTimestamp(lastMs, lastMs, slotMs)
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
    const startedAt = performance.now()
    const parent = this.database.best()
    const trie = this.database.trie.fork()
    const ctx = this.blockContext(trie)
    try {
      const { slotMs, lastMs } = timing(ctx)
      const time = timestampMs ?? nextTimestamp(this.now(), lastMs, slotMs)
      const number = parent.number + 1
      const opening = { number, parent_hash: parent.hash, preDigest: preDigest(time, slotMs) }
      const builder = BlockBuilder.open(ctx, opening, this.options.verifier.check)
      const inherents = builder.inherents(inherentData(time, slotMs))
      for (const inherent of inherents) builder.push(inherent)
      const pushed = transactions
        ? pushGiven(builder, transactions)
        : this.pushReady(builder, pool, performance.now() + budgetMs)
      const { header, body, changes } = builder.finalize()
      this.options.afterBlock?.(ctx)
      const bytes = HeaderCodec.encode(header)
      const hash = toHex(blake2_256(bytes)) as Hash
      this.database.commit({ number, hash, header: bytes, body, changes, trie })
      this.state.committed()
      const included = pushed.included.map((hash, i) => ({ hash, index: inherents.length + i }))
      const tookMs = performance.now() - startedAt
      return { number, hash, header, body, included, rejected: pushed.rejected, tookMs }
    } catch (error) {
      this.state.discard()
      throw error
    }
  }

  /** Includes what is ready, best first, until the block is full or time is up. */
  private pushReady(builder: BlockBuilder, pool: Pool, deadline: number): Pushed {
    const pushed: Pushed = { included: [], rejected: [] }
    let skipped = 0
    for (const { bytes, hash } of pool.ready()) {
      if (performance.now() > deadline || skipped >= MOST_SKIPPED) break
      try {
        builder.push(bytes)
        pushed.included.push(hash)
      } catch (error) {
        const reason = error instanceof InvalidityError ? error.validity.value.type : undefined
        if (reason === 'ExhaustsResources') skipped++
        else if (reason !== 'Future') pushed.rejected.push(hash)
        // one transaction that breaks the runtime must not stop the chain
        if (reason === undefined) this.options.onFault?.(error, `transaction ${hash}`)
      }
    }
    return pushed
  }

  private blockContext(trie: Trie): Context {
    return new Context({
      state: this.state,
      runtime: this.runtime,
      storageRoot: (ctx) => trie.update(ctx.state.changesSinceRoot()),
    })
  }
}

/** What went into a block, in order, and what may never. */
interface Pushed {
  readonly included: Hash[]
  readonly rejected: Hash[]
}

/** Includes exactly these, or refuses the block. */
function pushGiven(builder: BlockBuilder, transactions: readonly Uint8Array[]): Pushed {
  transactions.forEach((bytes, index) => {
    try {
      builder.push(bytes)
    } catch (cause) {
      if (!(cause instanceof InvalidityError || cause instanceof CodecError)) throw cause
      const reason = `transaction ${index}: ${cause.message}`
      throw new ChainError('BLOCK_REFUSED', { reason }, { cause })
    }
  })
  return { included: transactions.map(hashOf), rejected: [] }
}
