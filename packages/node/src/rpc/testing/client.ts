// Bare clients for tests: they send exactly what a test says and hide nothing that comes back.

import { connect, type Socket } from 'node:net'
import { WebSocket } from 'ws'

/** A JSON-RPC answer or event, unchecked. */
export interface Frame {
  jsonrpc?: string
  id?: unknown
  result?: unknown
  error?: { code: number; message: string; data?: unknown }
  method?: string
  params?: { subscription: string; result: unknown }
}

/** Posts a body and returns the status, the text and, where it is JSON, the parsed answer. */
export async function post(
  port: number,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; json: Frame; headers: Headers }> {
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, text, json: parsed(text), headers: response.headers }
}

function parsed(text: string): Frame {
  try {
    return JSON.parse(text) as Frame
  } catch {
    return {}
  }
}

/** Calls one method over HTTP. */
export async function callHttp(port: number, method: string, params?: unknown): Promise<Frame> {
  return (await post(port, { jsonrpc: '2.0', id: 1, method, params })).json
}

/** A WebSocket client that keeps what it receives until a test takes it. */
export class Client {
  readonly socket: WebSocket
  readonly #frames: Frame[] = []
  #waiting: (() => void)[] = []
  #lastId = 0
  closed: { code: number; reason: string } | undefined

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data) => {
      this.#frames.push(parsed(data.toString()))
      this.#wake()
    })
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() }
      this.#wake()
    })
    socket.on('error', () => this.#wake())
  }

  static connect(port: number, headers: Record<string, string> = {}): Promise<Client> {
    return new Promise((resolve, refuse) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}`, { headers })
      const client = new Client(socket)
      socket.on('open', () => resolve(client))
      socket.on('error', refuse)
    })
  }

  send(text: string): void {
    this.socket.send(text)
  }

  /** Calls and waits for the answer with its id; events that come first are kept. */
  call(method: string, params: unknown = []): Promise<Frame> {
    const id = ++this.#lastId
    this.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    return this.next((frame) => frame.id === id)
  }

  /** Calls, and fails the test when the answer is an error. */
  async result(method: string, params: unknown = []): Promise<unknown> {
    const frame = await this.call(method, params)
    if (frame.error !== undefined) {
      throw new Error(`${method}: ${frame.error.code} ${frame.error.message} ${frame.error.data}`)
    }
    return frame.result
  }

  /** The oldest frame that fits, taken out; waits for it. */
  async next(fits: (frame: Frame) => boolean = () => true, timeoutMs = 5_000): Promise<Frame> {
    const deadline = Date.now() + timeoutMs
    for (;;) {
      const at = this.#frames.findIndex(fits)
      if (at >= 0) return this.#frames.splice(at, 1)[0]!
      if (this.closed) throw new Error(`socket closed: ${this.closed.code} ${this.closed.reason}`)
      const left = deadline - Date.now()
      if (left <= 0) throw new Error(`no such frame; have ${JSON.stringify(this.#frames)}`)
      await this.#somethingHappens(left)
    }
  }

  /** The next event of a subscription. */
  async event(subscription: unknown): Promise<unknown> {
    const frame = await this.next((one) => one.params?.subscription === subscription)
    return frame.params!.result
  }

  /** Frames that nobody took. */
  get rest(): readonly Frame[] {
    return this.#frames
  }

  async untilClosed(timeoutMs = 5_000): Promise<{ code: number; reason: string }> {
    const deadline = Date.now() + timeoutMs
    while (this.closed === undefined) {
      const left = deadline - Date.now()
      if (left <= 0) throw new Error('the socket is still open')
      await this.#somethingHappens(left)
    }
    return this.closed
  }

  close(): void {
    this.socket.terminate()
  }

  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }

  #somethingHappens(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, withinMs)
      this.#waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}

/** A raw TCP connection. */
export function connectRaw(port: number): Promise<Socket> {
  return new Promise((resolve, refuse) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => resolve(socket))
    socket.on('error', refuse)
  })
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Waits until something is true. */
export async function until(holds: () => boolean, timeoutMs = 5_000): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it never came true')
    await sleep(5)
  }
}
