// Failures of development powers: one code, a sentence.

import { ChainError } from '../../chain.ts'
import { RpcError } from '../rpc-error.ts'
import { storageText } from '../substrate/failures.ts'

const DEV_ERROR = 1

export function refuse(why: string): RpcError {
  return new RpcError(DEV_ERROR, why)
}

/** Runs a power; failures of the chain become errors that the client can read. */
export async function devFailure<T>(run: () => T | Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof ChainError)) throw error
    throw refuse('reason' in error.details ? error.details.reason : storageText(error))
  }
}
