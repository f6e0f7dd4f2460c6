import { SdkError } from '../errors.ts'

export type WalletErrorCode =
  /** The mnemonic has unknown words, a wrong length or a wrong checksum. */
  | 'INVALID_PHRASE'
  /** The derivation path cannot be applied (soft junction on ed25519, malformed URI). */
  | 'INVALID_URI'
  | 'INVALID_SEED'
  | 'INVALID_ADDRESS'
  | 'INVALID_PRIVATE_KEY'
  | 'INVALID_SIGNATURE'
  | 'INVALID_HEX'
  /** Signing or decrypting with a key of which only the public half is known. */
  | 'NO_PRIVATE_KEY'
  | 'UNSUPPORTED_CRYPTO'
  | 'KEYFILE_MISSING'
  | 'KEYFILE_EXISTS'
  | 'KEYFILE_CORRUPT'
  /** The key file says one thing and its key another. */
  | 'KEYFILE_MISMATCH'
  | 'KEYFILE_IO'
  | 'PASSWORD_REQUIRED'
  | 'WRONG_PASSWORD'
  | 'WEAK_PASSWORD'

/** A wallet operation that cannot be done; `code` says which of the known reasons. */
export class WalletError extends SdkError<WalletErrorCode> {}
