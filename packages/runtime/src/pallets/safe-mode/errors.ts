/** Errors of SafeMode, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Entered = f.error(0, 'Safe mode is on.')
export const Exited = f.error(1, 'Safe mode is off.')
export const NotConfigured = f.error(2, 'This network lets nobody do that for a deposit.')
export const NoDeposit = f.error(3, 'The account has no deposit of that block.')
export const AlreadyDeposited = f.error(4, 'The account has a deposit already.')
export const CannotReleaseYet = f.error(5, 'The deposit is too recent to be given back.')
export const CurrencyError = f.error(6, 'The deposit cannot be moved.')
