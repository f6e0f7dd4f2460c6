// `engine_*`: blocks on demand, as upstream offers them under manual sealing.

import { type Chain, ChainError, type DevPowers, type Hash, isChainError } from '../../chain.ts'
import { type MethodTable, method, methods } from '../methods.ts'
import { anything, bool, hash, optional } from '../params.ts'
import { RpcError } from '../rpc-error.ts'

/** source polkadot-sdk sc-consensus-manual-seal error.rs codes */
const CODE = { shuttingDown: 10_000, importFailed: 11_000, emptyPool: 12_000, notFound: 13_000 }
const UNKNOWN_ERROR = 20_000

/** source polkadot-sdk sc-consensus-manual-seal rpc.rs ManualSealApi */
export function engineMethods(chain: Chain, dev: DevPowers): MethodTable {
  return methods({
    engine_createBlock: method(
      [bool, bool, optional(hash)],
      async (_ctx, createEmpty, _finalize, parent) => {
        if (parent !== undefined && chain.header(parent) === undefined) throw notFound(parent)
        try {
          const options = parent === undefined ? { createEmpty } : { createEmpty, parent }
          return createdBlock((await dev.createBlock(options)).hash)
        } catch (error) {
          throw engineFailure(error)
        }
      },
    ),
    // every block is final as it is made; upstream answers true even for blocks it does not know
    engine_finalizeBlock: method([hash, optional(anything)], () => true),
  })
}

function createdBlock(hash: Hash): unknown {
  const aux = {
    header_only: false,
    clear_justification_requests: false,
    needs_justification: false,
    bad_justification: false,
    is_new_best: true,
  }
  return { hash, aux, proof_size: 0 }
}

/** Rust shows a hash by its ends. */
function notFound(parent: Hash): RpcError {
  const shown = `${parent.slice(0, 6)}…${parent.slice(-4)}`
  return new RpcError(CODE.notFound, `Supplied parent_hash: ${shown} doesn't exist in chain`)
}

/** The error that a client of `engine_*` reads; what is no failure of the chain stays as it is. */
export function engineFailure(error: unknown): unknown {
  if (!(error instanceof ChainError)) return error
  if (isChainError(error, 'EMPTY_POOL')) {
    const way = 'set create_empty to true, if you want to create empty blocks'
    return new RpcError(CODE.emptyPool, `Transaction pool is empty, ${way}`)
  }
  if (isChainError(error, 'UNKNOWN_BLOCK')) return notFound(error.details.hash)
  if (isChainError(error, 'BLOCK_REFUSED')) {
    return new RpcError(CODE.importFailed, `Block import failed: ${error.details.reason}`)
  }
  if (isChainError(error, 'SHUTTING_DOWN')) {
    return new RpcError(CODE.shuttingDown, 'Consensus process is terminating')
  }
  return new RpcError(UNKNOWN_ERROR, `Other error: ${error.message}`)
}
