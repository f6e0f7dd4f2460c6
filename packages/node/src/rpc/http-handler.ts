// JSON-RPC over HTTP POST, health checks, and what every other request gets.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Dispatcher, Session } from './dispatcher.ts'
import { failureText, looksLikeMessage } from './message.ts'
import { type Cors, corsHeaders, isHostAllowed, preflightHeaders } from './origin.ts'
import type { CallLimiter } from './rate-limit.ts'
import { oversizedRequest, parseError } from './rpc-error.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
const TEXT_TYPE = 'text/plain'
const HEALTH_CALL = '{"jsonrpc":"2.0","id":0,"method":"system_health"}'

const JSON_TYPES: ReadonlySet<string> = new Set(
  ['application/json', 'application/json-rpc'].flatMap((type) => [
    type,
    `${type};charset=utf-8`,
    `${type}; charset=utf-8`,
  ]),
)

export interface HttpOptions {
  readonly cors: Cors
  readonly maxRequestBytes: number
  /** Takes one of the places for connections; false when there is none. */
  readonly enter: () => boolean
  readonly leave: () => void
  readonly nextId: () => number
  readonly limiterOf: (request: IncomingMessage) => CallLimiter | undefined
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly type: string
}

/** Answers one HTTP request; never throws, never leaves it open. */
export async function handleHttp(
  request: IncomingMessage,
  response: ServerResponse,
  dispatcher: Dispatcher,
  options: HttpOptions,
): Promise<void> {
  const { cors } = options
  const port = request.socket.localPort ?? 0
  // a peer that goes away in the middle is nobody's fault
  request.on('error', () => {})
  response.on('error', () => {})
  const headers = corsHeaders(cors, request.headers)
  if (!isHostAllowed(cors, request.headers.host, port)) send(response, hostRefused(), headers)
  else if (request.method === 'OPTIONS' && request.headers.origin !== undefined) {
    send(response, text(200, ''), preflightHeaders(cors, request.headers))
  } else if (!options.enter()) send(response, tooManyConnections(), headers)
  else {
    try {
      send(response, await answer(request, dispatcher, options), headers)
    } finally {
      options.leave()
    }
  }
}

async function answer(
  request: IncomingMessage,
  dispatcher: Dispatcher,
  options: HttpOptions,
): Promise<Answer> {
  const path = (request.url ?? '/').split('?', 1)[0]
  if (path === '/health' || path === '/health/readiness') {
    if (request.method !== 'GET') return text(405, '')
    return health(await ask(HEALTH_CALL, dispatcher, options), path === '/health')
  }
  if (request.method !== 'POST') {
    return text(405, 'Used HTTP Method is not allowed. POST is required\n')
  }
  if (!JSON_TYPES.has((request.headers['content-type'] ?? '').toLowerCase())) {
    const need = 'Content-Type: application/json is required'
    return text(415, `Supplied content type is not allowed. ${need}\n`)
  }
  const body = await readBody(request, options.maxRequestBytes)
  if (body === 'too large') {
    return json(413, failureText(null, oversizedRequest(options.maxRequestBytes)))
  }
  if (!looksLikeMessage(body)) return json(400, failureText(null, parseError()))
  return json(200, await ask(body, dispatcher, options, options.limiterOf(request)))
}

/** One call (or batch) as a session of its own. */
async function ask(
  body: string,
  dispatcher: Dispatcher,
  options: HttpOptions,
  limiter?: CallLimiter,
): Promise<string> {
  const closeListeners: (() => void)[] = []
  const session: Session = {
    id: options.nextId(),
    canSubscribe: false,
    lastCallAt: performance.now(),
    limiter,
    onClose: (listener) => closeListeners.push(listener),
  }
  const reply = await dispatcher.handle(body, session)
  reply.sent()
  for (const listener of closeListeners) listener()
  return reply.text ?? ''
}

/** `/health` shows the numbers; `/health/readiness` is 200 for a node that may be used. */
function health(answerText: string, isVerbose: boolean): Answer {
  const { result } = JSON.parse(answerText) as {
    result?: { peers: number; isSyncing: boolean; shouldHavePeers: boolean }
  }
  if (result === undefined) return json(500, '')
  if (isVerbose) return json(200, JSON.stringify(result))
  const isReady = (!result.isSyncing && result.peers > 0) || !result.shouldHavePeers
  return json(isReady ? 200 : 500, '')
}

function readBody(request: IncomingMessage, maxBytes: number): Promise<string | 'too large'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return resolve('too large')
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > maxBytes) {
        chunks.length = 0
        request.pause()
        resolve('too large')
      } else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    // cut off in the middle: the answer goes nowhere, but the place is freed
    request.on('close', () => resolve(''))
  })
}

function json(status: number, body: string): Answer {
  return { status, body, type: JSON_TYPE }
}

function text(status: number, body: string): Answer {
  return { status, body, type: TEXT_TYPE }
}

export function hostRefused(): Answer {
  return text(403, 'Provided Host header is not whitelisted.\n')
}

export function tooManyConnections(): Answer {
  return text(429, 'Too many connections. Please try again later.')
}

function send(response: ServerResponse, answer: Answer, headers: Record<string, string>): void {
  if (response.destroyed) return
  const length = Buffer.byteLength(answer.body)
  // a request that was too large goes on arriving: it is read and dropped, so that the answer is heard
  const isUnwanted = answer.status === 403 || answer.status === 429
  if (isUnwanted) response.setHeader('connection', 'close')
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': length,
    ...headers,
  })
  response.end(answer.body)
}
