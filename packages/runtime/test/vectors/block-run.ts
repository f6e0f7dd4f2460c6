/** Whole blocks, one after the other; after one that differs the next starts from what it should be. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import type { DiffRow } from './chain.ts'

/** What is recorded of a block. */
export interface BlockVector {
  readonly block: number
  readonly header: string
  readonly hash: string
  readonly parent_hash: string
  /** Items of the header's digest; the first is given to the block. */
  readonly digest: readonly string[]
  readonly all_events_scale: string
  readonly storage_diff: readonly DiffRow[]
}

export class BlockRun {
  private readonly backend: f.MemoryBackend
  private readonly state: f.State
  private readonly runtime: f.Runtime
  private trie: f.Trie
  private draft: f.Trie
  private current: f.Context

  constructor(runtime: f.Runtime, genesis: readonly f.Change[]) {
    this.runtime = runtime
    this.backend = new f.MemoryBackend(genesis)
    this.state = new f.State(this.backend)
    this.trie = f.Trie.empty()
    this.trie.update(genesis)
    this.trie.nodesStored()
    this.draft = this.trie.fork()
    this.current = this.context()
  }

  private context(): f.Context {
    this.draft = this.trie.fork()
    return new f.Context({
      state: this.state,
      runtime: this.runtime,
      storageRoot: (ctx) => this.draft.update(ctx.state.changesSinceRoot()),
    })
  }

  /** The context of the block that is open, or of the last one. */
  get ctx(): f.Context {
    return this.current
  }

  open({ block, parent_hash, digest }: BlockVector): void {
    this.state.discard()
    this.current = this.context()
    const preDigest = [f.DigestItem.decode(f.fromHex(digest[0]!))]
    f.initializeBlock(this.current, { number: block, parent_hash, preDigest })
  }

  /** Ends the block, holds it against what was recorded, and goes on from there. */
  finalize({ header, hash, all_events_scale, storage_diff }: BlockVector): void {
    try {
      const made = f.finalizeBlock(this.current)
      const { Events } = f.system.storage
      const events = Events.codec.encode(Events.get(this.current))
      assert.equal(f.toHex(events), all_events_scale, 'events')
      assert.equal(f.toHex(f.Header.encode(made)), header, 'header')
      assert.equal(f.hashOf(made), hash, 'hash')
    } finally {
      const expected = storage_diff.map(
        ([, key, , after]): f.Change => [
          f.hexToKey(key),
          after === null ? undefined : f.fromHex(after),
        ],
      )
      this.backend.apply(expected)
      this.state.discard()
      this.trie.update(expected)
      this.trie.nodesStored()
    }
  }
}
