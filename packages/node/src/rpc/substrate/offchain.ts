// `offchain_*`: the node's own storage for offchain workers.

import type { Chain, OffchainStorage } from '../../chain.ts'
import { hexOf } from '../hex.ts'
import { type MethodTable, method, methods } from '../methods.ts'
import { bytes, storageKey, word } from '../params.ts'
import { RpcError } from '../rpc-error.ts'

const UNSAFE = { isUnsafe: true } as const
const kind = word('PERSISTENT', 'LOCAL')

/** source polkadot-sdk sc-rpc-api offchain OffchainApi */
export function offchainMethods(chain: Chain): MethodTable {
  const storageOf = (which: 'PERSISTENT' | 'LOCAL'): OffchainStorage => {
    if (which === 'PERSISTENT' && chain.offchain !== undefined) return chain.offchain
    throw new RpcError(5001, 'This storage kind is not available yet')
  }
  return methods({
    offchain_localStorageGet: method(
      [kind, storageKey],
      (_ctx, which, key) => {
        const value = storageOf(which).get(key)
        return value === undefined ? null : hexOf(value)
      },
      UNSAFE,
    ),
    offchain_localStorageSet: method(
      [kind, storageKey, bytes],
      (_ctx, which, key, value) => {
        storageOf(which).set(key, value)
        return null
      },
      UNSAFE,
    ),
    offchain_localStorageClear: method(
      [kind, storageKey],
      (_ctx, which, key) => {
        storageOf(which).delete(key)
        return null
      },
      UNSAFE,
    ),
  })
}
