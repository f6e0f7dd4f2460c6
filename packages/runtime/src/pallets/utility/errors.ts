/** Errors of Utility, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const TooManyCalls = f.error(0, 'Too many calls.')
export const InvalidDerivedAccount = f.error(1, 'Invalid derived account.')
