import { SdkError } from '../errors.ts'

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
