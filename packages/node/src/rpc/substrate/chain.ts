// `chain_*`: blocks, headers, hashes and the heads as they come.

import type { Chain } from '../../chain.ts'
import { hexOf } from '../hex.ts'
import { type MethodTable, method, methods, type Sink, subscription } from '../methods.ts'
import { hash, listOrValue, numberOrHex, optional } from '../params.ts'
import { RpcError } from '../rpc-error.ts'
import { atOrBest, headerJson } from './blocks.ts'
import { CHAIN_CODE } from './failures.ts'
import { listen } from './listen.ts'

/** source polkadot-sdk sc-rpc-api chain ChainApi */
export function chainMethods(chain: Chain): MethodTable {
  return methods({
    chain_getHeader: method([optional(hash)], (_ctx, at) => {
      const header = chain.header(atOrBest(chain, at))
      return header === undefined ? null : headerJson(header.decoded)
    }),
    chain_getBlock: method([optional(hash)], (_ctx, at) => blockJson(chain, atOrBest(chain, at))),
    chain_getBlockHash: method(
      [optional(listOrValue(numberOrHex))],
      (_ctx, numbers) => {
        if (numbers === undefined) return chain.best().hash
        const hashes = numbers.values.map((number) => hashOf(chain, number))
        return numbers.isList ? hashes : hashes[0]
      },
      { aliases: ['chain_getHead'] },
    ),
    chain_getFinalizedHead: method([], () => chain.finalized().hash, {
      aliases: ['chain_getFinalisedHead'],
    }),
    chain_subscribeAllHeads: subscription(
      { unsubscribe: 'chain_unsubscribeAllHeads', notification: 'chain_allHead' },
      [],
      (_ctx, sink) => followHeads(chain, sink),
    ),
    chain_subscribeNewHeads: subscription(
      {
        unsubscribe: 'chain_unsubscribeNewHeads',
        notification: 'chain_newHead',
        aliases: ['subscribe_newHead', 'chain_subscribeNewHead'],
        unsubscribeAliases: ['unsubscribe_newHead', 'chain_unsubscribeNewHead'],
      },
      [],
      (_ctx, sink) => followHeads(chain, sink),
    ),
    chain_subscribeFinalizedHeads: subscription(
      {
        unsubscribe: 'chain_unsubscribeFinalizedHeads',
        notification: 'chain_finalizedHead',
        aliases: ['chain_subscribeFinalisedHeads'],
        unsubscribeAliases: ['chain_unsubscribeFinalisedHeads'],
      },
      [],
      (_ctx, sink) => followHeads(chain, sink),
    ),
  })
}

function blockJson(chain: Chain, at: `0x${string}`): unknown {
  const header = chain.header(at)
  const body = chain.body(at)
  if (header === undefined || body === undefined) return null
  const justifications = chain.justifications(at) ?? null
  return {
    block: { header: headerJson(header.decoded), extrinsics: body.map(hexOf) },
    justifications:
      justifications?.map(([engine, proof]) => [
        [...Buffer.from(engine.slice(2), 'hex')],
        [...proof],
      ]) ?? null,
  }
}

function hashOf(chain: Chain, number: bigint): `0x${string}` | null {
  if (number > 0xffff_ffffn) {
    const text = `\`Number(${number})\` > u32::MAX, the max block number is u32.`
    throw new RpcError(CHAIN_CODE + 1, text)
  }
  return chain.hashOf(Number(number)) ?? null
}

/** The head now, and every later one. Blocks are final when made: all three subscriptions are this. */
function followHeads(chain: Chain, sink: Sink): () => void {
  const sendHeader = (at: `0x${string}`) => {
    const header = chain.header(at)
    if (header !== undefined) sink.send(headerJson(header.decoded))
  }
  sendHeader(chain.best().hash)
  return listen(chain, sink, {
    onBlock: (block) => sink.send(headerJson(block.header)),
    onRewind: (head) => sendHeader(head.hash),
  })
}
