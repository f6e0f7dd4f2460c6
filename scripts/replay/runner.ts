/** Runs a corpus block by block and holds every block against the production runtime's. */
import * as f from '@taonet/frame'
import type { CorpusBlock } from './corpus.ts'

export interface BlockOutcome {
  readonly number: number
  readonly passed: boolean
  /** The block could not be executed at all. */
  readonly crash: Error | undefined
  readonly results: readonly f.ApplyResult[]
  readonly header: f.Header | undefined
  /** Rows that a changed block should have left, and those it left. */
  readonly wanted: ReadonlyMap<string, Uint8Array | undefined>
  readonly got: ReadonlyMap<string, Uint8Array | undefined>
}

const change = ([key, value]: readonly [string, string | null]): f.Change => [
  f.hexToKey(key),
  value === null ? undefined : f.fromHex(value),
]

/**
 * A chain that follows a corpus. After a block that differs it takes over the expected state, so
 * every block counts for itself.
 */
export class Replayer {
  readonly runtime: f.Runtime
  readonly backend: f.MemoryBackend
  private trie = f.Trie.empty()
  private readonly state: f.State

  constructor(runtime: f.Runtime, genesis: Iterable<readonly [string, string]>) {
    this.runtime = runtime
    const rows = [...genesis].map(change)
    this.backend = new f.MemoryBackend(rows)
    this.state = new f.State(this.backend)
    this.trie.update(rows)
    this.trie.nodesStored()
  }

  get root(): string {
    return f.toHex(this.trie.root)
  }

  /** A context on the state after the last block, whose number is given. */
  contextAfter(number: number): f.Context {
    const ctx = new f.Context({ state: this.state, runtime: this.runtime })
    ctx.block = number
    return ctx
  }

  /** Executes a block and moves on to the state the corpus says it has. */
  run(block: CorpusBlock): BlockOutcome {
    const trie = this.trie.fork()
    const storageRoot = (ctx: f.Context) => trie.update(ctx.state.changesSinceRoot())
    const ctx = new f.Context({ state: this.state, runtime: this.runtime, storageRoot })
    let header: f.Header | undefined
    let crash: Error | undefined
    const results: f.ApplyResult[] = []
    try {
      header = this.execute(ctx, block, results)
    } catch (error) {
      crash = error instanceof Error ? error : new Error(String(error))
    }
    const passed = header !== undefined && f.toHex(f.Header.encode(header)) === block.header
    const changes = crash ? [] : this.state.changes()
    if (passed) this.adopt(trie, changes)
    else {
      this.state.discard()
      const expected = block.diff.map(change)
      this.trie.update(expected)
      this.adopt(this.trie, expected)
    }
    const { number } = block
    const wanted = new Map(passed ? [] : block.diff.map(change))
    return { number, passed, crash, results, header, wanted, got: new Map(changes) }
  }

  private execute(ctx: f.Context, block: CorpusBlock, results: f.ApplyResult[]): f.Header {
    const preDigest = block.pre_digest.map((item) => f.DigestItem.decode(f.fromHex(item)))
    f.initializeBlock(ctx, { number: block.number, parent_hash: block.parent_hash, preDigest })
    for (const extrinsic of block.extrinsics)
      results.push(f.applyExtrinsic(ctx, f.fromHex(extrinsic)))
    return f.finalizeBlock(ctx)
  }

  private adopt(trie: f.Trie, changes: readonly f.Change[]): void {
    this.backend.apply(changes)
    this.state.committed()
    this.trie = trie
    trie.nodesStored()
  }
}
