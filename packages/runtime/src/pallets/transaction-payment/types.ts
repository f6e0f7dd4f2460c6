/** Wire types of TransactionPayment, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Releases = f.enumeration('pallet_transaction_payment::Releases', {
  V1Ancient: 0,
  V2: 1,
})
export type Releases = f.Value<typeof Releases>

export const RuntimeDispatchInfo = f.struct(
  f.generic('pallet_transaction_payment::types::RuntimeDispatchInfo', {
    Balance: f.u64,
    Weight: f.Weight,
  }),
  {
    weight: f.Weight,
    class: f.DispatchClass,
    partial_fee: f.u64,
  },
)
export type RuntimeDispatchInfo = f.Value<typeof RuntimeDispatchInfo>

export const InclusionFee = f.struct(
  f.generic('pallet_transaction_payment::types::InclusionFee', { Balance: f.u64 }),
  {
    base_fee: f.u64,
    len_fee: f.u64,
    adjusted_weight_fee: f.u64,
  },
)
export type InclusionFee = f.Value<typeof InclusionFee>

export const FeeDetails = f.struct(
  f.generic('pallet_transaction_payment::types::FeeDetails', { Balance: f.u64 }),
  {
    inclusion_fee: f.option(InclusionFee),
    tip: f.u64,
  },
)
export type FeeDetails = f.Value<typeof FeeDetails>
