/** Errors of Drand, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const NoneValue = f.error(0, 'A value is missing.')
export const StorageOverflow = f.error(1, 'A value does not fit.')
export const DrandConnectionFailure = f.error(2, 'The beacon cannot be reached.')
export const UnverifiedPulse = f.error(3, 'The pulse is not the beacon’s.')
export const InvalidRoundNumber = f.error(4, 'The round does not come after the last one.')
export const PulseVerificationError = f.error(5, 'The pulse or the beacon’s key is malformed.')
