// The subscriptions of one session. Events wait until the answer that announces them is sent.

import { randomBytes } from 'node:crypto'
import { notificationText } from './message.ts'
import type { Sink, Stop, Subscription } from './methods.ts'

/** Where events go: the socket's outbound queue. */
export interface Outlet {
  /** Queues an event; may end the session when the peer lags too far behind. */
  push(text: string): void
  /** Resolves once the queue is drained; false when the session is over. */
  drained(): Promise<boolean>
}

export class Subscriptions {
  readonly #outlet: Outlet
  readonly #active = new Map<string, LiveSink>()

  constructor(outlet: Outlet) {
    this.#outlet = outlet
  }

  get size(): number {
    return this.#active.size
  }

  /** A new one with a fresh id: `0x` and 16 random bytes. */
  add(entry: Subscription): LiveSink {
    const id = `0x${randomBytes(16).toString('hex')}`
    const sink = new LiveSink(id, entry, this.#outlet, () => this.#active.delete(id))
    this.#active.set(id, sink)
    return sink
  }

  /** Ends one that was started by this very method; false when there is none. */
  remove(entry: Subscription, id: string): boolean {
    const sink = this.#active.get(id)
    if (sink === undefined || sink.entry !== entry) return false
    sink.close()
    return true
  }

  closeAll(): void {
    for (const sink of [...this.#active.values()]) sink.close()
  }
}

/** Sink of one subscription through its three lives: announced, open, over. */
export class LiveSink implements Sink {
  readonly id: string
  readonly entry: Subscription
  readonly #outlet: Outlet
  readonly #forget: () => void
  #waiting: string[] | undefined = []
  #announced: (() => void)[] = []
  #stop: Stop | undefined
  #isOver = false

  constructor(id: string, entry: Subscription, outlet: Outlet, forget: () => void) {
    this.id = id
    this.entry = entry
    this.#outlet = outlet
    this.#forget = forget
  }

  get isOpen(): boolean {
    return !this.#isOver
  }

  send(result: unknown): boolean {
    if (this.#isOver) return false
    const text = notificationText(this.entry.notification, this.id, result)
    if (this.#waiting === undefined) this.#outlet.push(text)
    else this.#waiting.push(text)
    return !this.#isOver
  }

  async ready(): Promise<boolean> {
    if (this.#waiting !== undefined && !this.#isOver) {
      await new Promise<void>((resolve) => this.#announced.push(resolve))
    }
    if (this.#isOver) return false
    return (await this.#outlet.drained()) && !this.#isOver
  }

  /** The answer is out: what waited follows it, even when the subscription has ended by now. */
  open(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    for (const text of waiting) this.#outlet.push(text)
    this.#release()
  }

  /** What to free at the end; at once when the end came first. */
  stopWith(stop: Stop): void {
    if (this.#isOver) stop()
    else this.#stop = stop
  }

  close(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#forget()
    this.#stop?.()
    this.#release()
  }

  #release(): void {
    const announced = this.#announced
    this.#announced = []
    for (const resolve of announced) resolve()
  }
}
