// How methods are declared: a table from name to codecs and function; dispatch, `rpc_methods` and the
// unsafe list follow from it.

import type { Awaitable } from '../chain.ts'
import type { Decoded, Param } from './params.ts'

/** The peer on the other side of a socket, as handlers see it. */
export interface Peer {
  /** Different for every WebSocket session and every HTTP request. */
  readonly id: number
  /** True over WebSocket. */
  readonly canSubscribe: boolean
  /** When its last message came, by `performance.now()`. */
  readonly lastCallAt: number
  /** Runs when the session ends; at once when it already has. */
  onClose(listener: () => void): void
}

/** What a handler knows about its call. */
export interface CallContext {
  readonly peer: Peer
  /** The endpoint lets unsafe methods through. */
  readonly isUnsafeAllowed: boolean
  /** An answer that serialises to more is replaced by an error. */
  readonly maxResponseBytes: number
  /** Runs once the answer is on its way, so that events about it come after it. */
  afterReply(run: () => void): void
}

/** The sending end of one subscription. */
export interface Sink {
  readonly id: string
  readonly isOpen: boolean
  /** Queues one event; false when the subscription is over. Closes the session of a peer that lags. */
  send(result: unknown): boolean
  /** Waits until the peer has taken what was sent; false when the subscription is over. */
  ready(): Promise<boolean>
  /** Ends the subscription without a word to the peer. */
  close(): void
}

export interface Method {
  readonly kind: 'method'
  readonly params: readonly Param<unknown>[]
  readonly aliases: readonly string[]
  readonly isUnsafe: boolean
  run(ctx: CallContext, args: readonly unknown[]): Awaitable<unknown>
}

export interface Subscription {
  readonly kind: 'subscription'
  readonly params: readonly Param<unknown>[]
  readonly aliases: readonly string[]
  readonly isUnsafe: boolean
  readonly unsubscribe: string
  readonly unsubscribeAliases: readonly string[]
  readonly notification: string
  /** Refuses by throwing; events sent before it returns follow the answer. Returns how to stop. */
  start(ctx: CallContext, sink: Sink, args: readonly unknown[]): Awaitable<Stop>
}

/** Frees what a subscription holds; called once when it ends for any reason. */
export type Stop = () => void

export type MethodTable = Readonly<Record<string, Method | Subscription>>

interface MethodOptions {
  readonly aliases?: readonly string[]
  /** Only where the endpoint allows unsafe calls. */
  readonly isUnsafe?: boolean
}

/** Declares a method: codecs of its positional parameters and its function. */
export function method<const P extends readonly Param<unknown>[]>(
  params: P,
  run: (ctx: CallContext, ...args: Decoded<P>) => Awaitable<unknown>,
  options: MethodOptions = {},
): Method {
  const { aliases = [], isUnsafe = false } = options
  // the cast: `decodeParams` made the arguments with these very codecs
  return {
    kind: 'method',
    params,
    aliases,
    isUnsafe,
    run: (ctx, args) => run(ctx, ...(args as Decoded<P>)),
  }
}

interface SubscriptionOptions extends MethodOptions {
  readonly unsubscribe: string
  readonly unsubscribeAliases?: readonly string[]
  readonly notification: string
}

/** Declares a subscription: names, codecs of the subscribe call, and its function. */
export function subscription<const P extends readonly Param<unknown>[]>(
  names: SubscriptionOptions,
  params: P,
  start: (ctx: CallContext, sink: Sink, ...args: Decoded<P>) => Awaitable<Stop>,
): Subscription {
  const { unsubscribe, notification } = names
  return {
    kind: 'subscription',
    params,
    aliases: names.aliases ?? [],
    isUnsafe: names.isUnsafe ?? false,
    unsubscribe,
    unsubscribeAliases: names.unsubscribeAliases ?? [],
    notification,
    start: (ctx, sink, args) => start(ctx, sink, ...(args as Decoded<P>)),
  }
}

/** A table of methods; keys are names on the wire. */
export function methods(table: MethodTable): MethodTable {
  return table
}

/** What a name stands for once aliases are resolved. */
export type Route =
  | { readonly type: 'call'; readonly method: Method }
  | { readonly type: 'subscribe'; readonly subscription: Subscription }
  | { readonly type: 'unsubscribe'; readonly subscription: Subscription }

/** Every name of some tables, aliases and `rpc_methods` included. Refuses a name given twice. */
export function routes(tables: readonly MethodTable[]): ReadonlyMap<string, Route> {
  const all = new Map<string, Route>()
  const add = (name: string, route: Route) => {
    if (all.has(name)) throw new Error(`JSON-RPC method ${name} is declared twice`)
    all.set(name, route)
  }
  for (const [name, entry] of tables.flatMap((table) => Object.entries(table))) {
    const names = [name, ...entry.aliases]
    if (entry.kind === 'method') {
      for (const each of names) add(each, { type: 'call', method: entry })
      continue
    }
    for (const each of names) add(each, { type: 'subscribe', subscription: entry })
    const stopNames = [entry.unsubscribe, ...entry.unsubscribeAliases]
    for (const each of stopNames) add(each, { type: 'unsubscribe', subscription: entry })
  }
  const answer = { methods: [...all.keys(), 'rpc_methods'].sort() }
  add('rpc_methods', { type: 'call', method: method([], () => answer) })
  return all
}
