// `transaction_v1_*` and `transactionWatch_v1_*`: transactions through the new interface.

import { randomInt } from 'node:crypto'
import {
  type Chain,
  PoolError,
  type TransactionStatus,
  type Unsubscribe,
  type WatchedTransaction,
} from '../../chain.ts'
import {
  type CallContext,
  type MethodTable,
  method,
  methods,
  type Peer,
  type Sink,
  subscription,
} from '../methods.ts'
import { bytes, text } from '../params.ts'
import { CODE, RpcError } from '../rpc-error.ts'
import { readExtrinsic } from './extrinsic-bytes.ts'
import { isRetriable, watchText } from './pool-failures.ts'

/** Broadcasts of one session at the same time. source polkadot-sdk sc-service builder.rs */
const MAX_BROADCASTS = 16

/** source polkadot-sdk sc-rpc-spec-v2 transaction TransactionApi, TransactionBroadcastApi */
export function transactionMethods(chain: Chain): MethodTable {
  const broadcasts: Broadcasts = { byId: new Map(), peers: new WeakSet() }
  return methods({
    transaction_v1_broadcast: method([bytes], (ctx, xt) =>
      startBroadcast(chain, ctx, xt, broadcasts),
    ),
    transaction_v1_stop: method([text], (ctx, id) => {
      const broadcast = broadcasts.byId.get(id)
      if (broadcast === undefined || broadcast.peerId !== ctx.peer.id) {
        throw new RpcError(CODE.invalidParams, 'Invalid operation id')
      }
      broadcast.stop()
      return null
    }),
    transactionWatch_v1_submitAndWatch: subscription(
      {
        unsubscribe: 'transactionWatch_v1_unwatch',
        notification: 'transactionWatch_v1_watchEvent',
      },
      [bytes],
      (_ctx, sink, xt) => submitAndWatch(chain, sink, xt),
    ),
  })
}

interface Broadcasts {
  readonly byId: Map<string, Broadcast>
  /** Sessions whose end we already listen to. */
  readonly peers: WeakSet<Peer>
}

/** The id of the broadcast, or null when the session has too many. Bad transactions are kept quiet about. */
function startBroadcast(
  chain: Chain,
  ctx: CallContext,
  xt: Uint8Array,
  { byId, peers }: Broadcasts,
): string | null {
  const { peer } = ctx
  const ofPeer = () => [...byId.values()].filter(({ peerId }) => peerId === peer.id)
  if (ofPeer().length >= MAX_BROADCASTS) return null
  const id = randomId()
  byId.set(id, new Broadcast(chain, xt, peer.id, () => byId.delete(id)))
  if (!peers.has(peer)) {
    peers.add(peer)
    peer.onClose(() => {
      for (const broadcast of ofPeer()) broadcast.leave()
    })
  }
  return id
}

function randomId(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('')
}

/** Offers a transaction to the pool until it is in a block or refused for good. */
class Broadcast {
  readonly peerId: number
  readonly #chain: Chain
  readonly #xt: Uint8Array
  readonly #ended: () => void
  #watched: WatchedTransaction | undefined
  #stopBlocks: Unsubscribe | undefined
  #isOver = false

  constructor(chain: Chain, xt: Uint8Array, peerId: number, ended: () => void) {
    this.#chain = chain
    this.#xt = xt
    this.peerId = peerId
    this.#ended = ended
    void this.#offer()
  }

  /** Ends it, and takes the transaction out of the pool if it is still there. */
  stop(): void {
    const hash = this.#watched?.hash
    this.#end()
    if (hash !== undefined) this.#chain.pool.remove([hash])
  }

  /** The client is gone: what the pool has stays there, but nothing is offered again. */
  leave(): void {
    this.#end()
  }

  async #offer(): Promise<void> {
    try {
      const watched = await this.#chain.pool.watch(this.#xt, (status) => this.#onStatus(status))
      if (this.#isOver) watched.stop()
      else this.#watched = watched
    } catch (error) {
      const mayHelp = error instanceof PoolError && isRetriable(error.refusal)
      if (mayHelp) this.#offerAfterBlock()
      else this.#end()
    }
  }

  #onStatus(status: TransactionStatus): void {
    switch (status.type) {
      case 'dropped':
      case 'invalid':
      case 'finalityTimeout':
        this.#offerAfterBlock()
        break
      case 'finalized':
      case 'usurped':
        this.#end()
        break
      default:
    }
  }

  #offerAfterBlock(): void {
    this.#watched?.stop()
    this.#watched = undefined
    if (this.#isOver) return
    this.#stopBlocks?.()
    this.#stopBlocks = this.#chain.onBlock(() => {
      this.#stopBlocks?.()
      this.#stopBlocks = undefined
      void this.#offer()
    })
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#watched?.stop()
    this.#stopBlocks?.()
    this.#ended()
  }
}

/** Refusals are events here, not errors of the call. */
async function submitAndWatch(chain: Chain, sink: Sink, xt: Uint8Array): Promise<() => void> {
  const refuse = () => new RpcError(CODE.invalidParams, 'Extrinsic bytes cannot be decoded')
  const last = (event: unknown) => {
    sink.send(event)
    sink.close()
    return () => {}
  }
  try {
    const watched = await chain.pool.watch(readExtrinsic(xt, refuse), (status) => {
      const event = watchEvent(status)
      if (event !== undefined) sink.send(event)
    })
    return watched.stop
  } catch (error) {
    if (error instanceof RpcError) return last({ event: 'invalid', error: error.message })
    if (!(error instanceof PoolError)) throw error
    return last({ event: 'invalid', error: watchText(error.refusal) })
  }
}

/** The event of a status; undefined for those that the new interface does not have. */
function watchEvent(status: TransactionStatus): unknown {
  switch (status.type) {
    case 'future':
    case 'ready':
      return { event: 'validated' }
    case 'inBlock':
      return {
        event: 'bestChainBlockIncluded',
        block: { hash: status.block, index: status.index },
      }
    case 'retracted':
      return { event: 'bestChainBlockIncluded', block: null }
    case 'finalized':
      return { event: 'finalized', block: { hash: status.block, index: status.index } }
    case 'finalityTimeout':
      return {
        event: 'dropped',
        error: 'Maximum number of finality watchers has been reached',
      }
    case 'usurped':
      return { event: 'invalid', error: 'Extrinsic was rendered invalid by another extrinsic' }
    case 'dropped':
      return { event: 'dropped', error: 'Extrinsic dropped from the pool due to exceeding limits' }
    case 'invalid':
      return { event: 'invalid', error: 'Extrinsic marked as invalid' }
    default:
      return undefined
  }
}
