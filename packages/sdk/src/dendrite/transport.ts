/** One HTTP exchange with an axon, within limits of time and size. */
import { type Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { Readable } from 'node:stream'
import { createGunzip, createInflate } from 'node:zlib'
import { errorText } from '../errors.ts'
import { floatText } from '../synapse/python-text.ts'
import { Unanswered } from './errors.ts'

export type Post = {
  readonly agent: Agent
  /** IPv4, IPv6 or a name. */
  readonly host: string
  readonly port: number
  /** Route, without a slash. */
  readonly route: string
  readonly headers: readonly [string, string][]
  readonly body: Uint8Array
  /** Seconds for everything, from here to the last byte. */
  readonly timeout: number
  /** Bytes of the response's body, both as sent and unpacked. */
  readonly maxBytes: number
}

export type Reply = {
  readonly status: number
  /** Names as written, which matters to Python's dendrite; of several, the last. */
  readonly headers: ReadonlyMap<string, string>
  readonly contentType: string
}

/** Both Python's dendrite and ours refuse longer header values. */
const MAX_HEADER_VALUE = 8190
const MAX_HEADER_BYTES = 256 * 1024

/**
 * Sends a request and reads the response: first `onReply`, then each chunk of the body.
 *
 * refuses Unanswered, with the status that Python's dendrite gives: 503 no connection or a lost one,
 *         408 out of time, 400 a response that breaks off or breaks HTTP; and 413 one beyond `maxBytes`
 */
export class Transfer {
  readonly #post: Post
  readonly #timer: NodeJS.Timeout
  readonly #failure = Promise.withResolvers<never>()
  #request: ClientRequest | undefined
  #isConnected = false
  #hasReply = false

  constructor(post: Post) {
    this.#post = post
    // Failures are also raced against; unheard ones are no accident.
    this.#failure.promise.catch(() => undefined)
    const expire = () => {
      const text = `Request timeout after ${floatText(post.timeout)} seconds`
      this.#failWith(new Unanswered(408, text))
    }
    this.#timer = setTimeout(expire, post.timeout * 1000)
  }

  /** Sends, and waits for status and headers. */
  async reply(): Promise<{ reply: Reply; chunks: AsyncGenerator<Uint8Array, void> }> {
    const response = await Promise.race([this.#send(), this.#failure.promise])
    this.#hasReply = true
    const headers = readHeaders(response)
    const contentType = response.headers['content-type'] ?? ''
    return {
      reply: { status: response.statusCode ?? 0, headers, contentType },
      chunks: this.#read(response),
    }
  }

  /** Gives up whatever is still under way. */
  close(): void {
    clearTimeout(this.#timer)
    this.#request?.destroy()
  }

  #send(): Promise<IncomingMessage> {
    const { agent, host, port, route, headers, body } = this.#post
    const { promise, resolve } = Promise.withResolvers<IncomingMessage>()
    const message = request({
      agent,
      host,
      port,
      method: 'POST',
      path: `/${route}`,
      maxHeaderSize: MAX_HEADER_BYTES,
      headers: {
        ...Object.fromEntries(headers),
        accept: '*/*',
        'accept-encoding': 'gzip, deflate',
        'content-type': 'application/json',
        'content-length': body.length,
      },
    })
    this.#request = message
    message.on('socket', (socket) => {
      if (!socket.connecting) this.#isConnected = true
      else socket.once('connect', () => (this.#isConnected = true))
    })
    message.on('response', resolve)
    message.on('error', (error) => this.#failWith(this.#explain(error)))
    message.end(body)
    return promise
  }

  async *#read(response: IncomingMessage): AsyncGenerator<Uint8Array, void> {
    let received = 0
    response.on('data', (chunk: Uint8Array) => {
      received += chunk.length
      if (received > this.#post.maxBytes) this.#failWith(this.#tooLarge())
    })
    response.on('error', (error) => this.#failWith(this.#explain(error)))
    const body = unpacked(response, (error) => this.#failWith(this.#explain(error)))
    const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
    let unpackedSize = 0
    for (;;) {
      const next = await Promise.race([this.#orExplain(chunks.next()), this.#failure.promise])
      if (next.done) return
      unpackedSize += next.value.length
      if (unpackedSize > this.#post.maxBytes) throw this.#tooLarge()
      yield next.value
    }
  }

  async #orExplain<T>(work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      throw this.#explain(error)
    }
  }

  #failWith(failure: Unanswered): void {
    this.#failure.reject(failure)
    this.#request?.destroy()
  }

  #tooLarge(): Unanswered {
    return new Unanswered(413, `Response is larger than ${this.#post.maxBytes} bytes`)
  }

  #explain(error: unknown): Unanswered {
    if (error instanceof Unanswered) return error
    const { host, port, route } = this.#post
    const code = String((error as NodeJS.ErrnoException).code ?? '')
    if (code.startsWith('HPE_')) {
      return new Unanswered(400, `Client response error: ${errorText(error)}`, { cause: error })
    }
    if (this.#hasReply) {
      const text = `Payload error: Response payload is not completed: ${errorText(error)}`
      return new Unanswered(400, text, { cause: error })
    }
    if (this.#isConnected) {
      return new Unanswered(503, 'Service disconnected: Server disconnected', { cause: error })
    }
    return new Unanswered(503, `Service unavailable at ${host}:${port}/${route}`, { cause: error })
  }
}

function readHeaders(response: IncomingMessage): Map<string, string> {
  const headers = new Map<string, string>()
  const { rawHeaders } = response
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const bytes = Buffer.from(rawHeaders[i + 1] ?? '', 'latin1')
    if (bytes.length >= MAX_HEADER_VALUE) {
      const text = `Client response error: got ${bytes.length} bytes of one header`
      throw new Unanswered(400, text)
    }
    headers.set(rawHeaders[i] ?? '', bytes.toString('utf8'))
  }
  return headers
}

function unpacked(response: IncomingMessage, onError: (error: unknown) => void): Readable {
  const encoding = response.headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity') return response
  if (encoding !== 'gzip' && encoding !== 'deflate') {
    throw new Unanswered(400, `Payload error: cannot decode content-encoding: ${encoding}`)
  }
  const unpack = encoding === 'gzip' ? createGunzip() : createInflate()
  unpack.on('error', onError)
  response.on('error', (error) => unpack.destroy(error))
  response.on('aborted', () => unpack.destroy(new Error('the connection was lost')))
  return response.pipe(unpack)
}
