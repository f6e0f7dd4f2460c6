/** Errors of the world around a subnet's processes: chain, net, files, flags. */

export type SubnetErrorCode =
  | 'BAD_FLAG'
  | 'MISSING_FLAG'
  | 'NOT_REGISTERED'
  | 'WRONG_CHAIN'
  | 'ENDPOINT_UNREACHABLE'
  | 'ENDPOINT_TIMEOUT'
  | 'ENDPOINT_STATUS'
  | 'ENDPOINT_ANSWER'
  | 'STATE_FILE'
  | 'PORT_TAKEN'
  | 'CHILD_ENDED'

/** One class for the package: switch on `code`, show `message`. */
export class SubnetError extends Error {
  override readonly name = 'SubnetError'
  readonly code: SubnetErrorCode

  constructor(code: SubnetErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.code = code
  }
}
