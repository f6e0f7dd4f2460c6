/** Errors of MevShield, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const BadEncKeyLen = f.error(0, 'Bad enc key len.')
export const Unreachable = f.error(1, 'Unreachable.')
export const TooManyPendingExtrinsics = f.error(2, 'Too many pending extrinsics.')
export const WeightExceedsAbsoluteMax = f.error(3, 'Weight exceeds absolute max.')
