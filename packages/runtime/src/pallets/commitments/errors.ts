/** Errors of Commitments, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const TooManyFieldsInCommitmentInfo = f.error(0, 'Too many fields in commitment info.')
export const AccountNotAllowedCommit = f.error(1, 'Account not allowed commit.')
export const SpaceLimitExceeded = f.error(2, 'Space limit exceeded.')
export const UnexpectedUnreserveLeftover = f.error(3, 'Unexpected unreserve leftover.')
