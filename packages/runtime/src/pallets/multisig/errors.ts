/** Errors of Multisig, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const MinimumThreshold = f.error(0, 'At least two have to approve.')
export const AlreadyApproved = f.error(1, 'The caller has approved already.')
export const NoApprovalsNeeded = f.error(2, 'No more approvals are needed.')
export const TooFewSignatories = f.error(3, 'At least one other signatory is needed.')
export const TooManySignatories = f.error(4, 'There are too many signatories.')
export const SignatoriesOutOfOrder = f.error(5, 'The signatories are not in order.')
export const SenderInSignatories = f.error(6, 'The caller stands among the other signatories.')
export const NotFound = f.error(7, 'There is no such operation.')
export const NotOwner = f.error(8, 'Only who started the operation may do that.')
export const NoTimepoint = f.error(9, 'The operation has started; its timepoint is needed.')
export const WrongTimepoint = f.error(10, 'The operation was started at another time.')
export const UnexpectedTimepoint = f.error(11, 'The operation has not started.')
export const MaxWeightTooLow = f.error(12, 'The call weighs more than was allowed.')
export const AlreadyStored = f.error(13, 'The call is stored already.')
