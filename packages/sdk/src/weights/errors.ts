import { SdkError } from '../errors.ts'

/** Weights that cannot be on chain: `INVALID_WEIGHTS`. */
export class WeightsError extends SdkError<'INVALID_WEIGHTS'> {}
