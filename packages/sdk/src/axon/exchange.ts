/**
 * One request on its way through an axon:
 * headers → blacklist → verify → priority and a worker → body and its hash → forward → answer.
 *
 * source opentensor/bittensor bittensor/core/axon.py AxonMiddleware.dispatch
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { errorText } from '../errors.ts'
import { bodyHash } from '../synapse/body-hash.ts'
import { SynapseError } from '../synapse/errors.ts'
import { synapseFromHeaders } from '../synapse/headers.ts'
import { parseJson } from '../synapse/json.ts'
import { floatText, reprText } from '../synapse/python-text.ts'
import { refusalMessage } from '../synapse/signed-text.ts'
import {
  copySynapse,
  DEFAULT_TIMEOUT,
  Ping,
  type Synapse,
  SynapseMessage,
  synapseFromBody,
} from '../synapse/synapse.ts'
import type { TerminalInfo } from '../synapse/terminal-info.ts'
import { SDK_VERSION_INT } from '../version.ts'
import { bytesToHex } from '../wallet/hex.ts'
import type { Signer } from '../wallet/keypair.ts'
import { sendDetail, sendStatus, sendSynapse, startStream } from './answers.ts'
import { AxonRefusal } from './errors.ts'
import type { Route } from './handlers.ts'
import type { NonceWindow } from './nonces.ts'
import { declaredLength, readBody } from './request-body.ts'
import { verifyRequest } from './verify.ts'
import { QueueFull, type WorkQueue } from './work-queue.ts'

/** What an exchange needs of the axon that it belongs to. */
export type ExchangeContext = {
  readonly hotkey: Signer
  readonly uuid: string
  readonly routes: ReadonlyMap<string, Route>
  readonly queue: WorkQueue
  readonly nonces: NonceWindow
  readonly maxBodyBytes: number
  /** Seconds; longer timeouts of callers are cut to it. */
  readonly maxTimeout: number
  /** Unix nanoseconds. */
  readonly now: () => bigint
}

/** How an exchange ended, for logs and counters. */
export type ExchangeRecord = {
  readonly synapse: string
  readonly hotkey: string | null
  readonly status: number
  readonly message: string
  readonly seconds: number
  /** What went wrong inside, where the caller was told only a number. */
  readonly error?: unknown
}

type Failure = { readonly status: number; readonly message: string; readonly error?: unknown }

/** Answers one request; whatever happens becomes an answer, nothing is thrown. */
export async function exchange(
  context: ExchangeContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ExchangeRecord> {
  return new Exchange(context, request, response).run()
}

class Exchange {
  readonly #context: ExchangeContext
  readonly #request: IncomingMessage
  readonly #response: ServerResponse
  readonly #started = performance.now()
  readonly #abort = new AbortController()
  #route: Route = { kind: 'unary', type: Ping, hooks: {}, forward: (synapse) => synapse }
  /** The request as its headers tell it; the body does not change it. */
  #message: Synapse = Ping.create({})
  #deadline: NodeJS.Timeout | undefined

  constructor(context: ExchangeContext, request: IncomingMessage, response: ServerResponse) {
    this.#context = context
    this.#request = request
    this.#response = response
  }

  async run(): Promise<ExchangeRecord> {
    const timers = this.#watch()
    try {
      const status = await this.#answer()
      return this.#record({ status: status.code, message: status.message })
    } catch (error) {
      const failure = failureOf(error, this.#message.timeout)
      return this.#record(this.#fail(failure))
    } finally {
      timers()
    }
  }

  /** Ends the work when the caller leaves; returns what stops watching. */
  #watch(): () => void {
    const gone = () => this.#abort.abort(new Error('the caller went away'))
    this.#response.on('close', gone)
    // Without listeners, broken connections would count as uncaught errors.
    this.#response.on('error', gone)
    this.#request.on('error', gone)
    return () => {
      this.#response.off('close', gone)
      clearTimeout(this.#deadline)
    }
  }

  #startDeadline(seconds: number): void {
    const limit = Math.min(seconds > 0 ? seconds : DEFAULT_TIMEOUT, this.#context.maxTimeout)
    const expire = () => this.#abort.abort(new DOMException('time is up', 'TimeoutError'))
    this.#deadline = setTimeout(expire, limit * 1000)
  }

  async #answer(): Promise<{ code: number; message: string }> {
    const url = this.#request.url ?? '/'
    const path = url.split('?', 1)[0]?.split('/') ?? []
    this.#findRoute(path[1] ?? '')
    if (path.length > 2) return this.#detail(404, 'Not Found')
    if (this.#request.method !== 'POST' && this.#request.method !== 'GET') {
      this.#response.setHeader('allow', 'POST, GET')
      return this.#detail(405, 'Method Not Allowed')
    }
    this.#readHeaders()
    this.#startDeadline(this.#message.timeout)
    await this.#blacklist()
    await this.#verify()
    const release = await this.#worker()
    try {
      return await this.#forward()
    } finally {
      release()
    }
  }

  #detail(code: number, message: string): { code: number; message: string } {
    this.#limitLeftover()
    sendDetail(this.#response, code, message)
    return { code, message }
  }

  #findRoute(name: string): void {
    const route = this.#context.routes.get(name)
    if (!route) {
      const known = reprText([...this.#context.routes.keys()])
      throw new AxonRefusal(404, `Synapse name '${name}' not found. Available synapses ${known}`)
    }
    this.#route = route
  }

  #readHeaders(): void {
    const headers = new Map<string, string>()
    for (const [name, value] of Object.entries(this.#request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
    }
    const message = synapseFromHeaders(this.#route.type, headers)
    const { remoteAddress, remotePort } = this.#request.socket
    message.dendrite.ip = plainAddress(remoteAddress)
    message.dendrite.port = remotePort ?? null
    const { uuid, now } = this.#context
    Object.assign(message.axon, { version: SDK_VERSION_INT, uuid, nonce: now(), status_code: 100 })
    this.#message = message
  }

  async #blacklist(): Promise<void> {
    const outcome = await this.#route.hooks.blacklist?.(this.#message)
    if (outcome === undefined) return
    const [refused, reason] = typeof outcome === 'boolean' ? [outcome, 'blacklisted'] : outcome
    if (refused) throw new AxonRefusal(403, `Forbidden. Key is blacklisted: ${reason}.`)
  }

  async #verify(): Promise<void> {
    const { hotkey, nonces, now } = this.#context
    try {
      const { verify } = this.#route.hooks
      if (verify) await verify(this.#message)
      else verifyRequest(this.#message, hotkey.ss58Address, nonces, now())
    } catch (error) {
      throw new AxonRefusal(401, `Not Verified with error: ${errorText(error)}`)
    }
  }

  async #worker(): Promise<() => void> {
    const priority = (await this.#route.hooks.priority?.(this.#message)) ?? 0
    return this.#context.queue.acquire(priority, this.#abort.signal)
  }

  async #forward(): Promise<{ code: number; message: string }> {
    const { signal } = this.#abort
    const text = await readBody(this.#request, this.#context.maxBodyBytes, signal)
    const json = text === '' ? null : parseJson(text)
    const message = synapseFromBody(this.#route.type, json)
    const found = bodyHash(this.#route.type, message)
    const claimed = this.#message.computed_body_hash
    if (found !== claimed) {
      throw new SynapseError('INVALID_VALUE', `body hash is ${found}, the header says ${claimed}`)
    }
    // What forward sees of the caller is what was verified; what goes back is what came.
    const sent = { dendrite: message.dendrite, axon: message.axon }
    message.dendrite = { ...this.#message.dendrite }
    message.axon = { ...this.#message.axon, status_code: null }
    if (this.#route.kind === 'stream') return this.#stream(this.#route, message, sent)
    const work = Promise.resolve(this.#route.forward(message, { signal }))
    const answer = await orAbort(work, signal)
    if (!(answer instanceof SynapseMessage)) throw new TypeError('forward returned no synapse')
    const finished = this.#finished(answer, sent)
    sendSynapse(this.#response, this.#route.type, finished)
    return statusOf(finished)
  }

  async #stream(
    route: Route & { kind: 'stream' },
    message: Synapse,
    sent: { dendrite: TerminalInfo; axon: TerminalInfo },
  ): Promise<{ code: number; message: string }> {
    const { signal } = this.#abort
    const chunks = route.forward(message, { signal })[Symbol.asyncIterator]()
    const started = this.#finished(message, sent)
    startStream(this.#response, route.type, started)
    try {
      for (;;) {
        const next = await orAbort(chunks.next(), signal)
        if (next.done) break
        if (!this.#response.write(next.value)) await orAbort(drained(this.#response), signal)
      }
      this.#response.end()
    } finally {
      if (!this.#response.writableEnded) void chunks.return?.()?.catch(() => undefined)
    }
    return statusOf(started)
  }

  /** The answer as it goes out: status and time filled in, terminals as the caller sent them. */
  #finished(answer: Synapse, sent: { dendrite: TerminalInfo; axon: TerminalInfo }): Synapse {
    const finished = copySynapse(this.#route.type, answer)
    const code = answer.axon.status_code ?? 200
    if (!Number.isInteger(code) || code < 200 || code > 599) {
      throw new RangeError(`expected a status in 200..599, got ${code}`)
    }
    finished.dendrite = sent.dendrite
    finished.axon = {
      ...sent.axon,
      status_code: code,
      status_message: answer.axon.status_message || (code === 200 ? 'Success' : null),
      process_time: this.#seconds(),
    }
    return finished
  }

  /** Tells the caller; where even that fails, the connection ends. */
  #fail(failure: Failure): Failure {
    try {
      this.#tell(failure)
      return failure
    } catch (error) {
      this.#response.destroy()
      return { ...failure, error: failure.error ?? error }
    }
  }

  #tell(failure: Failure): void {
    if (this.#response.headersSent) {
      // A stream that broke: ending it without its last chunk tells the caller.
      this.#response.destroy()
      return
    }
    if (failure.error instanceof SynapseError && failure.status === 422) {
      this.#limitLeftover()
      sendDetail(this.#response, 422, [jsonDetail(failure.error)])
      return
    }
    const { axon } = this.#message
    axon.status_code = failure.status
    axon.status_message = failure.message
    axon.process_time = this.#seconds()
    const wasRead = axon.uuid !== null
    if (wasRead) {
      const signature = this.#context.hotkey.sign(refusalMessage(this.#message))
      axon.signature = `0x${bytesToHex(signature)}`
    }
    this.#limitLeftover()
    sendStatus(this.#response, wasRead ? this.#route.type : Ping, this.#message)
  }

  /** Small bodies that nobody read are drained, so that the connection lives on; others are not. */
  #limitLeftover(): void {
    const { complete, headers } = this.#request
    const unknown = headers['transfer-encoding'] !== undefined
    if (complete || (!unknown && declaredLength(this.#request) <= this.#context.maxBodyBytes))
      return
    this.#response.setHeader('connection', 'close')
  }

  #seconds(): number {
    return (performance.now() - this.#started) / 1000
  }

  #record(end: Failure): ExchangeRecord {
    return {
      synapse: this.#route.type.name,
      hotkey: this.#message.dendrite.hotkey,
      seconds: this.#seconds(),
      ...end,
    }
  }
}

/** What the caller is told of an error: refusals by their text, the rest by a number. */
function failureOf(error: unknown, timeout: number): Failure {
  if (error instanceof AxonRefusal) return { status: error.status, message: error.message }
  if (error instanceof QueueFull) return { status: 503, message: `Too busy: ${error.message}` }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { status: 408, message: `Response timeout after: ${floatText(timeout)}s` }
  }
  if (error instanceof SynapseError && error.data.position !== undefined) {
    return { status: 422, message: error.message, error }
  }
  return { status: 500, message: `Internal Server Error #${crypto.randomUUID()}`, error }
}

function statusOf({ axon }: Synapse): { code: number; message: string } {
  return { code: axon.status_code ?? 200, message: axon.status_message ?? '' }
}

/** FastAPI's report of a body that is not JSON. */
function jsonDetail(error: SynapseError): Record<string, unknown> {
  const { position } = error.data
  return {
    type: 'json_invalid',
    loc: ['body', position],
    msg: 'JSON decode error',
    input: {},
    ctx: { error: error.message },
  }
}

/** IPv4 addresses as such where the socket speaks both. */
function plainAddress(address: string | undefined): string | null {
  return address?.replace(/^::ffff:(?=\d+\.)/, '') ?? null
}

/** `work`, or the signal's reason as soon as it aborts; late failures of `work` go unheard. */
function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()
  work.then(resolve, reject)
  return promise.finally(() => signal.removeEventListener('abort', onAbort))
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => response.once('drain', resolve))
}
