/**
 * The node's log. Its reader may be slow, or gone: the chain goes on all the same.
 *
 * A harness that has seen the line it waited for may never read again. What is written to a full pipe then
 * waits in memory, so lines are dropped once much waits.
 */
import type { Writable } from 'node:stream'

/** Bytes that may wait for the reader. */
const MOST_WAITING = 1024 * 1024
/** How long the end of the process waits for the reader. */
const FLUSH_MS = 200

export class Log {
  private readonly stream: Writable
  private readonly clock: () => Date
  private dropped = 0
  private isBroken = false

  constructor(stream: Writable = process.stdout, clock = () => new Date()) {
    this.stream = stream
    this.clock = clock
    // nobody is at the other end any more: that is no reason to stop
    stream.on('error', () => {
      this.isBroken = true
    })
  }

  readonly line = (text: string): void => {
    if (this.isBroken) return
    if (this.stream.writableLength > MOST_WAITING) {
      this.dropped++
      return
    }
    const time = this.clock().toISOString().replace('T', ' ').slice(0, 23)
    const missing = this.dropped > 0 ? `${time} (${this.dropped} lines left out)\n` : ''
    this.dropped = 0
    this.stream.write(`${missing}${time} ${text}\n`)
  }

  /** Waits until everything is written, but not for long: a reader may never read. */
  async flush(withinMs = FLUSH_MS): Promise<void> {
    const deadline = Date.now() + withinMs
    while (!this.isBroken && this.stream.writableLength > 0 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
