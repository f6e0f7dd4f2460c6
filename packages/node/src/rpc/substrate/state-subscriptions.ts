// `state_subscribe*`: keys and runtime versions as they change.

import type { Chain, Hash, StorageChange, StorageKey } from '../../chain.ts'
import { hexOf, hexOfKey } from '../hex.ts'
import { type CallContext, type MethodTable, methods, type Sink, subscription } from '../methods.ts'
import { list, optional, storageKey } from '../params.ts'
import { unsafeCall } from '../rpc-error.ts'
import { isSameRuntime, runtimeVersionJson } from './blocks.ts'
import { apiText, readingState, stateFailure } from './failures.ts'
import { listen } from './listen.ts'

/** source polkadot-sdk sc-rpc state_full subscribe_storage, subscribe_runtime_version */
export function stateSubscriptions(chain: Chain): MethodTable {
  const writtenBy = changesByBlock(chain)
  return methods({
    state_subscribeStorage: subscription(
      { unsubscribe: 'state_unsubscribeStorage', notification: 'state_storage' },
      [optional(list(storageKey))],
      (ctx, sink, keys) => {
        if (keys !== undefined) return followKeys(chain, sink, keys, writtenBy)
        return followAll(chain, ctx, sink, writtenBy)
      },
    ),
    state_subscribeRuntimeVersion: subscription(
      {
        unsubscribe: 'state_unsubscribeRuntimeVersion',
        notification: 'state_runtimeVersion',
        aliases: ['chain_subscribeRuntimeVersion'],
        unsubscribeAliases: ['chain_unsubscribeRuntimeVersion'],
      },
      [],
      (_ctx, sink) => followRuntime(chain, sink),
    ),
  })
}

type WrittenBy = (block: Hash) => ReadonlyMap<StorageKey, Uint8Array | undefined>

/** Changes of the newest block as a map, made once for all subscribers. */
function changesByBlock(chain: Chain): WrittenBy {
  let block: Hash | undefined
  let written: ReadonlyMap<StorageKey, Uint8Array | undefined> = new Map()
  return (of) => {
    if (of !== block) {
      written = new Map(chain.changesOf(of))
      block = of
    }
    return written
  }
}

function send(sink: Sink, block: Hash, changes: readonly StorageChange[]): void {
  if (changes.length === 0) return
  const asHex = ([key, value]: StorageChange) => [
    hexOfKey(key),
    value === undefined ? null : hexOf(value),
  ]
  sink.send({ block, changes: changes.map(asHex) })
}

/** The keys as they are, then per block those that it wrote. */
function followKeys(
  chain: Chain,
  sink: Sink,
  keys: readonly StorageKey[],
  writtenBy: WrittenBy,
): () => void {
  const sendAll = (block: Hash) => {
    const state = chain.stateAt(block)
    send(
      sink,
      block,
      keys.map((key) => [key, state.get(key)]),
    )
  }
  readingState(() => sendAll(chain.best().hash))
  const wanted = [...new Set(keys)]
  return listen(chain, sink, {
    onBlock({ hash }) {
      const written = writtenBy(hash)
      const changed = wanted.filter((key) => written.has(key))
      send(
        sink,
        hash,
        changed.map((key) => [key, written.get(key)]),
      )
    },
    onRewind: ({ hash }) => sendAll(hash),
  })
}

/** Everything that every block writes; too much for a public endpoint. */
function followAll(chain: Chain, ctx: CallContext, sink: Sink, writtenBy: WrittenBy): () => void {
  if (!ctx.isUnsafeAllowed) throw unsafeCall()
  return listen(chain, sink, {
    onBlock: ({ hash }) => send(sink, hash, [...writtenBy(hash)]),
    onRewind: () => {},
  })
}

/** The version now, and again whenever a block changes it. */
function followRuntime(chain: Chain, sink: Sink): () => void {
  let version: ReturnType<Chain['runtimeVersionAt']>
  try {
    version = chain.runtimeVersionAt(chain.best().hash)
  } catch (error) {
    throw stateFailure(error, apiText)
  }
  sink.send(runtimeVersionJson(version))
  const check = ({ hash }: { hash: Hash }) => {
    const now = chain.runtimeVersionAt(hash)
    if (isSameRuntime(now, version)) return
    version = now
    sink.send(runtimeVersionJson(version))
  }
  return listen(chain, sink, { onBlock: check, onRewind: check })
}
