// The JSON-RPC server: one port for HTTP and WebSocket, loopback unless told otherwise.

import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { Dispatcher } from './dispatcher.ts'
import { type HttpOptions, handleHttp, hostRefused, tooManyConnections } from './http-handler.ts'
import { type MethodTable, routes } from './methods.ts'
import { isHostAllowed, isOriginAllowed } from './origin.ts'
import { limiterFactory } from './rate-limit.ts'
import { completeOptions, type RpcServerOptions } from './server-options.ts'
import { WebSocketSession } from './websocket-session.ts'

type Settings = ReturnType<typeof completeOptions>

/** A server that could not be started, with what to do about it in its message. */
export class RpcServerError extends Error {
  readonly code: 'PORT_TAKEN' | 'PORT_FORBIDDEN' | 'LISTEN_FAILED'
  readonly port: number

  constructor(code: RpcServerError['code'], port: number, message: string, cause: unknown) {
    super(message, { cause })
    this.name = 'RpcServerError'
    this.code = code
    this.port = port
  }
}

export interface RpcServer {
  readonly port: number
  /** Every address listened on, `127.0.0.1:9944`. */
  readonly addresses: readonly string[]
  /** WebSocket sessions and HTTP requests under way. */
  readonly connections: number
  /** Takes no more calls, lets those under way finish, and closes every socket. */
  stop(): Promise<void>
}

/** How long calls may take to finish once the server stops. */
const STOP_MS = 3_000
/** How long peers may take to answer the goodbye. */
const GOODBYE_MS = 300
/** Slow senders of headers and bodies are cut off. */
const HEADERS_MS = 20_000
const REQUEST_MS = 120_000

/**
 * Starts serving the methods of some tables.
 *
 * shape   listens on 127.0.0.1 and, where the machine has it, on ::1 (on all interfaces with `external`)
 * refuses RpcServerError PORT_TAKEN, PORT_FORBIDDEN, LISTEN_FAILED
 * differs from upstream in that a WebSocket of a browser page outside `cors` is refused (403), and that
 *         a taken port is an error instead of a random port
 */
export async function startRpcServer(
  tables: readonly MethodTable[],
  options: RpcServerOptions = {},
): Promise<RpcServer> {
  const server = new Running(tables, completeOptions(options))
  await server.listen()
  return server
}

class Running implements RpcServer {
  readonly #settings: Settings
  readonly #dispatcher: Dispatcher
  readonly #http: HttpOptions
  readonly #listeners: Server[] = []
  readonly #sessions = new Set<WebSocketSession>()
  readonly #upgrader: WebSocketServer
  #pings: NodeJS.Timeout | undefined
  #requests = 0
  #lastId = 0
  #isStopping = false
  port = 0

  constructor(tables: readonly MethodTable[], settings: Settings) {
    this.#settings = settings
    this.#dispatcher = new Dispatcher({ ...settings, routes: routes(tables) })
    this.#upgrader = new WebSocketServer({
      noServer: true,
      maxPayload: settings.maxRequestBytes,
      perMessageDeflate: false,
      clientTracking: false,
    })
    this.#http = {
      cors: settings.cors,
      maxRequestBytes: settings.maxRequestBytes,
      nextId: () => ++this.#lastId,
      limiterOf: limiterFactory(settings.rateLimit),
      enter: () => this.#enter(),
      leave: () => {
        this.#requests -= 1
      },
    }
  }

  get addresses(): readonly string[] {
    return this.#listeners.map((listener) => {
      const { address, family, port } = listener.address() as AddressInfo
      return family === 'IPv6' ? `[${address}]:${port}` : `${address}:${port}`
    })
  }

  get connections(): number {
    return this.#sessions.size + this.#requests
  }

  async listen(): Promise<void> {
    const { isExternal, port } = this.#settings
    const first = await listenOn(this.#listener(), port, isExternal ? '0.0.0.0' : '127.0.0.1')
    this.#listeners.push(first)
    this.port = (first.address() as AddressInfo).port
    try {
      const second = this.#listener()
      this.#listeners.push(await listenOn(second, this.port, isExternal ? '::' : '::1'))
    } catch {
      // not every machine has IPv6, and then nobody calls over it
    }
    this.#pings = setInterval(() => {
      for (const session of this.#sessions) session.ping()
    }, this.#settings.pingIntervalMs)
    this.#pings.unref()
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    clearInterval(this.#pings)
    const closed = this.#listeners.map(
      (listener) => new Promise<void>((resolve) => listener.close(() => resolve())),
    )
    for (const listener of this.#listeners) listener.closeIdleConnections()
    const deadline = Date.now() + STOP_MS
    const isBusy = () =>
      this.#requests > 0 || [...this.#sessions].some((session) => !session.isIdle)
    while (isBusy() && Date.now() < deadline) await sleep(10)
    for (const session of this.#sessions) session.close()
    const goodbye = Date.now() + GOODBYE_MS
    while (this.#sessions.size > 0 && Date.now() < goodbye) await sleep(10)
    for (const session of this.#sessions) session.terminate()
    for (const listener of this.#listeners) listener.closeAllConnections()
    this.#upgrader.close()
    await Promise.all(closed)
  }

  #listener(): Server {
    const listener = createServer({
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      shouldUpgradeCallback: isWebSocketRequest,
    })
    listener.on('request', (request, response) => {
      void handleHttp(request, response, this.#dispatcher, this.#http)
    })
    listener.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
    return listener
  }

  #enter(): boolean {
    if (this.#isStopping || this.connections >= this.#settings.maxConnections) return false
    this.#requests += 1
    return true
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const refusal = this.#refusalOf(request)
    if (refusal !== undefined) reject(socket, refusal)
    else
      this.#upgrader.handleUpgrade(request, socket, head, (opened) => this.#open(opened, request))
  }

  #refusalOf(request: IncomingMessage): Refusal | undefined {
    const { cors, maxConnections } = this.#settings
    if (!isHostAllowed(cors, request.headers.host, this.port)) return hostRefused()
    if (!isOriginAllowed(cors, request.headers.origin)) {
      return { status: 403, body: 'Origin is not allowed (--rpc-cors).\n' }
    }
    const isFull = this.#isStopping || this.connections >= maxConnections
    return isFull ? tooManyConnections() : undefined
  }

  #open(socket: WebSocket, request: IncomingMessage): void {
    const { maxQueuedEvents, maxQueuedBytes } = this.#settings
    const limits = { maxEvents: maxQueuedEvents, maxEventBytes: maxQueuedBytes }
    const session = new WebSocketSession(
      ++this.#lastId,
      socket,
      this.#dispatcher,
      limits,
      this.#http.limiterOf(request),
    )
    this.#sessions.add(session)
    session.onClose(() => this.#sessions.delete(session))
  }
}

/** Other upgrades (`h2c`, which some HTTP clients offer with every POST) are ignored, as RFC 9110 lets us. */
function isWebSocketRequest(request: IncomingMessage): boolean {
  return (request.headers.upgrade ?? '').toLowerCase() === 'websocket'
}

interface Refusal {
  readonly status: number
  readonly body: string
}

function reject(socket: Duplex, answer: Refusal): void {
  const reasons: Record<number, string> = { 403: 'Forbidden', 429: 'Too Many Requests' }
  socket.end(
    `HTTP/1.1 ${answer.status} ${reasons[answer.status] ?? 'Refused'}\r\n` +
      'content-type: text/plain\r\nconnection: close\r\n' +
      `content-length: ${Buffer.byteLength(answer.body)}\r\n\r\n${answer.body}`,
    () => socket.destroy(),
  )
}

function listenOn(listener: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, refuse) => {
    listener.once('error', (error: NodeJS.ErrnoException) => refuse(listenError(error, port, host)))
    listener.listen({ port, host, ipv6Only: true }, () => resolve(listener))
  })
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): RpcServerError {
  if (error.code === 'EADDRINUSE') {
    const way = 'another node may be running there; stop it, or pick another port with --rpc-port'
    return new RpcServerError('PORT_TAKEN', port, `port ${port} is taken: ${way}`, error)
  }
  if (error.code === 'EACCES') {
    const way = 'pick one above 1023 with --rpc-port'
    return new RpcServerError(
      'PORT_FORBIDDEN',
      port,
      `port ${port} is not ours to use: ${way}`,
      error,
    )
  }
  const text = `cannot listen on ${host}:${port}: ${error.message}`
  return new RpcServerError('LISTEN_FAILED', port, text, error)
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
