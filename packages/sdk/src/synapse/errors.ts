import { SdkError } from '../errors.ts'

export type SynapseErrorCode =
  /** Text that is not JSON; `data.position` is where. */
  | 'INVALID_JSON'
  /** A value that does not fit its field's type; `data.path` is where. */
  | 'INVALID_VALUE'
  | 'MISSING_FIELD'
  /** A header whose text does not parse. */
  | 'INVALID_HEADER'
  /** A declaration that cannot work: reserved or repeated names. */
  | 'INVALID_DECLARATION'

/** A synapse that cannot be read, written or declared. */
export class SynapseError extends SdkError<SynapseErrorCode> {}
