// `childstate_*`: child tries. No pallet of this chain keeps one, so every one of them is empty.

import type { Chain, Hash, StorageKey } from '../../chain.ts'
import { hexOf } from '../hex.ts'
import { type MethodTable, method, methods } from '../methods.ts'
import { hash, list, optional, storageKey, u32 } from '../params.ts'
import { RpcError } from '../rpc-error.ts'
import { atOrBest } from './blocks.ts'
import { readingState, STATE_CODE } from './failures.ts'
import { checkPage } from './state.ts'

const CHILD_PREFIX = ':child_storage:default:'

/** source polkadot-sdk sc-rpc-api child_state ChildStateApi */
export function childStateMethods(chain: Chain): MethodTable {
  /** Refuses unknown blocks and keys that name no child trie, as a read of a real one would. */
  const check = (child: StorageKey, at: Hash | undefined): Hash => {
    const block = atOrBest(chain, at)
    readingState(() => chain.stateAt(block))
    if (child.startsWith(CHILD_PREFIX)) return block
    throw new RpcError(STATE_CODE + 3, 'Client error: Invalid child storage key')
  }
  const nothing = method([storageKey, storageKey, optional(hash)], (_ctx, child, _key, at) => {
    check(child, at)
    return null
  })
  return methods({
    childstate_getStorage: nothing,
    childstate_getStorageHash: nothing,
    childstate_getStorageSize: nothing,
    childstate_getStorageEntries: method(
      [storageKey, list(storageKey), optional(hash)],
      (_ctx, child, keys, at) => {
        check(child, at)
        return keys.map(() => null)
      },
    ),
    childstate_getKeys: method(
      [storageKey, storageKey, optional(hash)],
      (_ctx, child, _key, at) => {
        check(child, at)
        return []
      },
    ),
    childstate_getKeysPaged: method(
      [storageKey, optional(storageKey), u32, optional(storageKey), optional(hash)],
      (_ctx, child, _prefix, count, _after, at) => {
        checkPage(count)
        check(child, at)
        return []
      },
      { aliases: ['childstate_getKeysPagedAt'] },
    ),
    state_getChildReadProof: method(
      [storageKey, list(storageKey), optional(hash)],
      (_ctx, child, _keys, at) => {
        const block = check(child, at)
        // that the trie's root is absent proves every key of it absent
        return readingState(() => ({
          at: block,
          proof: chain.readProof(block, [child]).map(hexOf),
        }))
      },
    ),
  })
}
