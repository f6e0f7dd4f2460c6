/** Lessees' part of a leased subnet's owner cut. */
import type * as f from '@taonet/frame'
import { percent, satU64, U64F64 } from '@taonet/frame'
import { attempt } from '../../../common/attempt.ts'
import type { Alpha } from '../../../common/units.ts'
import { LeaseDividendsDistributionInterval } from '../constants.ts'
import { SubnetLeaseDividendsDistributed } from '../events.ts'
import { transferStakeWithinSubnet } from '../staking/transfer-within-subnet.ts'
import { AccumulatedLeaseDividends, SubnetLeaseShares, SubnetLeases } from '../storage.ts'
import type { SubnetLease } from '../types.ts'

/** A slice for each contributor, rounded up, and what is left for the beneficiary. */
function slices(
  ctx: f.Context,
  leaseId: number,
  { beneficiary }: SubnetLease,
  total: Alpha,
): { contributor: f.AccountId; alpha: Alpha }[] {
  const parts = SubnetLeaseShares.entries(ctx, leaseId).map(([[, contributor], share]) => {
    const exact = U64F64.mul(share, U64F64.fromInt(total))
    return { contributor, alpha: U64F64.toU64(U64F64.ceil(exact)) }
  })
  const given = parts.reduce((sum, { alpha }) => satU64.add(sum, alpha), 0n)
  return [...parts, { contributor: beneficiary, alpha: satU64.sub(total, given) }]
}

/**
 * Collects the contributors' part of an owner's cut, and pays it out at certain blocks. When one slice cannot
 * be paid none is, and the alpha goes on waiting.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/subnets/leasing.rs distribute_leased_network_dividends
 */
export function distributeLeasedNetworkDividends(
  ctx: f.Context,
  leaseId: number,
  ownerCut: Alpha,
): void {
  const lease = SubnetLeases.get(ctx, leaseId)
  if (lease === undefined) return
  if (lease.end_block !== undefined && lease.end_block <= ctx.block) return
  const cut = percent.mulCeil(lease.emissions_share, ownerCut)
  const total = satU64.add(AccumulatedLeaseDividends.get(ctx, leaseId), cut)
  const interval = LeaseDividendsDistributionInterval.get(ctx)
  const isDue = interval !== 0 && ctx.block % interval === 0
  if (isDue && attempt(() => ctx.layer(() => pay(ctx, leaseId, lease, total))).ok) return
  AccumulatedLeaseDividends.set(ctx, leaseId, total)
}

function pay(ctx: f.Context, leaseId: number, lease: SubnetLease, total: Alpha): void {
  const { coldkey, hotkey, netuid } = lease
  for (const { contributor, alpha } of slices(ctx, leaseId, lease, total)) {
    const keys = { hotkey, coldkey: contributor }
    transferStakeWithinSubnet(ctx, { hotkey, coldkey, netuid }, keys, alpha)
    ctx.deposit(SubnetLeaseDividendsDistributed({ lease_id: leaseId, contributor, alpha }))
  }
  AccumulatedLeaseDividends.set(ctx, leaseId, 0n)
}
