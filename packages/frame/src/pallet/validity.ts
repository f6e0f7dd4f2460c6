/** Whether a transaction may enter the pool or a block. */
import {
  bool,
  bytes,
  type Codec,
  enumeration,
  struct,
  u8,
  u64,
  type Value,
  variant,
  vec,
} from '../codec/index.ts'

export interface ValidTransaction {
  readonly priority: bigint
  readonly requires: Uint8Array[]
  readonly provides: Uint8Array[]
  readonly longevity: bigint
  readonly propagate: boolean
}
const PATH = 'sp_runtime::transaction_validity'
export const ValidTransaction: Codec<ValidTransaction> = struct<ValidTransaction>(
  `${PATH}::ValidTransaction`,
  {
    priority: u64,
    requires: vec(bytes),
    provides: vec(bytes),
    longevity: u64,
    propagate: bool,
  },
)
export const InvalidTransaction = variant(`${PATH}::InvalidTransaction`, {
  Call: [0],
  Payment: [1],
  Future: [2],
  Stale: [3],
  BadProof: [4],
  AncientBirthBlock: [5],
  ExhaustsResources: [6],
  Custom: [7, u8],
  BadMandatory: [8],
  MandatoryValidation: [9],
  BadSigner: [10],
  IndeterminateImplicit: [11],
  UnknownOrigin: [12],
})
export type InvalidTransaction = Value<typeof InvalidTransaction>
export const UnknownTransaction = variant(`${PATH}::UnknownTransaction`, {
  CannotLookup: [0],
  NoUnsignedValidator: [1],
  Custom: [2, u8],
})
export type UnknownTransaction = Value<typeof UnknownTransaction>
export const TransactionValidityError = variant(`${PATH}::TransactionValidityError`, {
  Invalid: [0, InvalidTransaction],
  Unknown: [1, UnknownTransaction],
})
export type TransactionValidityError = Value<typeof TransactionValidityError>
export const TransactionSource = enumeration(`${PATH}::TransactionSource`, {
  InBlock: 0,
  Local: 1,
  External: 2,
})

export type TransactionSource = Value<typeof TransactionSource>

/** A transaction that may not be included; thrown by extensions, a value at the pool's border. */
export class InvalidityError extends Error {
  override readonly name = 'InvalidityError'
  readonly validity: TransactionValidityError
  constructor(validity: TransactionValidityError) {
    const { type, value } = validity.value
    super(`${validity.type} transaction: ${type}${value === undefined ? '' : `(${value})`}`)
    this.validity = validity
  }
}
export const invalid = (value: InvalidTransaction): InvalidityError =>
  new InvalidityError({ type: 'Invalid', value })
export const unknown = (value: UnknownTransaction): InvalidityError =>
  new InvalidityError({ type: 'Unknown', value })

/** Longest validity: for ever. */
export const FOREVER = 0xffff_ffff_ffff_ffffn
export type UnsignedValidity = ValidTransaction
