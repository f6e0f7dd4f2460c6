/** A neuron's server: answers synapses over HTTP. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FieldDeclarations } from '../synapse/field-types.ts'
import { Ping, type SynapseType } from '../synapse/synapse.ts'
import type { Signer } from '../wallet/keypair.ts'
import { AxonError } from './errors.ts'
import { type ExchangeContext, type ExchangeRecord, exchange } from './exchange.ts'
import type { Forward, Hooks, Route, StreamForward } from './handlers.ts'
import { NonceWindow } from './nonces.ts'
import { WorkQueue } from './work-queue.ts'

export type AxonOptions = {
  /** The key that requests must be meant for. */
  readonly hotkey: Signer
  /** Port to listen on, 1025..65534, or 0 for any free one. Default 8091. */
  readonly port?: number
  /** Address to listen on. Default `0.0.0.0`. */
  readonly host?: string
  /** Requests worked on at once. Default 10. */
  readonly maxWorkers?: number
  /** Verified requests that may wait for a worker. Default 1024. */
  readonly maxQueue?: number
  /** Default 16 MiB. */
  readonly maxBodyBytes?: number
  /** Seconds that a caller may claim at most. Default 600. */
  readonly maxTimeout?: number
  /** Open connections. Default 2048. */
  readonly maxConnections?: number
  /** Peers whose nonces are remembered. Default 100,000. */
  readonly maxPeers?: number
  /** Called after every exchange. */
  readonly observe?: (record: ExchangeRecord) => void
  /** Clock in Unix nanoseconds, for tests. */
  readonly now?: () => bigint
}

const DEFAULTS = {
  port: 8091,
  host: '0.0.0.0',
  maxWorkers: 10,
  maxQueue: 1024,
  maxBodyBytes: 16 * 1024 * 1024,
  maxTimeout: 600,
  maxConnections: 2048,
  maxPeers: 100_000,
  now: () => BigInt(Date.now()) * 1_000_000n,
}

/** Longer than the 15 s for which Python dendrites keep idle connections. */
const KEEP_ALIVE_MS = 20_000
const HEADERS_TIMEOUT_MS = 10_000
const MAX_HEADER_BYTES = 128 * 1024

/**
 * A server of synapses. Attach handlers, then start:
 * `await new Axon({ hotkey }).attach(Add, (synapse) => …).start()`. `/Synapse` answers pings.
 */
export class Axon {
  readonly uuid = crypto.randomUUID()
  readonly hotkey: Signer
  readonly #options: AxonOptions & typeof DEFAULTS
  readonly #routes = new Map<string, Route>()
  readonly #context: ExchangeContext
  #server: Server | undefined

  /** Refuses INVALID_PORT, INVALID_LIMIT. */
  constructor(options: AxonOptions) {
    const set = { ...DEFAULTS, ...options }
    const { port, hotkey, maxBodyBytes, maxTimeout, now } = set
    if (port !== 0 && !(port > 1024 && port < 65_535)) {
      throw new AxonError('INVALID_PORT', `expected a port in 1025..65534, got ${port}`)
    }
    for (const key of [
      'maxWorkers',
      'maxQueue',
      'maxBodyBytes',
      'maxTimeout',
      'maxPeers',
    ] as const) {
      if (!(set[key] >= 1)) throw new AxonError('INVALID_LIMIT', `expected ${key} of at least 1`)
    }
    this.#options = set
    this.hotkey = hotkey
    this.#context = {
      hotkey,
      uuid: this.uuid,
      routes: this.#routes,
      queue: new WorkQueue({ workers: set.maxWorkers, capacity: set.maxQueue }),
      nonces: new NonceWindow(set.maxPeers),
      maxBodyBytes,
      maxTimeout,
      now,
    }
    this.attach(Ping, (synapse) => synapse)
  }

  /** Answers `type` with what `forward` returns. Refuses ALREADY_ATTACHED. */
  attach<F extends FieldDeclarations>(
    type: SynapseType<F>,
    forward: Forward<F>,
    hooks: Hooks<F> = {},
  ): this {
    return this.#add({ kind: 'unary', type, forward, hooks })
  }

  /** Answers `type` with the chunks that `forward` yields. Refuses ALREADY_ATTACHED. */
  attachStream<F extends FieldDeclarations>(
    type: SynapseType<F>,
    forward: StreamForward<F>,
    hooks: Hooks<F> = {},
  ): this {
    return this.#add({ kind: 'stream', type, forward, hooks })
  }

  /** The port listened on; the configured one before the start. */
  get port(): number {
    const address = this.#server?.address() as AddressInfo | null | undefined
    return address?.port ?? this.#options.port
  }

  get isListening(): boolean {
    return this.#server?.listening ?? false
  }

  /** Listens. Refuses ALREADY_STARTED, CANNOT_LISTEN. */
  async start(): Promise<this> {
    if (this.#server) throw new AxonError('ALREADY_STARTED', 'the axon is running')
    const server = createServer(
      { keepAliveTimeout: KEEP_ALIVE_MS, maxHeaderSize: MAX_HEADER_BYTES },
      (request, response) => {
        void exchange(this.#context, request, response).then((record) => this.#observe(record))
      },
    )
    server.headersTimeout = HEADERS_TIMEOUT_MS
    server.maxConnections = this.#options.maxConnections
    this.#server = server
    const { port, host } = this.#options
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    server.once('error', reject)
    server.listen(port, host, resolve)
    try {
      await promise
    } catch (cause) {
      this.#server = undefined
      throw new AxonError('CANNOT_LISTEN', `cannot listen on ${host}:${port}`, { cause })
    }
    server.off('error', reject)
    server.on('error', () => undefined)
    return this
  }

  /** Takes no more requests, lets running ones end for `graceMs`, then cuts them off. */
  async stop(graceMs = 5000): Promise<void> {
    const server = this.#server
    if (!server) return
    this.#server = undefined
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    // Connections become idle one by one, as their requests end.
    const sweep = setInterval(() => server.closeIdleConnections(), 20)
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    await closed
    clearInterval(sweep)
    clearTimeout(cut)
  }

  #add<F extends FieldDeclarations>(route: Route<F>): this {
    const { name } = route.type
    if (this.#routes.has(name) && name !== Ping.name) {
      throw new AxonError('ALREADY_ATTACHED', `${name} has a handler`)
    }
    // The table is uniform; each route's handlers only ever see messages of its own type.
    this.#routes.set(name, route as unknown as Route)
    return this
  }

  #observe(record: ExchangeRecord): void {
    try {
      this.#options.observe?.(record)
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error))
    }
  }
}
