/** Wire types of Multisig, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Timepoint = f.struct(f.generic('pallet_multisig::Timepoint', { BlockNumber: f.u32 }), {
  height: f.u32,
  index: f.u32,
})
export type Timepoint = f.Value<typeof Timepoint>

export const Multisig = f.struct(
  f.generic('pallet_multisig::Multisig', {
    BlockNumber: f.u32,
    Balance: f.u64,
    AccountId: f.AccountId,
    MaxApprovals: undefined,
  }),
  {
    when: Timepoint,
    deposit: f.u64,
    depositor: f.AccountId,
    approvals: f.boundedVec(f.AccountId, 100),
  },
)
export type Multisig = f.Value<typeof Multisig>
