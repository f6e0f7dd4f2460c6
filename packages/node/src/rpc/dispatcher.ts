// One incoming text to one outgoing text: finds the method, checks parameters and limits, turns failures
// into error objects. Knows nothing of sockets.

import type { Incoming, Message, Request } from './message.ts'
import { failureText, readMessage, successText } from './message.ts'
import type { CallContext, Method, Peer, Route, Subscription } from './methods.ts'
import { decodeParams, text } from './params.ts'
import type { CallLimiter } from './rate-limit.ts'
import {
  batchesOff,
  batchResponseTooBig,
  batchTooLong,
  internalError,
  methodNotFound,
  oversizedResponse,
  RpcError,
  tooManyCalls,
  tooManySubscriptions,
  unsafeCall,
} from './rpc-error.ts'
import type { Subscriptions } from './subscriptions.ts'

/** A session that calls come from; `subscriptions` is missing over HTTP. */
export interface Session extends Peer {
  readonly subscriptions?: Subscriptions
  /** Missing when calls are not counted. */
  readonly limiter?: CallLimiter | undefined
}

/** Hears of every call that was answered; for metrics. */
export type CallObserver = (method: string, isSuccess: boolean, milliseconds: number) => void

export interface DispatcherOptions {
  readonly routes: ReadonlyMap<string, Route>
  readonly isUnsafeAllowed: boolean
  readonly maxResponseBytes: number
  readonly maxSubscriptions: number
  /** Longest batch; 0 refuses batches. */
  readonly maxBatchLength: number
  /** Hears of handlers that failed in a way nobody declared. */
  readonly onFault: (error: unknown, method: string) => void
  readonly onCall?: CallObserver
}

export interface Reply {
  /** Undefined when nothing is to be sent (notifications). */
  readonly text: string | undefined
  /** Opens what the answers announced; to be called once they are sent. */
  readonly sent: () => void
}

const NOTHING_TO_OPEN = () => {}

/** Batches give way to other sessions after this many calls. */
const CALLS_PER_TURN = 32

export class Dispatcher {
  readonly #options: DispatcherOptions

  constructor(options: DispatcherOptions) {
    this.#options = options
  }

  /** Answers one text; never throws. */
  async handle(message: string, session: Session): Promise<Reply> {
    const incoming = readMessage(message)
    return incoming.type === 'batch' ? this.#batch(incoming, session) : this.#one(incoming, session)
  }

  async #batch(batch: Incoming & { type: 'batch' }, session: Session): Promise<Reply> {
    const { maxBatchLength, maxResponseBytes } = this.#options
    if (maxBatchLength === 0) return refused(batchesOff())
    if (batch.messages.length > maxBatchLength) return refused(batchTooLong(maxBatchLength))
    if (batch.messages.length === 0) return refused(new RpcError(-32600, 'Invalid request'))

    const answers: string[] = []
    const opened: (() => void)[] = []
    let length = 2
    for (const [i, message] of batch.messages.entries()) {
      if (i % CALLS_PER_TURN === CALLS_PER_TURN - 1) await nextTurn()
      const { text: answer, sent } = await this.#one(message, session)
      opened.push(sent)
      if (answer === undefined) continue
      length += Buffer.byteLength(answer) + 1
      if (length > maxResponseBytes) return refused(batchResponseTooBig(maxResponseBytes))
      answers.push(answer)
    }
    return {
      text: answers.length === 0 ? undefined : `[${answers.join(',')}]`,
      sent: () => {
        for (const open of opened) open()
      },
    }
  }

  async #one(message: Message, session: Session): Promise<Reply> {
    if (message.type === 'notification') return { text: undefined, sent: NOTHING_TO_OPEN }
    if (message.type === 'malformed') {
      return { text: failureText(message.id, message.error), sent: NOTHING_TO_OPEN }
    }
    const startedAt = performance.now()
    let reply: Reply
    let isSuccess = true
    try {
      reply = await this.#answer(message, session)
    } catch (error) {
      isSuccess = false
      const failure = this.#failureOf(error, message.method)
      reply = { text: failureText(message.id, failure), sent: NOTHING_TO_OPEN }
    }
    this.#options.onCall?.(message.method, isSuccess, performance.now() - startedAt)
    return reply
  }

  async #answer(request: Request, session: Session): Promise<Reply> {
    if (session.limiter && !(await session.limiter.pass())) throw tooManyCalls()
    const route = this.#options.routes.get(request.method)
    if (route === undefined) throw methodNotFound()
    if (route.type === 'call') return this.#call(route.method, request, session)
    if (session.subscriptions === undefined) throw internalError()
    if (route.type === 'subscribe') return this.#subscribe(route.subscription, request, session)
    const isStopped = this.#unsubscribe(route.subscription, request, session)
    return { text: successText(request.id, isStopped), sent: NOTHING_TO_OPEN }
  }

  async #call(method: Method, request: Request, session: Session): Promise<Reply> {
    if (method.isUnsafe && !this.#options.isUnsafeAllowed) throw unsafeCall()
    const args = decodeParams(method.params, request.params)
    const followUps: (() => void)[] = []
    const result = await method.run(this.#contextOf(session, followUps), args)
    const sent = () => {
      for (const run of followUps) run()
    }
    return { text: this.#fit(successText(request.id, result)), sent }
  }

  async #subscribe(entry: Subscription, request: Request, session: Session): Promise<Reply> {
    const { isUnsafeAllowed, maxSubscriptions } = this.#options
    if (entry.isUnsafe && !isUnsafeAllowed) throw unsafeCall()
    const subscriptions = session.subscriptions!
    if (subscriptions.size >= maxSubscriptions) throw tooManySubscriptions(maxSubscriptions)
    const args = decodeParams(entry.params, request.params)
    const sink = subscriptions.add(entry)
    const followUps = [() => sink.open()]
    try {
      sink.stopWith(await entry.start(this.#contextOf(session, followUps), sink, args))
    } catch (error) {
      sink.close()
      throw error
    }
    const sent = () => {
      for (const run of followUps) run()
    }
    return { text: successText(request.id, sink.id), sent }
  }

  /** Clients stop what may already be over: that is an answer, never an error. */
  #unsubscribe(entry: Subscription, request: Request, session: Session): boolean {
    let id: string
    try {
      id = String(decodeParams([text], request.params)[0])
    } catch {
      return false
    }
    return session.subscriptions!.remove(entry, id)
  }

  #contextOf(peer: Peer, followUps: (() => void)[]): CallContext {
    const { isUnsafeAllowed, maxResponseBytes } = this.#options
    const afterReply = (run: () => void) => void followUps.push(run)
    return { peer, isUnsafeAllowed, maxResponseBytes, afterReply }
  }

  #fit(answer: string): string {
    const { maxResponseBytes } = this.#options
    // three bytes a char at most: only near the limit are bytes worth counting
    const isSafe = answer.length * 3 <= maxResponseBytes
    if (!isSafe && Buffer.byteLength(answer) > maxResponseBytes) {
      throw oversizedResponse(maxResponseBytes)
    }
    return answer
  }

  #failureOf(error: unknown, method: string): RpcError {
    if (error instanceof RpcError) return error
    this.#options.onFault(error, method)
    return internalError(error instanceof Error ? error.message : String(error))
  }
}

function refused(error: RpcError): Reply {
  return { text: failureText(null, error), sent: NOTHING_TO_OPEN }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
