/** One process makes all blocks: by the clock, at every transaction, or on demand. */
import { untilTick } from '../author/clock.ts'
import type { Engine, Sealer } from './engine.ts'

export type SoloSealing =
  | { readonly type: 'interval'; readonly intervalMs: number }
  | { readonly type: 'instant' | 'manual' }

/** Share of an interval that transactions may take. */
const BUDGET = 0.6

export class SoloEngine implements Engine {
  private sealing: SoloSealing
  private readonly onFailure: (error: unknown) => void
  private sealer: Sealer | undefined
  private timer: NodeJS.Timeout | undefined
  /** When the timer is due, by `performance.now()`: timers may be early by a fraction. */
  private dueAt = 0
  private running: Promise<void> = Promise.resolve()
  private isQueued = false

  /** `onFailure` hears when a block could not be made; sealing has stopped then. */
  constructor(sealing: SoloSealing, onFailure: (error: unknown) => void) {
    this.sealing = sealing
    this.onFailure = onFailure
  }

  start(sealer: Sealer): void {
    this.sealer = sealer
    sealer.onReady(() => {
      if (this.sealing.type === 'instant') this.sealSoon()
    })
    // The first block comes at once: a network that starts is a network that works.
    if (this.sealing.type === 'interval') this.wait(0)
  }

  /** Changes how blocks are made from now on. */
  change(sealing: SoloSealing): void {
    clearTimeout(this.timer)
    this.sealing = sealing
    this.arm()
    // what became ready before is sealed as if it came now
    if (sealing.type === 'instant') this.sealSoon()
  }

  get mode(): SoloSealing {
    return this.sealing
  }

  private arm(): void {
    if (this.sealing.type !== 'interval' || !this.sealer) return
    this.wait(untilTick(this.sealer.now(), this.sealing.intervalMs))
  }

  private wait(waitMs: number): void {
    clearTimeout(this.timer)
    this.dueAt = performance.now() + waitMs
    this.timer = setTimeout(() => this.tick(), waitMs)
  }

  private tick(): void {
    const { sealing, sealer } = this
    if (sealing.type !== 'interval' || !sealer) return
    const earlyMs = this.dueAt - performance.now()
    if (earlyMs > 0) {
      this.timer = setTimeout(() => this.tick(), earlyMs)
      return
    }
    this.running = sealer.seal({ createEmpty: true, budgetMs: sealing.intervalMs * BUDGET }).then(
      () => this.arm(),
      (error) => this.fail(error),
    )
  }

  /** Seals once after the current turn, however many transactions it brings. */
  private sealSoon(): void {
    if (this.isQueued || !this.sealer) return
    this.isQueued = true
    setImmediate(() => {
      this.isQueued = false
      const { sealing, sealer } = this
      if (sealing.type !== 'instant' || !sealer) return
      this.running = sealer.seal({ createEmpty: false }).then(
        (hasMore) => {
          if (hasMore) this.sealSoon()
        },
        (error) => this.fail(error),
      )
    })
  }

  private fail(error: unknown): void {
    this.sealer = undefined
    this.onFailure(error)
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer)
    this.sealer = undefined
    await this.running
  }
}
