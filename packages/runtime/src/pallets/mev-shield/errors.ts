/** Errors of MevShield, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const BadEncKeyLen = f.error(0, 'The key does not have the length of an ML-KEM-768 key.')
export const Unreachable = f.error(1, 'The block has no author.')
export const TooManyPendingExtrinsics = f.error(2, 'Too many encrypted calls are waiting.')
export const WeightExceedsAbsoluteMax = f.error(3, 'The weight is above half of a block.')
