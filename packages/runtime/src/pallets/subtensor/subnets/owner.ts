/** Origins that own a subnet. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { TxRateLimitExceeded } from '../errors.ts'
import { SubnetOwner } from '../storage.ts'
import { passesRateLimit, type RateLimit } from './rate-limits.ts'

interface OnSubnet {
  readonly netuid: NetUid
}
/** Turns an origin into the caller of a call with a `netuid`, or refuses it. */
export type SubnetGuard<Caller> = (origin: f.Origin, ctx: f.Context, args: OnSubnet) => Caller

/**
 * Guard: the subnet's owner.
 *
 * refuses BadOrigin
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs ensure_subnet_owner
 */
export const subnetOwner: SubnetGuard<f.AccountId> = (origin, ctx, { netuid }) => {
  const who = f.signed(origin)
  f.ensure(SubnetOwner.get(ctx, netuid) === who, f.BadOrigin)
  return who
}

/**
 * Guard: the subnet's owner, or root as `undefined`.
 *
 * refuses BadOrigin
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs ensure_subnet_owner_or_root
 */
export const subnetOwnerOrRoot: SubnetGuard<f.AccountId | undefined> = (origin, ctx, args) =>
  f.isRoot(origin) ? undefined : subnetOwner(origin, ctx, args)

/**
 * Guard: root, or the subnet's owner within a rate limit.
 *
 * refuses BadOrigin, TxRateLimitExceeded
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs ensure_sn_owner_or_root_with_limits
 */
export const ownerWithinOrRoot =
  (limit: RateLimit): SubnetGuard<f.AccountId | undefined> =>
  (origin, ctx, args) => {
    const owner = subnetOwnerOrRoot(origin, ctx, args)
    if (owner !== undefined)
      f.ensure(passesRateLimit(ctx, limit, owner, args.netuid), TxRateLimitExceeded)
    return owner
  }
