import { SdkError } from '../errors.ts'

/** A request that an axon turns down: what the caller is told. */
export class AxonRefusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'AxonRefusal'
    this.status = status
  }
}

export type AxonErrorCode =
  | 'INVALID_PORT'
  | 'INVALID_LIMIT'
  /** The port cannot be listened on. */
  | 'CANNOT_LISTEN'
  | 'ALREADY_STARTED'
  /** A second handler for one synapse. */
  | 'ALREADY_ATTACHED'

/** An axon that cannot be set up or started. */
export class AxonError extends SdkError<AxonErrorCode> {}
