/** Extrinsics: bytes, signatures, extensions, validity. */
export { type Checked, check, type Format, targetOf } from './check.ts'
export { type EmptyExtension, emptyExtension } from './empty-extension.ts'
export { birth, death, Era, IMMORTAL, mortal } from './era.ts'
export type {
  AnyExtension,
  BareExtension,
  BareTransaction,
  Dispatched,
  Transaction,
  TransactionExtension,
  Validated,
} from './extension.ts'
export {
  bare,
  type DecodedExtrinsic,
  decodeExtrinsic,
  type Extrinsic,
  encodeExtrinsic,
  extensionType,
  extrinsicCodec,
  type Preamble,
} from './extrinsic.ts'
export {
  type CheckSignature,
  checkSignature,
  impliedBy,
  payloadOf,
  signedBytes,
  type Unsigned,
} from './payload.ts'
export { apply as applyChecked, validate as validateChecked } from './pipeline.ts'
export type { SelfContained, SelfContainedCall } from './self-contained.ts'
export { combine as combineValidity, VALID } from './validity.ts'
