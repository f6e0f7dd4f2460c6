/** Limits of a build that metadata does not show. A network's settings may change them, as those of constants. */
import * as f from '@taonet/frame'

/** Blocks between two trims of a subnet. `source` lib.rs MaxUidsTrimmingRateLimit */
export const MaxUidsTrimmingRateLimit = f.constant(f.u64, 216_000n)
/** Blocks between two changes of a subnet's number of mechanisms. `source` lib.rs MechanismCountSetRateLimit */
export const MechanismCountSetRateLimit = f.constant(f.u64, 7200n)
/** Blocks between two changes of the split between mechanisms. `source` lib.rs MechanismEmissionRateLimit */
export const MechanismEmissionRateLimit = f.constant(f.u64, 7200n)
/** Blocks between two associations of one uid with an EVM key. `source` runtime lib.rs EVM_KEY_ASSOCIATE_RATELIMIT */
export const EvmKeyAssociateRateLimit = f.constant(f.u64, 7200n)
/** Blocks between two changes of a subnet owner's hotkey. `source` lib.rs DefaultSetSNOwnerHotkeyRateLimit */
export const SetSNOwnerHotkeyRateLimit = f.constant(f.u64, 50_400n)
/** Blocks between two changes of a hotkey's children. `source` utils/rate_limiting.rs rate_limit */
export const SetChildrenRateLimit = f.constant(f.u64, 150n)
/** Blocks until children take effect, at first. `source` lib.rs DefaultPendingCooldown */
export const InitialPendingChildKeyCooldown = f.constant(f.u64, 7200n)
/** Blocks between two new subnets. `source` lib.rs DefaultNetworkRateLimit */
export const DefaultNetworkRateLimit = f.constant(f.u64, 7200n)
/** Largest number of uids of a subnet, over all its mechanisms. `source` lib.rs DefaultMaxAllowedUids */
export { InitialMaxAllowedUids as DefaultMaxAllowedUids } from './constants.ts'
