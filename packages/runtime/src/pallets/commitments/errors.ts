/** Errors of Commitments, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const TooManyFieldsInCommitmentInfo = f.error(0, 'The commitment has too many fields.')
export const AccountNotAllowedCommit = f.error(1, 'The account has no neuron on the subnet.')
export const SpaceLimitExceeded = f.error(2, 'The account has used its space of this epoch up.')
export const UnexpectedUnreserveLeftover = f.error(3, 'The reserve is smaller than the deposit.')
