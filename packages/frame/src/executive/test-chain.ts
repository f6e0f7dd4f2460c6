/** A chain in memory, for tests: builds blocks, keeps their state, checks invariants after each. */
import { toHex } from '../crypto/bytes.ts'
import { blake2_256 } from '../crypto/hash.ts'
import { Context, type EventRecord } from '../pallet/context.ts'
import type { Runtime } from '../pallet/runtime.ts'
import { MemoryBackend } from '../storage/memory-backend.ts'
import { type Change, State } from '../storage/state.ts'
import { Trie } from '../trie/index.ts'
import { type DigestItem, type H256, Header } from '../types.ts'
import { BlockBuilder, type BuiltBlock } from './block-builder.ts'
import { tryState } from './hooks.ts'

export const hashOf = (header: Header): H256 => toHex(blake2_256(Header.encode(header)))

/** A block of the test chain, committed. */
export interface TestBlock extends BuiltBlock {
  readonly hash: H256
  readonly events: readonly EventRecord[]
}

/** What a block is made of; what is left out is empty. */
export interface TestBlockParts {
  /** By default the next number. */
  readonly number?: number
  readonly preDigest?: readonly DigestItem[]
  readonly extrinsics?: readonly Uint8Array[]
}

export interface TestChainOptions {
  readonly runtime: Runtime
  /** The first state. */
  readonly rows: readonly Change[]
  /** Whether the pallets' invariants are checked after each block. */
  readonly checkState?: boolean
}

export class TestChain {
  readonly runtime: Runtime
  readonly backend: MemoryBackend
  readonly state: State
  /** Number and hash of the last block. */
  head: { readonly number: number; readonly hash: H256 }
  private readonly trie = Trie.empty()
  private readonly checkState: boolean
  private current: Context

  constructor({ runtime, rows, checkState = true }: TestChainOptions) {
    this.runtime = runtime
    this.backend = new MemoryBackend(rows)
    this.state = new State(this.backend)
    this.checkState = checkState
    const state_root = toHex(this.trie.update(rows))
    const extrinsics_root = toHex(Trie.empty().root)
    const parent_hash = `0x${'00'.repeat(32)}`
    const digest = { logs: [] }
    const header = { parent_hash, number: 0, state_root, extrinsics_root, digest }
    this.head = { number: 0, hash: hashOf(header) }
    this.current = this.context()
  }

  private context(): Context {
    return new Context({
      runtime: this.runtime,
      state: this.state,
      storageRoot: (ctx) => this.trie.update(ctx.state.changesSinceRoot()),
    })
  }

  /** The context of the block that is open, or of the last one. */
  get ctx(): Context {
    return this.current
  }

  /** Opens the next block. */
  open({ number = this.head.number + 1, preDigest = [] }: TestBlockParts = {}): BlockBuilder {
    this.current = this.context()
    return BlockBuilder.open(this.current, { number, parent_hash: this.head.hash, preDigest })
  }

  /** Ends an open block and keeps it. */
  seal(builder: BlockBuilder): TestBlock {
    const built = builder.finalize()
    const { ctx } = this
    if (this.checkState) ctx.dryRun(() => tryState(ctx))
    this.backend.apply(built.changes)
    this.state.committed()
    const hash = hashOf(built.header)
    this.head = { number: built.header.number, hash }
    return { ...built, hash, events: [...ctx.events] }
  }

  /** Builds a whole block; every extrinsic has to be includable. */
  build(parts: TestBlockParts = {}): TestBlock {
    const builder = this.open(parts)
    for (const extrinsic of parts.extrinsics ?? []) builder.push(extrinsic)
    return this.seal(builder)
  }

  /** Puts rows into the state between blocks, as if they had always been there. */
  overwrite(changes: readonly Change[]): void {
    this.backend.apply(changes)
    this.trie.update(changes)
    this.state.discard()
  }
}
