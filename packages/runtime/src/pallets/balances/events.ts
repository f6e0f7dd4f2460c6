/** Events of Balances, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Endowed = f.event(0, { account: f.AccountId, free_balance: f.u64 })
export const DustLost = f.event(1, { account: f.AccountId, amount: f.u64 })
export const Transfer = f.event(2, { from: f.AccountId, to: f.AccountId, amount: f.u64 })
export const BalanceSet = f.event(3, { who: f.AccountId, free: f.u64 })
export const Reserved = f.event(4, { who: f.AccountId, amount: f.u64 })
export const Unreserved = f.event(5, { who: f.AccountId, amount: f.u64 })
export const ReserveRepatriated = f.event(6, {
  from: f.AccountId,
  to: f.AccountId,
  amount: f.u64,
  destination_status: f.BalanceStatus,
})
export const Deposit = f.event(7, { who: f.AccountId, amount: f.u64 })
export const Withdraw = f.event(8, { who: f.AccountId, amount: f.u64 })
export const Slashed = f.event(9, { who: f.AccountId, amount: f.u64 })
export const Minted = f.event(10, { who: f.AccountId, amount: f.u64 })
export const Burned = f.event(11, { who: f.AccountId, amount: f.u64 })
export const Suspended = f.event(12, { who: f.AccountId, amount: f.u64 })
export const Restored = f.event(13, { who: f.AccountId, amount: f.u64 })
export const Upgraded = f.event(14, { who: f.AccountId })
export const Issued = f.event(15, { amount: f.u64 })
export const Rescinded = f.event(16, { amount: f.u64 })
export const Locked = f.event(17, { who: f.AccountId, amount: f.u64 })
export const Unlocked = f.event(18, { who: f.AccountId, amount: f.u64 })
export const Frozen = f.event(19, { who: f.AccountId, amount: f.u64 })
export const Thawed = f.event(20, { who: f.AccountId, amount: f.u64 })
export const TotalIssuanceForced = f.event(21, { old: f.u64, new: f.u64 })
