// Refusals of the pool as JSON-RPC errors. Clients match these codes, messages and data.

import { type InvalidReason, PoolError, type PoolRefusal, type UnknownReason } from '../../chain.ts'
import { RpcError } from '../rpc-error.ts'

/** What each reason reads in `data`. source polkadot-sdk sp-runtime transaction_validity */
const INVALID_TEXTS: Readonly<Record<Exclude<InvalidReason, 'Custom'>, string>> = {
  Call: 'Transaction call is not expected',
  Payment: 'Inability to pay some fees (e.g. account balance too low)',
  Future: 'Transaction will be valid in the future',
  Stale: 'Transaction is outdated',
  BadProof: 'Transaction has a bad signature',
  AncientBirthBlock: 'Transaction has an ancient birth block',
  ExhaustsResources: 'Transaction would exhaust the block limits',
  BadMandatory: 'A call was labelled as mandatory, but resulted in an Error.',
  MandatoryValidation: 'Transaction dispatch is mandatory; transactions must not be validated.',
  BadSigner: 'Invalid signing address',
  IndeterminateImplicit: 'The implicit data was unable to be calculated',
  UnknownOrigin: 'The transaction extension did not authorize any origin',
}

const UNKNOWN_TEXTS: Readonly<Record<UnknownReason, string>> = {
  CannotLookup: 'Could not lookup information required to validate the transaction',
  NoUnsignedValidator: 'Could not find an unsigned validator for the unsigned transaction',
  Custom: 'UnknownTransaction custom error',
}

/** The sentence of an invalidity; `code` is that of `Custom`. */
export function invalidText(reason: InvalidReason): string {
  return reason === 'Custom' ? 'InvalidTransaction custom error' : INVALID_TEXTS[reason]
}

export function unknownText(reason: UnknownReason): string {
  return UNKNOWN_TEXTS[reason]
}

/**
 * The error that a client of `author_*` reads.
 *
 * source polkadot-sdk sc-rpc-api author/error.rs
 */
export function poolFailure(error: unknown): unknown {
  return error instanceof PoolError ? refusalError(error.refusal) : error
}

function refusalError(refusal: PoolRefusal): RpcError {
  switch (refusal.type) {
    case 'verification':
      return new RpcError(1002, `Verification Error: ${refusal.text}`, refusal.text)
    case 'invalid': {
      const { reason, code } = refusal
      const text = reason === 'Custom' ? `Custom error: ${code ?? 0}` : INVALID_TEXTS[reason]
      return new RpcError(1010, 'Invalid Transaction', text)
    }
    case 'unknown': {
      const detail = refusal.reason === 'Custom' ? `Custom(${refusal.code ?? 0})` : refusal.reason
      return new RpcError(1011, 'Unknown Transaction Validity', `UnknownTransaction::${detail}`)
    }
    case 'tooLowPriority':
      return new RpcError(
        1014,
        `Priority is too low: (${refusal.old} vs ${refusal.new})`,
        'The transaction has too low priority to replace another transaction already in the pool.',
      )
    default:
      return PLAIN_ERRORS[refusal.type]()
  }
}

type PlainRefusal = Exclude<
  PoolRefusal['type'],
  'verification' | 'invalid' | 'unknown' | 'tooLowPriority'
>

const PLAIN_ERRORS: Readonly<Record<PlainRefusal, () => RpcError>> = {
  temporarilyBanned: () => new RpcError(1012, 'Transaction is temporarily banned'),
  // what Rust prints of a hash behind `dyn Any`
  alreadyImported: () => new RpcError(1013, 'Transaction Already Imported', 'Any { .. }'),
  cycle: () => new RpcError(1015, 'Cycle Detected'),
  immediatelyDropped: () =>
    new RpcError(
      1016,
      'Immediately Dropped',
      "The transaction couldn't enter the pool because of the limit",
    ),
  unactionable: () =>
    new RpcError(
      1018,
      'Unactionable',
      'The transaction is unactionable since it is not propagable and the local node does not author blocks',
    ),
  noTags: () =>
    new RpcError(
      1019,
      'No tags provided',
      "Transaction does not provide any tags, so the pool can't identify it",
    ),
  futureRejected: () => new RpcError(1021, 'The pool is not accepting future transactions'),
}

/**
 * The `error` text of an `invalid` event of `transactionWatch_v1`.
 *
 * source polkadot-sdk sc-rpc-spec-v2 transaction/error.rs
 */
export function watchText(refusal: PoolRefusal): string {
  switch (refusal.type) {
    case 'verification':
      return `Verification error: ${refusal.text}`
    case 'invalid':
      return refusal.reason === 'Custom'
        ? `Invalid transaction with custom error: ${refusal.code ?? 0}`
        : `Invalid transaction: ${INVALID_TEXTS[refusal.reason]}`
    case 'unknown':
      return `Unknown transaction validity: ${UNKNOWN_TEXTS[refusal.reason]}`
    case 'tooLowPriority':
      return `The priority of the transaction is too low (pool ${refusal.old} > current ${refusal.new})`
    default:
      return PLAIN_WATCH_TEXTS[refusal.type]
  }
}

const PLAIN_WATCH_TEXTS: Readonly<Record<PlainRefusal, string>> = {
  temporarilyBanned: 'Transaction is temporarily banned',
  alreadyImported: 'Transaction is already imported',
  cycle: 'The transaction contains a cyclic dependency',
  immediatelyDropped: 'The transaction could not enter the pool because of the limit',
  unactionable: 'Transaction cannot be propagated and the local node does not author blocks',
  noTags: 'Transaction does not provide any tags, so the pool cannot identify it',
  futureRejected: 'The pool is not accepting future transactions',
}

/** True when the same transaction may be taken later. */
export function isRetriable(refusal: PoolRefusal): boolean {
  return ['temporarilyBanned', 'immediatelyDropped', 'futureRejected'].includes(refusal.type)
}
