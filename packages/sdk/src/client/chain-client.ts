/** A connection to a chain: reads by name, blocks, transactions. */
import { createClient, type PolkadotClient } from 'polkadot-api'
import { getWsProvider } from 'polkadot-api/ws'
import type { Signer } from '../wallet/keypair.ts'
import { type At, type Call, type DynamicApi, dynamicApi, type PullOptions } from './dynamic-api.ts'
import { resolveEndpoint } from './endpoint.ts'
import { ClientError, clientError } from './errors.ts'
import { AccountNonces } from './nonces.ts'
import { type SubmitOptions, submitCall, type TransactionResult } from './submit.ts'

export type Provider = Parameters<typeof createClient>[0]

export type ConnectOptions = {
  /** Milliseconds until a connection counts as failed. Default 15,000. */
  readonly connectTimeoutMs?: number
  /** Milliseconds that one read may take. Default 30,000. */
  readonly readTimeoutMs?: number
}

export type Block = { readonly number: number; readonly hash: string; readonly parent: string }

const DEFAULTS = { connectTimeoutMs: 15_000, readTimeoutMs: 30_000 }

/**
 * Connects to a node: by a network's name, a URL, or over a JSON-RPC provider. Lost connections are
 * taken up again by themselves; what was asked meanwhile fails by its deadline.
 *
 * refuses INVALID_ENDPOINT, CANNOT_CONNECT
 */
export async function connect(
  endpoint?: string | Provider,
  options: ConnectOptions = {},
): Promise<ChainClient> {
  const set = { ...DEFAULTS, ...options }
  const isUrl = typeof endpoint !== 'function'
  const url = isUrl ? resolveEndpoint(endpoint, process.env) : 'the provider'
  const papi = createClient(isUrl ? getWsProvider(url) : endpoint)
  try {
    await withDeadline(papi.getFinalizedBlock(), set.connectTimeoutMs)
  } catch (cause) {
    papi.destroy()
    throw new ClientError('CANNOT_CONNECT', `no node answers at ${url}`, { cause, data: { url } })
  }
  return new ChainClient(papi, set.readTimeoutMs)
}

export class ChainClient {
  /** For what is not wrapped here. */
  readonly papi: PolkadotClient
  readonly nonces: AccountNonces
  readonly #api: DynamicApi
  readonly #readTimeoutMs: number
  #isClosed = false

  constructor(papi: PolkadotClient, readTimeoutMs = DEFAULTS.readTimeoutMs) {
    this.papi = papi
    this.#api = dynamicApi(papi)
    this.#readTimeoutMs = readTimeoutMs
    const method = 'system_accountNextIndex'
    this.nonces = new AccountNonces((address) => this.request<number>(method, [address]))
  }

  /**
   * Value of a storage item; absent ones are the item's default, or undefined where it has none. The type
   * is the caller's claim about the chain.
   *
   * refuses NOT_ON_CHAIN, BAD_VALUE (keys), RPC_FAILED, TIMEOUT, CLOSED; so do all reads
   */
  async query<T>(
    pallet: string,
    item: string,
    keys: readonly unknown[] = [],
    at: At = 'best',
  ): Promise<T> {
    const entry = found(this.#api.query, pallet, item)
    return this.#read(at, (options) => entry.getValue(...keys, options)) as Promise<T>
  }

  /** Values of a storage item under many keys, in their order. */
  async queryMany<T>(
    pallet: string,
    item: string,
    keys: readonly (readonly unknown[])[],
    at: At = 'best',
  ): Promise<T[]> {
    const entry = found(this.#api.query, pallet, item)
    return this.#read(at, (options) => entry.getValues(keys, options)) as Promise<T[]>
  }

  /** All entries of a map below the given first keys. */
  async entries<K extends readonly unknown[], V>(
    pallet: string,
    item: string,
    keys: readonly unknown[] = [],
    at: At = 'best',
  ): Promise<{ keys: K; value: V }[]> {
    const entry = found(this.#api.query, pallet, item)
    const entries = await this.#read(at, (options) => entry.getEntries(...keys, options))
    return entries.map(({ keyArgs, value }) => ({
      keys: keyArgs as unknown as K,
      value: value as V,
    }))
  }

  /** Result of a runtime API. */
  async runtimeCall<T>(
    api: string,
    method: string,
    args: readonly unknown[] = [],
    at: At = 'best',
  ): Promise<T> {
    const call = found(this.#api.apis, api, method)
    return this.#read(at, (options) => call(...args, options)) as Promise<T>
  }

  async constant<T>(pallet: string, name: string): Promise<T> {
    const constant = found(this.#api.constants, pallet, name)
    return this.#read('best', (options) => constant(options)) as Promise<T>
  }

  /** Any JSON-RPC method of the node. */
  async request<T>(method: string, params: readonly unknown[] = []): Promise<T> {
    return this.#read('best', () => this.papi._request<T, unknown[]>(method, [...params]))
  }

  /** A call by its names on the wire. Bytes are Uint8Array, fixed bytes `0x` hex, options undefined. */
  call(pallet: string, name: string, args: Readonly<Record<string, unknown>> = {}): Call {
    this.#requireOpen()
    return found(this.#api.tx, pallet, name)(args)
  }

  /** Signs a call, sends it and waits for its outcome; see `submitCall`. */
  async submit(call: Call, signer: Signer, options?: SubmitOptions): Promise<TransactionResult> {
    this.#requireOpen()
    return submitCall(this, call, signer, options)
  }

  /** The newest block. */
  async head(): Promise<Block> {
    const [best] = await this.#read('best', () => this.papi.getBestBlocks())
    if (!best) throw new ClientError('RPC_FAILED', 'the node announced no block')
    return best
  }

  /**
   * Runs `work` on the newest block (or the newest final one) while the node keeps that block at hand, so
   * that several reads are of one state.
   */
  async holding<T>(which: 'best' | 'finalized', work: (block: Block) => Promise<T>): Promise<T> {
    const block = await (which === 'best' ? this.head() : this.finalizedHead())
    const release = this.papi.hodlBlock(block.hash)
    try {
      return await work(block)
    } finally {
      release()
    }
  }

  async finalizedHead(): Promise<Block> {
    return this.#read('finalized', () => this.papi.getFinalizedBlock())
  }

  /**
   * Calls `listener` with the newest block, now and whenever it changes; returns what ends it. `onEnd`
   * hears when the connection was closed, or why blocks no longer come.
   */
  onBlock(
    listener: (block: Block) => void,
    onEnd: (error?: unknown) => void = () => undefined,
  ): () => void {
    this.#requireOpen()
    let last: string | undefined
    const subscription = this.papi.bestBlocks$.subscribe({
      next: ([best]) => {
        if (!best || best.hash === last) return
        last = best.hash
        listener(best)
      },
      error: onEnd,
      complete: () => onEnd(),
    })
    return () => subscription.unsubscribe()
  }

  /** Waits until block `number` is the newest or older. Refuses TIMEOUT, CLOSED. */
  async waitForBlock(number: number, timeoutMs = 600_000): Promise<Block> {
    const { promise, resolve, reject } = Promise.withResolvers<Block>()
    const stop = this.onBlock(
      (block) => block.number >= number && resolve(block),
      (cause) => reject(new ClientError('CLOSED', 'blocks no longer come', { cause })),
    )
    try {
      return await withDeadline(promise, timeoutMs)
    } finally {
      stop()
    }
  }

  /** Ends the connection; nothing can be asked afterwards. */
  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.papi.destroy()
  }

  async #read<T>(at: At, read: (options: PullOptions) => Promise<T>): Promise<T> {
    this.#requireOpen()
    const signal = AbortSignal.timeout(this.#readTimeoutMs)
    try {
      return await withDeadline(read({ at, signal }), this.#readTimeoutMs)
    } catch (error) {
      throw clientError(error)
    }
  }

  #requireOpen(): void {
    if (this.#isClosed) throw new ClientError('CLOSED', 'the client is closed')
  }
}

function found<T>(
  names: Readonly<Record<string, Readonly<Record<string, T>> | undefined>>,
  pallet: string,
  name: string,
): T {
  const entry = names[pallet]?.[name]
  if (entry === undefined) throw new ClientError('NOT_ON_CHAIN', `no ${pallet}.${name}`)
  return entry
}

/** `work`, or TIMEOUT once `timeoutMs` have passed. */
export async function withDeadline<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const expire = () => reject(new ClientError('TIMEOUT', `no answer within ${timeoutMs} ms`))
  const timer = setTimeout(expire, timeoutMs)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
