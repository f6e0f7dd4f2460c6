/** Constants of Proxy, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const ProxyDepositBase = f.constant(f.u64, 60_000_000n)
export const ProxyDepositFactor = f.constant(f.u64, 33_000_000n)
export const MaxProxies = f.constant(f.u32, 20)
export const MaxPending = f.constant(f.u32, 75)
export const AnnouncementDepositBase = f.constant(f.u64, 36_000_000n)
export const AnnouncementDepositFactor = f.constant(f.u64, 68_000_000n)
