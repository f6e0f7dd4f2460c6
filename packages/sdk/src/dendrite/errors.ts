import { SdkError } from '../errors.ts'

/** An axon that gave no usable answer: what the response synapse will say of it. */
export class Unanswered extends Error {
  readonly status: number

  constructor(status: number, message: string, options?: { cause: unknown }) {
    super(message, options)
    this.name = 'Unanswered'
    this.status = status
  }
}

/** A dendrite that cannot be set up or used: `INVALID_LIMIT`, `CLOSED`. */
export class DendriteError extends SdkError<'INVALID_LIMIT' | 'CLOSED'> {}
