// `chainHead_v1_*`: following the head, and asking about the blocks that it announced.

import type { Chain, Hash } from '../../../chain.ts'
import { bytesOfStrictHex, hexOf } from '../../hex.ts'
import {
  type CallContext,
  type MethodTable,
  method,
  methods,
  type Sink,
  subscription,
} from '../../methods.ts'
import { bool, hash, list, listOrValue, optional, text } from '../../params.ts'
import { CODE, RpcError } from '../../rpc-error.ts'
import { callText, storageText } from '../failures.ts'
import { listen } from '../listen.ts'
import { type ItemQuery, itemQuery, itemsOf, type ReadQuery, readHex } from '../storage-items.ts'
import { Follow } from './follow.ts'
import { CHAIN_HEAD_LIMITS, type ChainHeadLimits } from './limits.ts'
import type { Operation } from './operations.ts'
import { Pins } from './pins.ts'

const LIMIT_REACHED = { result: 'limitReached' } as const

const tooManyFollows = () =>
  new RpcError(-32800, 'Maximum number of chainHead_follow has been reached')
const invalidBlock = () => new RpcError(-32801, 'Invalid block hash')
const noRuntime = () =>
  new RpcError(
    -32802,
    'The `chainHead_follow` subscription was started with `withRuntime` set to `false`',
  )
const invalidContinue = () =>
  new RpcError(-32803, 'Wait for continue event was not generated for the subscription')
const duplicateHashes = () =>
  new RpcError(-32804, 'Received duplicate hashes for the `chainHead_unpin` method')
const invalidParameter = (given: string) =>
  new RpcError(CODE.invalidParams, `Invalid parameter: ${given}`)

/**
 * source  polkadot-sdk sc-rpc-spec-v2 chain_head ChainHeadApi
 * differs events may carry several storage items, and long queries ask the client to continue; both are
 *         what the specification says, upstream does neither
 */
export function chainHeadMethods(
  chain: Chain,
  limits: ChainHeadLimits = CHAIN_HEAD_LIMITS,
): MethodTable {
  const head = new ChainHead(chain, limits)
  const block = [text, hash] as const
  const operation = [text, text] as const
  return methods({
    chainHead_v1_follow: subscription(
      { unsubscribe: 'chainHead_v1_unfollow', notification: 'chainHead_v1_followEvent' },
      [bool],
      (ctx, sink, withRuntime) => head.follow(ctx, sink, withRuntime),
    ),
    chainHead_v1_header: method(block, (ctx, id, at) => head.header(ctx, id, at)),
    chainHead_v1_body: method(block, (ctx, id, at) => head.body(ctx, id, at)),
    chainHead_v1_call: method([text, hash, text, text], (ctx, id, at, name, args) =>
      head.call(ctx, id, { at, name, args }),
    ),
    chainHead_v1_storage: method(
      [text, hash, list(itemQuery), optional(text)],
      (ctx, id, at, items, childTrie) => head.storage(ctx, id, { at, items, childTrie }),
    ),
    chainHead_v1_unpin: method([text, listOrValue(hash)], (ctx, id, { values }) =>
      head.unpin(ctx, id, values),
    ),
    chainHead_v1_continue: method(operation, (ctx, id, op) => head.continue(ctx, id, op)),
    chainHead_v1_stopOperation: method(operation, (ctx, id, op) => head.stop(ctx, id, op)),
  })
}

interface RuntimeCall {
  readonly at: Hash
  readonly name: string
  readonly args: string
}

interface StorageCall {
  readonly at: Hash
  readonly items: readonly ItemQuery[]
  readonly childTrie: string | undefined
}

class ChainHead {
  readonly #chain: Chain
  readonly #limits: ChainHeadLimits
  readonly #follows = new Map<string, Follow>()
  readonly #pins: Pins

  constructor(chain: Chain, limits: ChainHeadLimits) {
    this.#chain = chain
    this.#limits = limits
    this.#pins = new Pins(limits, { [Symbol.iterator]: () => this.#follows.values() })
  }

  follow(ctx: CallContext, sink: Sink, withRuntime: boolean): () => void {
    const { maxFollowsPerPeer, maxOperations } = this.#limits
    const mine = [...this.#follows.values()].filter(({ peerId }) => peerId === ctx.peer.id)
    if (mine.length >= maxFollowsPerPeer) throw tooManyFollows()
    const options = { peerId: ctx.peer.id, withRuntime, maxOperations }
    const follow = new Follow(this.#chain, sink, this.#pins, options)
    this.#follows.set(sink.id, follow)
    const stopListening = listen(this.#chain, sink, {
      onBlock: (block) => follow.add(block),
      onRewind: () => follow.stop(),
    })
    follow.initialize()
    return () => {
      stopListening()
      this.#follows.delete(sink.id)
      follow.free()
    }
  }

  header(ctx: CallContext, id: string, at: Hash): string | null {
    const follow = this.#followOf(ctx, id)
    if (follow === undefined) return null
    if (!follow.isPinned(at)) throw invalidBlock()
    const header = this.#chain.header(at)
    return header === undefined ? null : hexOf(header.bytes)
  }

  body(ctx: CallContext, id: string, at: Hash): unknown {
    const follow = this.#followOf(ctx, id)
    if (follow === undefined) return LIMIT_REACHED
    if (!follow.isPinned(at)) throw invalidBlock()
    const body = this.#chain.body(at)
    if (body === undefined) {
      // pruned under the pin: what this subscription promised no longer holds
      follow.stop()
      throw invalidBlock()
    }
    return this.#start(ctx, follow, 1, async (operation) => {
      if (!(await follow.sink.ready())) return
      report(follow, operation, 'operationBodyDone', { value: body.map(hexOf) })
    })
  }

  call(ctx: CallContext, id: string, { at, name, args }: RuntimeCall): unknown {
    const input = bytesOfStrictHex(args)
    if (input === null) throw invalidParameter(args)
    const follow = this.#followOf(ctx, id)
    if (follow === undefined) return LIMIT_REACHED
    if (!follow.isPinned(at)) throw invalidBlock()
    if (!follow.withRuntime) throw noRuntime()
    return this.#start(ctx, follow, 1, async (operation) => {
      try {
        const output = hexOf(await this.#chain.call(at, name, input))
        if (!(await follow.sink.ready())) return
        report(follow, operation, 'operationCallDone', { output })
      } catch (error) {
        report(follow, operation, 'operationError', { error: callText(error) })
      }
    })
  }

  storage(ctx: CallContext, id: string, { at, items, childTrie }: StorageCall): unknown {
    const follow = this.#followOf(ctx, id)
    if (follow === undefined) return LIMIT_REACHED
    const queries = items.map(({ key, type }): ReadQuery => {
      const read = readHex(key)
      if (read === null) throw invalidParameter(key)
      return { key: read, type }
    })
    if (childTrie !== undefined && readHex(childTrie) === null) throw invalidParameter(childTrie)
    if (!follow.isPinned(at)) throw invalidBlock()
    // no pallet keeps child tries: queries into one find nothing
    const asked = childTrie === undefined ? queries : []
    const run = (operation: Operation) => this.#readItems(follow, operation, at, asked)
    const answer = this.#start(ctx, follow, items.length, run)
    return answer === LIMIT_REACHED ? answer : { ...answer, discardedItems: 0 }
  }

  unpin(ctx: CallContext, id: string, blocks: readonly Hash[]): null {
    const follow = this.#followOf(ctx, id)
    if (follow === undefined) return null
    if (new Set(blocks).size !== blocks.length) throw duplicateHashes()
    if (!follow.unpin(blocks)) throw invalidBlock()
    return null
  }

  continue(ctx: CallContext, id: string, operationId: string): null {
    const operation = this.#followOf(ctx, id)?.operations.get(operationId)
    if (operation === undefined) return null
    if (!operation.isWaiting) throw invalidContinue()
    operation.continue()
    return null
  }

  stop(ctx: CallContext, id: string, operationId: string): null {
    this.#followOf(ctx, id)?.operations.get(operationId)?.finish()
    return null
  }

  /** A subscription that this very session started. */
  #followOf(ctx: CallContext, id: string): Follow | undefined {
    const follow = this.#follows.get(id)
    return follow?.peerId === ctx.peer.id ? follow : undefined
  }

  /** Announces an operation, and runs it once the announcement is on its way. */
  #start(
    ctx: CallContext,
    follow: Follow,
    places: number,
    run: (operation: Operation) => Promise<void>,
  ): { result: 'started'; operationId: string } | typeof LIMIT_REACHED {
    const operation = follow.operations.start(places)
    if (operation === undefined) return LIMIT_REACHED
    ctx.afterReply(() => {
      void run(operation).finally(() => operation.finish())
    })
    return { result: 'started', operationId: operation.id }
  }

  async #readItems(
    follow: Follow,
    operation: Operation,
    at: Hash,
    queries: readonly ReadQuery[],
  ): Promise<void> {
    let unconfirmed = 0
    try {
      const state = this.#chain.stateAt(at)
      for (const query of queries) {
        for await (const items of itemsOf(state, query)) {
          if (unconfirmed >= this.#limits.maxItemsPerPage) {
            report(follow, operation, 'operationWaitingForContinue', {})
            if (!(await operation.waitForContinue())) return
            unconfirmed = 0
          }
          if (!(await follow.sink.ready()) || operation.isOver) return
          report(follow, operation, 'operationStorageItems', { items })
          unconfirmed += items.length
        }
      }
      report(follow, operation, 'operationStorageDone', {})
    } catch (error) {
      report(follow, operation, 'operationError', { error: storageText(error) })
    }
  }
}

/** Sends an event of an operation, unless it was stopped. */
function report(
  follow: Follow,
  operation: Operation,
  event: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  if (operation.isOver) return
  follow.sink.send({ event, operationId: operation.id, ...fields })
}
