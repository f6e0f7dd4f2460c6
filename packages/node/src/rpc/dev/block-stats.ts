// `dev_getBlockStats`: what it took to execute a block.

import type { Chain } from '../../chain.ts'
import { type MethodTable, method, methods } from '../methods.ts'
import { hash } from '../params.ts'
import { RpcError } from '../rpc-error.ts'

/**
 * source  polkadot-sdk sc-rpc-api dev DevApi
 * differs the witness of a block is not recorded here: known blocks answer 6005, as when upstream fails
 *         to extract it
 */
export function blockStatsMethods(chain: Chain): MethodTable {
  return methods({
    dev_getBlockStats: method(
      [hash],
      (_ctx, at) => {
        const header = chain.header(at)
        const isKnown = header !== undefined && chain.body(at) !== undefined
        if (!isKnown || chain.header(header.decoded.parentHash) === undefined) return null
        throw new RpcError(6005, 'Failed to extract the proof')
      },
      { isUnsafe: true },
    ),
  })
}
