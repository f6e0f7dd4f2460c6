// `state_*` that reads: storage, runtime calls, versions, proofs.

import { blake2_256, bytes as bytesCodec } from '@taonet/frame'
import type { Chain, Hash, StorageKey } from '../../chain.ts'
import { hexOf, hexOfKey } from '../hex.ts'
import { type CallContext, type MethodTable, method, methods } from '../methods.ts'
import { bytes, hash, list, optional, storageKey, text, u32 } from '../params.ts'
import { RpcError } from '../rpc-error.ts'
import { atOrBest, runtimeVersionJson } from './blocks.ts'
import {
  apiText,
  callText,
  readingState,
  STATE_CODE,
  stateFailure,
  storageText,
} from './failures.ts'
import { queryStorage } from './query-storage.ts'
import { BoundedList, keysOf } from './state-reads.ts'

/** Largest page of keys. */
const MAX_PAGE = 1_000

/** source polkadot-sdk sc-rpc-api state StateApi */
export function stateMethods(chain: Chain): MethodTable {
  const stateAt = (at: Hash | undefined) => chain.stateAt(atOrBest(chain, at))
  const valueAt = (key: StorageKey, at: Hash | undefined) =>
    readingState(() => stateAt(at).get(key))
  const keyAndBlock = [storageKey, optional(hash)] as const
  return methods({
    state_getStorage: method(
      keyAndBlock,
      (_ctx, key, at) => {
        const value = valueAt(key, at)
        return value === undefined ? null : hexOf(value)
      },
      { aliases: ['state_getStorageAt'] },
    ),
    state_getStorageHash: method(
      keyAndBlock,
      (_ctx, key, at) => {
        const value = valueAt(key, at)
        return value === undefined ? null : hexOf(blake2_256(value))
      },
      { aliases: ['state_getStorageHashAt'] },
    ),
    state_getStorageSize: method(keyAndBlock, (_ctx, key, at) => storageSize(chain, key, at), {
      aliases: ['state_getStorageSizeAt'],
    }),
    state_getKeys: method(keyAndBlock, (ctx, prefix, at) => allKeys(chain, ctx, prefix, at)),
    state_getPairs: method(keyAndBlock, (ctx, prefix, at) => allPairs(chain, ctx, prefix, at), {
      isUnsafe: true,
    }),
    state_getKeysPaged: method(
      [optional(storageKey), u32, optional(storageKey), optional(hash)],
      (_ctx, prefix, count, after, at) => {
        checkPage(count)
        return readingState(() =>
          stateAt(at)
            .keysPaged(prefix ?? '', count, after)
            .map(hexOfKey),
        )
      },
      { aliases: ['state_getKeysPagedAt'] },
    ),
    state_queryStorageAt: method([list(storageKey), optional(hash)], (ctx, keys, at) => {
      const block = atOrBest(chain, at)
      return queryStorage(chain, ctx, { keys, from: block, to: block })
    }),
    state_queryStorage: method(
      [list(storageKey), hash, optional(hash)],
      (ctx, keys, from, to) => queryStorage(chain, ctx, { keys, from, to: atOrBest(chain, to) }),
      { isUnsafe: true },
    ),
    state_getReadProof: method([list(storageKey), optional(hash)], (_ctx, keys, at) => {
      const block = atOrBest(chain, at)
      return readingState(() => ({ at: block, proof: chain.readProof(block, keys).map(hexOf) }))
    }),
    ...runtimeMethods(chain),
  })
}

function runtimeMethods(chain: Chain): MethodTable {
  return methods({
    state_call: method(
      [text, bytes, optional(hash)],
      async (_ctx, name, args, at) => {
        try {
          return hexOf(await chain.call(atOrBest(chain, at), name, args))
        } catch (error) {
          throw stateFailure(error, callText)
        }
      },
      { aliases: ['state_callAt'] },
    ),
    state_getMetadata: method([optional(hash)], async (_ctx, at) => {
      try {
        const answer = await chain.call(atOrBest(chain, at), 'Metadata_metadata', new Uint8Array())
        return hexOf(bytesCodec.decode(answer))
      } catch (error) {
        throw stateFailure(error, apiText)
      }
    }),
    state_getRuntimeVersion: method(
      [optional(hash)],
      (_ctx, at) => {
        try {
          return runtimeVersionJson(chain.runtimeVersionAt(atOrBest(chain, at)))
        } catch (error) {
          throw stateFailure(error, apiText)
        }
      },
      { aliases: ['chain_getRuntimeVersion'] },
    ),
    state_traceBlock: method(
      [hash, optional(text), optional(text), optional(text)],
      (_ctx, block) => {
        const why = 'this runtime is not built with tracing'
        const text = `Cannot resolve a block range ['"${block}"' ... '"None"]. ${why}`
        throw new RpcError(STATE_CODE + 1, text)
      },
      { isUnsafe: true },
    ),
  })
}

/** Refuses pages above the limit, with the words that clients look for. */
export function checkPage(count: number): void {
  if (count <= MAX_PAGE) return
  const text = `count exceeds maximum value. value: ${count}, max: ${MAX_PAGE}`
  throw new RpcError(STATE_CODE + 2, text)
}

/** Length of a value, or of all values under a prefix; null when there is neither. */
async function storageSize(chain: Chain, key: StorageKey, at?: Hash): Promise<number | null> {
  try {
    const state = chain.stateAt(atOrBest(chain, at))
    const value = state.get(key)
    if (value !== undefined) return value.length
    let sum = 0
    for await (const page of keysOf(state, key)) {
      for (const each of page) sum += state.get(each)?.length ?? 0
    }
    return sum > 0 ? sum : null
  } catch (error) {
    throw stateFailure(error, storageText)
  }
}

async function allKeys(chain: Chain, ctx: CallContext, prefix: StorageKey, at?: Hash) {
  try {
    const found = new BoundedList<string>(ctx)
    for await (const page of keysOf(chain.stateAt(atOrBest(chain, at)), prefix)) {
      for (const key of page) found.add(hexOfKey(key), 2 * key.length + 5)
    }
    return found.items
  } catch (error) {
    throw stateFailure(error, storageText)
  }
}

async function allPairs(chain: Chain, ctx: CallContext, prefix: StorageKey, at?: Hash) {
  try {
    const state = chain.stateAt(atOrBest(chain, at))
    const found = new BoundedList<[string, string]>(ctx)
    for await (const page of keysOf(state, prefix)) {
      for (const key of page) {
        const value = state.get(key) ?? new Uint8Array()
        found.add([hexOfKey(key), hexOf(value)], 2 * (key.length + value.length) + 12)
      }
    }
    return found.items
  } catch (error) {
    throw stateFailure(error, storageText)
  }
}
