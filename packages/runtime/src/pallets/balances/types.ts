/** Wire types of Balances, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Reasons = f.enumeration('pallet_balances::types::Reasons', { Fee: 0, Misc: 1, All: 2 })
export type Reasons = f.Value<typeof Reasons>

export const BalanceLock = f.struct(
  f.generic('pallet_balances::types::BalanceLock', { Balance: f.u64 }),
  {
    id: f.bytesN(8),
    amount: f.u64,
    reasons: Reasons,
  },
)
export type BalanceLock = f.Value<typeof BalanceLock>

export const ReserveData = f.struct(
  f.generic('pallet_balances::types::ReserveData', {
    ReserveIdentifier: f.bytesN(8),
    Balance: f.u64,
  }),
  {
    id: f.bytesN(8),
    amount: f.u64,
  },
)
export type ReserveData = f.Value<typeof ReserveData>

export const AdjustmentDirection = f.enumeration('pallet_balances::types::AdjustmentDirection', {
  Increase: 0,
  Decrease: 1,
})
export type AdjustmentDirection = f.Value<typeof AdjustmentDirection>
