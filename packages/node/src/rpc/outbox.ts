// What waits to be written to one WebSocket. Bounded: a peer that subscribes and does not read is cut off.

import type { WebSocket } from 'ws'
import type { Outlet } from './subscriptions.ts'

/** Bytes handed to the socket after which events wait here. */
const SOCKET_BYTES = 1024 * 1024

export interface OutboxLimits {
  /** Events that may wait. */
  readonly maxEvents: number
  /** Bytes of waiting events; one event alone may be larger. */
  readonly maxEventBytes: number
}

export class Outbox implements Outlet {
  readonly #socket: WebSocket
  readonly #limits: OutboxLimits
  readonly #onOverflow: () => void
  #events: string[] = []
  #eventBytes = 0
  #waiters: ((isOpen: boolean) => void)[] = []
  #isClosed = false
  /** Rises with every write that reached the kernel: a peer that still reads. */
  writes = 0

  constructor(socket: WebSocket, limits: OutboxLimits, onOverflow: () => void) {
    this.#socket = socket
    this.#limits = limits
    this.#onOverflow = onOverflow
  }

  /** True while the socket has taken as much as it should. */
  get isCongested(): boolean {
    return this.#socket.bufferedAmount >= SOCKET_BYTES
  }

  /** True when nothing is under way to the peer. */
  get isEmpty(): boolean {
    return this.#events.length === 0 && this.#socket.bufferedAmount === 0
  }

  /** Writes an answer; the caller stops taking requests while the socket is congested. */
  answer(text: string): void {
    if (this.#isClosed) return
    this.#write(text)
  }

  push(text: string): void {
    if (this.#isClosed) return
    if (this.#events.length === 0 && !this.isCongested) {
      this.#write(text)
      return
    }
    this.#events.push(text)
    this.#eventBytes += text.length
    const { maxEvents, maxEventBytes } = this.#limits
    const isTooLong = this.#events.length > maxEvents
    const isTooBig = this.#events.length > 1 && this.#eventBytes > maxEventBytes
    if (isTooLong || isTooBig) this.#onOverflow()
  }

  drained(): Promise<boolean> {
    if (this.#isClosed) return Promise.resolve(false)
    if (this.#events.length === 0 && !this.isCongested) return Promise.resolve(true)
    return new Promise((resolve) => this.#waiters.push(resolve))
  }

  close(): void {
    this.#isClosed = true
    this.#events = []
    this.#wake(false)
  }

  #write(text: string): void {
    this.#socket.send(text, () => this.#written())
  }

  #written(): void {
    this.writes += 1
    if (this.#isClosed) return
    while (this.#events.length > 0 && !this.isCongested) {
      const text = this.#events.shift()!
      this.#eventBytes -= text.length
      this.#write(text)
    }
    if (this.#events.length === 0 && !this.isCongested) this.#wake(true)
  }

  #wake(isOpen: boolean): void {
    const waiters = this.#waiters
    this.#waiters = []
    for (const resolve of waiters) resolve(isOpen)
  }
}
