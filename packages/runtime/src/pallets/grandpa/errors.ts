/** Errors of Grandpa, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const PauseFailed = f.error(0, 'Pause failed.')
export const ResumeFailed = f.error(1, 'Resume failed.')
export const ChangePending = f.error(2, 'Change pending.')
export const TooSoon = f.error(3, 'Too soon.')
export const InvalidKeyOwnershipProof = f.error(4, 'Invalid key ownership proof.')
export const InvalidEquivocationProof = f.error(5, 'Invalid equivocation proof.')
export const DuplicateOffenceReport = f.error(6, 'Duplicate offence report.')
