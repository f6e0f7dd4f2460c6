import { errorText, SdkError } from '../errors.ts'

export type ClientErrorCode =
  | 'INVALID_ENDPOINT'
  /** No node answered in time. */
  | 'CANNOT_CONNECT'
  /** A read or a wait took longer than allowed. */
  | 'TIMEOUT'
  /** The connection was closed on our side. */
  | 'CLOSED'
  /** The chain has no such pallet, item, call or API. */
  | 'NOT_ON_CHAIN'
  /** Arguments or results that do not fit the chain's types. */
  | 'BAD_VALUE'
  /** The node refused a read. */
  | 'RPC_FAILED'
  /** The pool refused a transaction; `data.reason`, for known codes `data.code`. */
  | 'INVALID_TRANSACTION'
  /** A transaction is in a block and failed; `data.pallet`, `data.name`. */
  | 'DISPATCH_FAILED'
  /** An expected event is missing from a block. */
  | 'MISSING_EVENT'
  | 'SUBNET_NOT_FOUND'
  | 'NOT_REGISTERED'
  /** A rate limit of the chain; `data.blocks` is how long to wait. */
  | 'TOO_SOON'
  /** The chain gets no rounds of the beacon that opens sealed weights. */
  | 'NO_BEACON'

/** A request to the chain that did not do what was asked. */
export class ClientError extends SdkError<ClientErrorCode> {}

/** polkadot-api's errors by our codes; errors of the SDK as they are. */
export function clientError(error: unknown): SdkError {
  if (error instanceof SdkError) return error
  const text = errorText(error)
  if (/not found|does not exist/i.test(text)) {
    return new ClientError('NOT_ON_CHAIN', text, { cause: error })
  }
  if (/incompatible|invalid (?:argument|value|input)/i.test(text)) {
    return new ClientError('BAD_VALUE', text, { cause: error })
  }
  return new ClientError('RPC_FAILED', `the node did not answer: ${text}`, { cause: error })
}
