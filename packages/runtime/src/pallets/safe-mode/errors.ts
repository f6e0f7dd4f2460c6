/** Errors of SafeMode, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Entered = f.error(0, 'Entered.')
export const Exited = f.error(1, 'Exited.')
export const NotConfigured = f.error(2, 'Not configured.')
export const NoDeposit = f.error(3, 'No deposit.')
export const AlreadyDeposited = f.error(4, 'Already deposited.')
export const CannotReleaseYet = f.error(5, 'Cannot release yet.')
export const CurrencyError = f.error(6, 'Currency error.')
