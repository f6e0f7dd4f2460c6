/** Events of Crowdloan, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Created = f.event(0, {
  crowdloan_id: f.u32,
  creator: f.AccountId,
  end: f.u32,
  cap: f.u64,
})
export const Contributed = f.event(1, {
  crowdloan_id: f.u32,
  contributor: f.AccountId,
  amount: f.u64,
})
export const Withdrew = f.event(2, { crowdloan_id: f.u32, contributor: f.AccountId, amount: f.u64 })
export const PartiallyRefunded = f.event(3, { crowdloan_id: f.u32 })
export const AllRefunded = f.event(4, { crowdloan_id: f.u32 })
export const Finalized = f.event(5, { crowdloan_id: f.u32 })
export const Dissolved = f.event(6, { crowdloan_id: f.u32 })
export const MinContributionUpdated = f.event(7, {
  crowdloan_id: f.u32,
  new_min_contribution: f.u64,
})
export const EndUpdated = f.event(8, { crowdloan_id: f.u32, new_end: f.u32 })
export const CapUpdated = f.event(9, { crowdloan_id: f.u32, new_cap: f.u64 })
export const MaxContributionUpdated = f.event(10, {
  crowdloan_id: f.u32,
  new_max_contribution: f.option(f.u64),
})
