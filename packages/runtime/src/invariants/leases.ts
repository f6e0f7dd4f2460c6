/** Leased subnets. */
import * as f from '@taonet/frame'
import { U64F64 } from '@taonet/frame'
import {
  NextSubnetLeaseId,
  SubnetLeaseShares,
  SubnetLeases,
  SubnetUidToLeaseId,
} from '../pallets/subtensor/storage.ts'

export const leasesAreWhole = f.invariant('a lease has a subnet and shares in it', function* (ctx) {
  const next = NextSubnetLeaseId.get(ctx)
  for (const [[id], { netuid }] of SubnetLeases.entries(ctx)) {
    if (id >= next) yield `${id}: the next one is ${next}`
    const other = SubnetUidToLeaseId.get(ctx, netuid)
    if (other !== id) yield `${id}: its subnet ${netuid} is leased as ${other}`
    const shares = SubnetLeaseShares.values(ctx, id).reduce((sum, share) => sum + share, 0n)
    if (shares > U64F64.ONE) yield `${id}: shares add up to ${shares} / 2⁶⁴`
  }
})
