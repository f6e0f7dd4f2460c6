/** Errors of Grandpa, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const PauseFailed = f.error(0, 'Only a running authority set can be paused.')
export const ResumeFailed = f.error(1, 'Only a paused authority set can be resumed.')
export const ChangePending = f.error(2, 'A change of authorities is already planned.')
export const TooSoon = f.error(3, 'The last forced change is too recent.')
export const InvalidKeyOwnershipProof = f.error(4, 'The proof of key ownership does not hold.')
export const InvalidEquivocationProof = f.error(5, 'The proof of equivocation does not hold.')
export const DuplicateOffenceReport = f.error(6, 'The offence is already reported.')
