// The texts that clients know failures of the chain by. Three doors word the same failure differently.

import { ChainError, type Hash } from '../../chain.ts'
import { RpcError } from '../rpc-error.ts'

/** Codes of upstream's groups. */
export const CHAIN_CODE = 3000
export const STATE_CODE = 4000

/** An unknown or discarded block, worded as the client library words it; undefined for other failures. */
function blockText(error: ChainError, unknown: (hash: Hash) => string): string | undefined {
  if (!('hash' in error.details)) return undefined
  const { hash } = error.details
  if (error.code === 'UNKNOWN_BLOCK') return unknown(hash)
  const isGone = error.code === 'STATE_DISCARDED' || error.code === 'PROOF_UNAVAILABLE'
  return isGone ? `State already discarded for ${hash}` : undefined
}

const headerMissing = (hash: Hash) => `Header was not found in the database: ${hash}`
const numberMissing = (hash: Hash) => `Expect block number from id: BlockId::Hash(${hash})`

/** A runtime call that did not come back; undefined for other failures. */
function executionText(error: ChainError): string | undefined {
  if (error.code === 'METHOD_NOT_FOUND' && 'method' in error.details) {
    return `Execution failed: Other: Exported method ${error.details.method} is not found`
  }
  if (error.code === 'EXECUTION_FAILED' && 'reason' in error.details) {
    return `Execution failed: Execution aborted due to panic: ${error.details.reason}`
  }
  return undefined
}

/** Sentence about a failed storage read; rethrows what is no failure of the chain. */
export function storageText(error: unknown): string {
  if (!(error instanceof ChainError)) throw error
  const block = blockText(error, headerMissing)
  if (block !== undefined) return `UnknownBlock: ${block}`
  return executionText(error) ?? error.message
}

/** Sentence about a failed `state_call`. */
export function callText(error: unknown): string {
  if (!(error instanceof ChainError)) throw error
  const block = blockText(error, numberMissing)
  if (block !== undefined) return `UnknownBlock: ${block}`
  return executionText(error) ?? error.message
}

/** Sentence about a failed runtime API that the node itself asked. */
export function apiText(error: unknown): string {
  if (!(error instanceof ChainError)) throw error
  const block = blockText(error, headerMissing)
  if (block !== undefined) return `Api called for an unknown Block: ${block}`
  return executionText(error) ?? error.message
}

/** The same failure as Rust's `{:?}` prints it, inside the sentences of the custom RPCs. */
export function apiDebugText(error: unknown): string {
  if (!(error instanceof ChainError)) throw error
  const block = blockText(error, numberMissing)
  if (block !== undefined) return `UnknownBlock(${JSON.stringify(block)})`
  const execution = executionText(error)?.replace(/^Execution failed: /, '')
  return `Application(Execution(${JSON.stringify(execution ?? error.message)}))`
}

/** Runs a storage read of the `state_` group; failures become code 4003. */
export function readingState<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw stateFailure(error, storageText)
  }
}

/** The `state_` error of a failure, worded by one of the sentences above. */
export function stateFailure(error: unknown, text: (error: unknown) => string): RpcError {
  if (error instanceof RpcError) return error
  return new RpcError(STATE_CODE + 3, `Client error: ${text(error)}`)
}
