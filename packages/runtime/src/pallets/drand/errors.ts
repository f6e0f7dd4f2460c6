/** Errors of Drand, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const NoneValue = f.error(0, 'None value.')
export const StorageOverflow = f.error(1, 'Storage overflow.')
export const DrandConnectionFailure = f.error(2, 'Drand connection failure.')
export const UnverifiedPulse = f.error(3, 'Unverified pulse.')
export const InvalidRoundNumber = f.error(4, 'Invalid round number.')
export const PulseVerificationError = f.error(5, 'Pulse verification error.')
