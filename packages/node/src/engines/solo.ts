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
    if (this.sealing.type === 'interval') this.timer = setTimeout(() => this.tick(), 0)
  }

  /** Changes how blocks are made from now on. */
  change(sealing: SoloSealing): void {
    clearTimeout(this.timer)
    this.sealing = sealing
    if (sealing.type === 'interval' && this.sealer) this.arm()
  }

  get mode(): SoloSealing {
    return this.sealing
  }

  private arm(): void {
    if (this.sealing.type !== 'interval' || !this.sealer) return
    const waitMs = untilTick(this.sealer.now(), this.sealing.intervalMs)
    this.timer = setTimeout(() => this.tick(), waitMs)
  }

  private tick(): void {
    const { sealing, sealer } = this
    if (sealing.type !== 'interval' || !sealer) return
    this.running = sealer.seal({ createEmpty: true, budgetMs: sealing.intervalMs * BUDGET }).then(
      () => this.arm(),
      (error) => this.fail(error),
    )
  }

  /** Seals once after the current turn, however many transactions it brings. */
  private sealSoon(): void {
    if (this.isQueued || !this.sealer) return
    this.isQueued = true
    const { sealer } = this
    setImmediate(() => {
      this.isQueued = false
      this.running = sealer.seal({ createEmpty: false }).catch((error) => this.fail(error))
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
