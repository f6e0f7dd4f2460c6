/** Calls that begin and end leases of subnets. */
import * as f from '@taonet/frame'
import { benchmarkedPerItem } from '../../../common/benchmarked.ts'
import { MaxContributors } from '../../crowdloan/constants.ts'
import * as weights from '../call-weights.ts'
import { registerLeasedNetwork } from '../leasing/register-leased-network.ts'
import { terminateLease } from '../leasing/terminate-lease.ts'

/** Weights that the calls turn out to have, by contributors. `source` subnets/leasing.rs SubnetLeasingWeightInfo */
const WEIGHT_OF_BEGIN = benchmarkedPerItem(
  [301_560_714n, 10_079n, 41, 55],
  [26_884_006n, 2579n, 2, 2],
)
const WEIGHT_OF_END = benchmarkedPerItem([56_635_122n, 6148n, 4, 6], [912_993n, 2529n, 1, 1])

const most =
  (weight: (contributors: number) => f.Weight) =>
  (_args: unknown, ctx: f.Context): f.Weight =>
    weight(MaxContributors.get(ctx))

/** The weight for fewer contributors than the most there may be. */
function actual(ctx: f.Context, weight: (contributors: number) => f.Weight, count: number) {
  return { actual_weight: count < MaxContributors.get(ctx) ? weight(count) : undefined }
}

export const register_leased_network = f.call({
  index: 110,
  origin: f.signed,
  args: { emissions_share: f.PercentBits, end_block: f.option(f.u32) },
  weight: most(weights.register_leased_network),
  docs: 'Founds a subnet with the funds of the crowdloan whose call this is.',
  run(ctx, beneficiary, { emissions_share: emissionsShare, end_block: endBlock }) {
    const count = registerLeasedNetwork(ctx, { beneficiary, emissionsShare, endBlock })
    return actual(ctx, WEIGHT_OF_BEGIN, count)
  },
})

export const terminate_lease = f.call({
  index: 111,
  origin: f.signed,
  args: { lease_id: f.u32, hotkey: f.AccountId },
  weight: most(weights.terminate_lease),
  docs: 'Makes the beneficiary of a lease that has run out the owner of its subnet.',
  run(ctx, caller, { lease_id: leaseId, hotkey }) {
    return actual(ctx, WEIGHT_OF_END, terminateLease(ctx, { caller, leaseId, hotkey }))
  },
})
