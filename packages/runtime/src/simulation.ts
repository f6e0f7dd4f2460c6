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
  readonly results: readonly f.ApplyResult[]
  readonly events: readonly f.EventRecord[]
}

const NO_ROOT = new Uint8Array(32)
const FIRST_TIME_MS = 1_767_225_600_000

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
  /** Finished blocks' state. */
  readonly backend: f.MemoryBackend
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

  /** Makes the next block. */
  block({ extrinsics = [], calls = [] }: SimulatedParts = {}): SimulatedBlock {
    const ctx = this.context()
    this.current = ctx
    const { slotMs, lastMs } = timing(ctx)
    const timeMs = this.timeMs ?? (lastMs === 0 ? FIRST_TIME_MS : lastMs + slotMs)
    this.timeMs = undefined
    const number = this.number + 1
    const opening = { number, parent_hash: this.hash, preDigest: preDigest(timeMs, slotMs) }
    const builder = f.BlockBuilder.open(ctx, opening)
    const data = inherentData(timeMs, slotMs, this.shieldKey)
    for (const inherent of builder.inherents(data)) builder.push(inherent)
    for (const extrinsic of extrinsics) builder.push(extrinsic)
    for (const [origin, call] of calls) f.outcomeOf(() => f.dispatch(ctx, origin, call))
    const { header, results, changes } = builder.finalize()
    this.backend.apply(changes)
    this.state.committed()
    this.trie?.nodesStored()
    this.number = number
    this.hash = f.hashOf(header)
    return { header, hash: this.hash, results, events: ctx.events }
  }

  /** Makes this many blocks without transactions. */
  advance(blocks: number): void {
    for (let i = 0; i < blocks; i++) this.block()
  }

  /**
   * Root of the state as it is now.
   *
   * cost    with `left out` it is computed from all rows: a second per 100,000
   */
  stateRoot(): f.H256 {
    if (this.trie) return f.toHex(this.trie.root)
    return f.toHex(f.Trie.empty().update([...this.backend.entries()]))
  }
}
