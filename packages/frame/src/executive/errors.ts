/** Why a whole block is refused. */

export type BlockErrorCode =
  | 'BAD_NUMBER'
  | 'INHERENT_AFTER_TRANSACTION'
  | 'BAD_EXTRINSIC'
  | 'INVALID_EXTRINSIC'
  | 'INHERENT_REFUSED'
  | 'DIGEST_MISMATCH'
  | 'STATE_ROOT_MISMATCH'
  | 'EXTRINSICS_ROOT_MISMATCH'

/** A block that does not follow from its parent by the rules; nothing of it may be committed. */
export class BlockError extends Error {
  override readonly name = 'BlockError'
  readonly code: BlockErrorCode
  readonly data: Readonly<Record<string, unknown>>

  constructor(
    code: BlockErrorCode,
    data: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code}: ${JSON.stringify(data)}`, options)
    this.code = code
    this.data = data
  }
}
