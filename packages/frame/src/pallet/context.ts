/** What runtime code works with: the state, the block's events, and the runtime it belongs to. */
import type { State } from '../storage/state.ts'
import type { EventValue } from './event.ts'
import type { Runtime } from './runtime.ts'

/** Where in a block something happens. */
export type Phase =
  | { readonly type: 'ApplyExtrinsic'; readonly value: number }
  | { readonly type: 'Finalization'; readonly value?: undefined }
  | { readonly type: 'Initialization'; readonly value?: undefined }

export interface EventRecord {
  readonly phase: Phase
  readonly event: EventValue
  readonly topics: readonly string[]
}

export interface ContextOptions {
  readonly state: State
  readonly runtime: Runtime
  /** Root of the state as it is now (an intermediate one when asked inside a block). */
  readonly storageRoot?: (ctx: Context) => Uint8Array
}

/**
 * One line of execution over one state. A function that takes no `Context` is pure.
 *
 * `block` is the number of the block being executed (or, between blocks, of the last one).
 */
export class Context {
  readonly state: State
  readonly runtime: Runtime
  private readonly rootOf: (ctx: Context) => Uint8Array
  /** Brings into the state what is kept beside it (the block's events), before a root is computed. */
  settle: (ctx: Context) => void = () => {}
  block = 0
  phase: Phase = { type: 'Initialization' }
  /** Calls that run now, within each other. */
  callDepth = 0
  events: EventRecord[] = []
  /** Values that live as long as a block and are no part of the state, by the module that owns them. */
  readonly scratch = new Map<object, unknown>()

  constructor({ state, runtime, storageRoot }: ContextOptions) {
    this.state = state
    this.runtime = runtime
    this.rootOf =
      storageRoot ??
      (() => {
        throw new Error('this context computes no state roots')
      })
  }

  /** Root of the state as it is now: 32 bytes. */
  storageRoot(): Uint8Array {
    this.settle(this)
    return this.rootOf(this)
  }

  /** Reports `event`. Nothing is reported at genesis (block 0), as in FRAME. */
  deposit(event: EventValue, topics: readonly string[] = []): void {
    if (this.block === 0) return
    this.events.push({ phase: this.phase, event, topics })
  }

  /** Runs `change` in a storage layer: if it throws, its writes and events never happened. */
  layer<T>(change: () => T): T {
    const events = this.events.length
    try {
      return this.state.layer(change)
    } catch (error) {
      this.events.length = events
      throw error
    }
  }

  /** Runs `look` and reverts whatever it wrote. */
  dryRun<T>(look: () => T): T {
    const events = this.events.length
    const mark = this.state.begin()
    try {
      return look()
    } finally {
      this.state.revert(mark)
      this.events.length = events
    }
  }
}
