/** Wire types of Crowdloan, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const CrowdloanInfo = f.struct(
  f.generic('pallet_crowdloan::CrowdloanInfo', {
    AccountId: f.AccountId,
    Balance: f.u64,
    BlockNumber: f.u32,
    Call: f.Bounded,
  }),
  {
    creator: f.AccountId,
    deposit: f.u64,
    min_contribution: f.u64,
    end: f.u32,
    cap: f.u64,
    funds_account: f.AccountId,
    raised: f.u64,
    target_address: f.option(f.AccountId),
    call: f.option(f.Bounded),
    finalized: f.bool,
    contributors_count: f.u32,
  },
)
export type CrowdloanInfo = f.Value<typeof CrowdloanInfo>
