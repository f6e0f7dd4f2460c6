// What the cryptographic door of frame throws when its input is unusable.

/** Every way the input of a function in this folder can be unusable. */
export type CryptoErrorCode =
  | 'BAD_HEX'
  | 'BAD_SS58'
  | 'BAD_SECRET_URI'
  | 'BAD_PHRASE'
  | 'BAD_SEED'
  | 'BAD_PUBLIC_KEY'
  | 'BAD_LENGTH'

/** Input from outside that cannot be read; `code` for programs, `data` for logs, message for people. */
export class CryptoError extends Error {
  readonly code: CryptoErrorCode
  readonly data: Readonly<Record<string, string | number>>

  constructor(
    code: CryptoErrorCode,
    message: string,
    data: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'CryptoError'
    this.code = code
    this.data = data
  }
}
