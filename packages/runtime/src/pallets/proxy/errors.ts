/** Errors of Proxy, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const TooMany = f.error(0, 'Too many.')
export const NotFound = f.error(1, 'Not found.')
export const NotProxy = f.error(2, 'Not proxy.')
export const Unproxyable = f.error(3, 'Unproxyable.')
export const Duplicate = f.error(4, 'Duplicate.')
export const NoPermission = f.error(5, 'No permission.')
export const Unannounced = f.error(6, 'Unannounced.')
export const NoSelfProxy = f.error(7, 'No self proxy.')
export const AnnouncementDepositInvariantViolated = f.error(
  8,
  'Announcement deposit invariant violated.',
)
export const InvalidDerivedAccountId = f.error(9, 'Invalid derived account id.')
