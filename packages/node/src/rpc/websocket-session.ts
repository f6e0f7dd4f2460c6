// One WebSocket peer: requests in with back-pressure, answers and events out, pings to tell who is gone.

import type { RawData, WebSocket } from 'ws'
import type { Dispatcher, Session } from './dispatcher.ts'
import { failureText } from './message.ts'
import { Outbox, type OutboxLimits } from './outbox.ts'
import type { CallLimiter } from './rate-limit.ts'
import { parseError } from './rpc-error.ts'
import { Subscriptions } from './subscriptions.ts'

/** Calls of one session that may run at the same time. */
const MAX_RUNNING = 32
/** Unread requests above which the socket is not read. */
const MAX_UNREAD = 64
/** Ping rounds without a sign of life after which a peer counts as gone. */
const MAX_SILENT_ROUNDS = 3

/** RFC 6455. */
const GOING_AWAY = 1001

export class WebSocketSession implements Session {
  readonly id: number
  readonly canSubscribe = true
  readonly subscriptions: Subscriptions
  readonly limiter: CallLimiter | undefined
  lastCallAt = performance.now()
  readonly #socket: WebSocket
  readonly #dispatcher: Dispatcher
  readonly #outbox: Outbox
  #unread: string[] = []
  #running = 0
  #isAwaitingDrain = false
  #silentRounds = 0
  #writesAtLastRound = 0
  #closeListeners: (() => void)[] = []
  #isClosed = false

  constructor(
    id: number,
    socket: WebSocket,
    dispatcher: Dispatcher,
    limits: OutboxLimits,
    limiter: CallLimiter | undefined,
  ) {
    this.id = id
    this.limiter = limiter
    this.#socket = socket
    this.#dispatcher = dispatcher
    this.#outbox = new Outbox(socket, limits, () => socket.terminate())
    this.subscriptions = new Subscriptions(this.#outbox)
    socket.on('message', (data, isBinary) => this.#read(data, isBinary))
    socket.on('pong', () => this.#heard())
    socket.on('ping', () => this.#heard())
    socket.on('close', () => this.#closed())
    // what broke the socket also closes it; there is nobody left to tell
    socket.on('error', () => {})
  }

  get isIdle(): boolean {
    return this.#running === 0 && this.#unread.length === 0 && this.#outbox.isEmpty
  }

  onClose(listener: () => void): void {
    if (this.#isClosed) listener()
    else this.#closeListeners.push(listener)
  }

  /** Sends a ping; gives up on a peer that was silent for some rounds and takes no bytes either. */
  ping(): void {
    const isReading = this.#outbox.writes !== this.#writesAtLastRound
    this.#writesAtLastRound = this.#outbox.writes
    // a socket that we do not read because its calls still run cannot show life
    const isOurTurn = this.#socket.isPaused && this.#outbox.isEmpty
    if (isReading || isOurTurn) this.#silentRounds = 0
    this.#silentRounds += 1
    if (this.#silentRounds > MAX_SILENT_ROUNDS) this.#socket.terminate()
    else this.#socket.ping()
  }

  /** Says goodbye; the socket closes when the peer answers, or on `terminate`. */
  close(): void {
    this.#socket.close(GOING_AWAY, 'the node is shutting down')
  }

  terminate(): void {
    this.#socket.terminate()
  }

  #heard(): void {
    this.#silentRounds = 0
  }

  #read(data: RawData, isBinary: boolean): void {
    this.#heard()
    this.lastCallAt = performance.now()
    const text = textOf(data, isBinary)
    if (text === undefined) this.#outbox.answer(failureText(null, parseError()))
    else this.#unread.push(text)
    this.#pump()
  }

  /** Starts calls while there is room for them and their answers; reads the socket accordingly. */
  #pump(): void {
    while (this.#unread.length > 0 && this.#running < MAX_RUNNING && !this.#outbox.isCongested) {
      void this.#serve(this.#unread.shift()!)
    }
    if (this.#isClosed) return
    const isFull = this.#unread.length >= MAX_UNREAD || this.#outbox.isCongested
    if (isFull && !this.#socket.isPaused) this.#socket.pause()
    if (!isFull && this.#socket.isPaused) this.#socket.resume()
    if (this.#outbox.isCongested) this.#pumpWhenDrained()
  }

  #pumpWhenDrained(): void {
    if (this.#isAwaitingDrain) return
    this.#isAwaitingDrain = true
    void this.#outbox.drained().then(() => {
      this.#isAwaitingDrain = false
      this.#pump()
    })
  }

  async #serve(text: string): Promise<void> {
    this.#running += 1
    const reply = await this.#dispatcher.handle(text, this)
    this.#running -= 1
    if (this.#isClosed) return
    if (reply.text !== undefined) this.#outbox.answer(reply.text)
    reply.sent()
    this.#pump()
  }

  #closed(): void {
    this.#isClosed = true
    this.#unread = []
    this.#outbox.close()
    this.subscriptions.closeAll()
    const listeners = this.#closeListeners
    this.#closeListeners = []
    for (const listener of listeners) listener()
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** Text of a frame, binary ones too, as upstream; undefined when it is no UTF-8. */
function textOf(data: RawData, isBinary: boolean): string | undefined {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : data
  // a text frame was checked by the socket library
  if (!isBinary) return bytes.toString()
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}
