/** Makes blocks: inherents, then what the pool has ready, until the block is full or time is up. */
import {
  BlockBuilder,
  blake2_256,
  Context,
  type Header,
  Header as HeaderCodec,
  type Runtime,
  State,
  type Trie,
  toHex,
} from '@taonet/frame'
import { inherentData, preDigest, timing } from '@taonet/runtime'
import type { BlockRef, Hash } from '../chain.ts'
import type { Database } from '../database/index.ts'
import type { BlockNews, Pool } from '../pool/pool.ts'
import type { SignatureVerifier } from '../pool/verifier.ts'
import type { Shield } from '../services/shield/index.ts'
import { nextTimestamp, type WallClock } from './clock.ts'
import { type OnFault, pushGiven, pushInherents, pushReady } from './fill.ts'

export interface AuthorOptions {
  readonly runtime: Runtime
  readonly database: Database
  readonly verifier: SignatureVerifier
  readonly clock: WallClock
  /** Runs after each block is executed and before it is stored; throws to refuse it. */
  readonly afterBlock?: (ctx: Context) => void
  /** Hears of failures that are our fault, and of what they were about. */
  readonly onFault?: OnFault
  /** Announces keys and opens what is sealed to them. */
  readonly shield?: Shield
}

export interface BlockRequest {
  /** Extrinsics to include instead of the pool's. */
  readonly transactions?: readonly Uint8Array[] | undefined
  /** Milliseconds since 1970; by default now. */
  readonly timestampMs?: number | undefined
  /** Milliseconds after which no further transaction is begun; 10 s by default. */
  readonly budgetMs?: number | undefined
}

export interface MadeBlock extends BlockRef, BlockNews {
  readonly header: Header
  readonly body: readonly Uint8Array[]
  /** Milliseconds from opening to stored. */
  readonly tookMs: number
}

const BUDGET_MS = 10_000
/** Bytes of a header before its seal: parent, number, two roots, the slot. */
const HEADER_BYTES = 115

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
  make(pool: Pool, { transactions, timestampMs, budgetMs = BUDGET_MS }: BlockRequest): MadeBlock {
    const startedAt = performance.now()
    const { onFault = () => {}, shield } = this.options
    const parent = this.database.best()
    const trie = this.database.trie.fork()
    const ctx = this.blockContext(trie)
    try {
      const { slotMs, lastMs } = timing(ctx)
      const time = timestampMs ?? nextTimestamp(this.now(), lastMs, slotMs)
      const number = parent.number + 1
      const opening = { number, parent_hash: parent.hash, preDigest: preDigest(time, slotMs) }
      // the keys of the parent's state: the block moves them on
      const lookInside = shield?.on(ctx)
      const builder = BlockBuilder.open(ctx, opening, this.options.verifier.check)
      const wanted = builder.inherents(inherentData(time, slotMs, shield?.nextKey()))
      const inherents = pushInherents(builder, wanted, onFault)
      const usedBytes = HEADER_BYTES + inherents.reduce((sum, { length }) => sum + length, 0)
      const filled = transactions
        ? pushGiven(builder, transactions)
        : pushReady(builder, pool, { usedBytes, budgetMs, onFault, lookInside })
      const { header, body, changes } = builder.finalize()
      this.options.afterBlock?.(ctx)
      const bytes = HeaderCodec.encode(header)
      const hash = toHex(blake2_256(bytes)) as Hash
      this.database.commit({ number, hash, header: bytes, body, changes, trie })
      this.state.committed()
      shield?.rotate()
      const included = filled.included.map((one, i) => ({ ...one, index: inherents.length + i }))
      const tookMs = performance.now() - startedAt
      return { number, hash, header, body, included, rejected: filled.rejected, tookMs }
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
