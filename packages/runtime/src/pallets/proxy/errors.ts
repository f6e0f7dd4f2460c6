/** Errors of Proxy, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const TooMany = f.error(0, 'There are too many proxies or announcements.')
export const NotFound = f.error(1, 'There is no such proxy or announcement.')
export const NotProxy = f.error(2, 'The account is no proxy of the other one.')
export const Unproxyable = f.error(3, 'The call may not be made by a proxy.')
export const Duplicate = f.error(4, 'The account is such a proxy already.')
export const NoPermission = f.error(5, 'Only the pure proxy itself may do that.')
export const Unannounced = f.error(6, 'The call was not announced, or not long enough ago.')
export const NoSelfProxy = f.error(7, 'No account is its own proxy.')
export const AnnouncementDepositInvariantViolated = f.error(8, 'An announcement has no deposit.')
export const InvalidDerivedAccountId = f.error(9, 'No account derives from that.')
