/** A chain that runs ahead by itself: no clients, no waiting, and no state roots until somebody asks. */
import * as f from '@taonet/frame'
import { inherentData, preDigest, timing } from './authoring.ts'

export interface SimulationOptions {
  readonly runtime: f.Runtime
  /** The state to start from. */
  readonly rows: Iterable<f.Change>
  /** Number of the block that this state is after; 0 by default. */
  readonly number?: number
  /** Its hash; all zeros by default. */
  readonly hash?: f.H256
  /**
   * `each block` computes what a node computes. `left out` writes zeros where blocks have a state root,
   * which is several times as fast: hashes are then other than a node's, and with them what is drawn by
   * them (whose root dividends are paid out).
   */
  readonly roots?: 'each block' | 'left out'
  /** Milliseconds since 1970 of the next block; by default a slot after the last one, or 2026 at first. */
  readonly timeMs?: number
  /** A key that every block announces for sealed transactions; none by default. */
  readonly shieldKey?: Uint8Array
}

/** A block that was simulated. */
export interface SimulatedBlock {
  readonly header: f.Header
  readonly hash: f.H256
  /** Encoded extrinsics, inherents first. */
  readonly body: readonly Uint8Array[]
  /** How each of them went. */
  readonly results: readonly f.ApplyResult[]
  readonly events: readonly f.EventRecord[]
}

const NO_ROOT = new Uint8Array(32)
const FIRST_TIME_MS = 1_767_225_600_000
/** Without roots blocks are stored in batches; until then they are in the state only. */
const STORED_EVERY = 1024

/** What of a simulated block may be left to the defaults. */
export interface SimulatedParts {
  /** Encoded transactions; each has to be includable. */
  readonly extrinsics?: readonly Uint8Array[]
  /** Calls that are dispatched after the transactions, free of fees and of extensions. */
  readonly calls?: readonly (readonly [origin: f.Origin, call: f.CallValue])[]
}

export class Simulation {
  readonly runtime: f.Runtime
  readonly state: f.State
  private readonly backend: f.MemoryBackend
  number: number
  hash: f.H256
  private timeMs: number | undefined
  private readonly trie: f.Trie | undefined
  private readonly shieldKey: Uint8Array | undefined
  private current: f.Context

  constructor(options: SimulationOptions) {
    const { runtime, rows, number = 0, hash = f.ZERO_H256, roots = 'left out' } = options
    this.runtime = runtime
    const changes = [...rows]
    this.backend = new f.MemoryBackend(changes)
    this.state = new f.State(this.backend)
    this.number = number
    this.hash = hash
    this.timeMs = options.timeMs
    this.shieldKey = options.shieldKey
    if (roots === 'each block') {
      this.trie = f.Trie.empty()
      this.trie.update(changes)
      this.trie.nodesStored()
    }
    this.current = this.context()
  }

  private context(): f.Context {
    const { runtime, state, trie } = this
    const storageRoot = (ctx: f.Context) =>
      trie === undefined ? NO_ROOT : trie.update(ctx.state.changesSinceRoot())
    const ctx = new f.Context({ runtime, state, storageRoot })
    ctx.block = this.number
    return ctx
  }

  /** The context of the last block, to read by; what is written must be reverted (`dryRun`). */
  get ctx(): f.Context {
    return this.current
  }

  /**
   * Makes the next block.
   *
   * refuses what `applyExtrinsic` refuses; then nothing is left of the block
   */
  block(parts: SimulatedParts = {}): SimulatedBlock {
    const block = this.isPlain(parts) ? this.make(parts) : this.makeOrRevert(parts)
    this.number = block.header.number
    this.hash = block.hash
    this.timeMs = undefined
    if (this.trie !== undefined || this.number % STORED_EVERY === 0) this.store()
    return block
  }

  /** Without anything from outside a block cannot be refused. */
  private isPlain({ extrinsics, calls }: SimulatedParts): boolean {
    return extrinsics === undefined && calls === undefined
  }

  private makeOrRevert(parts: SimulatedParts): SimulatedBlock {
    const { state } = this
    const mark = state.begin()
    let block: SimulatedBlock
    try {
      block = this.make(parts)
    } catch (error) {
      state.revert(mark)
      throw error
    }
    state.keep(mark)
    return block
  }

  private make({ extrinsics = [], calls = [] }: SimulatedParts): SimulatedBlock {
    const ctx = this.context()
    this.current = ctx
    const { slotMs, lastMs } = timing(ctx)
    const timeMs = this.timeMs ?? (lastMs === 0 ? FIRST_TIME_MS : lastMs + slotMs)
    const number = this.number + 1
    f.initializeBlock(ctx, {
      number,
      parent_hash: this.hash,
      preDigest: preDigest(timeMs, slotMs),
    })
    const inherents = f.createInherents(ctx, inherentData(timeMs, slotMs, this.shieldKey))
    const body = [...inherents, ...extrinsics]
    const results = body.map((bytes) => f.applyExtrinsic(ctx, bytes))
    for (const [origin, call] of calls) f.outcomeOf(() => f.dispatch(ctx, origin, call))
    const header = f.finalizeBlock(ctx)
    return { header, hash: f.hashOf(header), body, results, events: ctx.events }
  }

  /** Brings the backend up to date. */
  private store(): void {
    this.backend.apply(this.state.changesUnordered())
    this.state.committed()
    this.trie?.nodesStored()
  }

  /** Makes this many blocks without transactions. */
  advance(blocks: number): void {
    for (let i = 0; i < blocks; i++) this.block()
  }

  /** The state's rows, ascending by key. */
  rows(): Iterable<f.Change> {
    this.store()
    return this.backend.entries()
  }

  /**
   * Root of the state as it is now.
   *
   * cost    with `left out` it is computed from all rows: a second per 100,000
   */
  stateRoot(): f.H256 {
    if (this.trie) return f.toHex(this.trie.root)
    this.store()
    return f.toHex(f.Trie.empty().update([...this.backend.entries()]))
  }
}
