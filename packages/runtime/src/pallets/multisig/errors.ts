/** Errors of Multisig, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const MinimumThreshold = f.error(0, 'Minimum threshold.')
export const AlreadyApproved = f.error(1, 'Already approved.')
export const NoApprovalsNeeded = f.error(2, 'No approvals needed.')
export const TooFewSignatories = f.error(3, 'Too few signatories.')
export const TooManySignatories = f.error(4, 'Too many signatories.')
export const SignatoriesOutOfOrder = f.error(5, 'Signatories out of order.')
export const SenderInSignatories = f.error(6, 'Sender in signatories.')
export const NotFound = f.error(7, 'Not found.')
export const NotOwner = f.error(8, 'Not owner.')
export const NoTimepoint = f.error(9, 'No timepoint.')
export const WrongTimepoint = f.error(10, 'Wrong timepoint.')
export const UnexpectedTimepoint = f.error(11, 'Unexpected timepoint.')
export const MaxWeightTooLow = f.error(12, 'Max weight too low.')
export const AlreadyStored = f.error(13, 'Already stored.')
