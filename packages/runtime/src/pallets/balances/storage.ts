/** Storage of Balances, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { RuntimeFreezeReason, RuntimeHoldReason } from '../../common/reasons.ts'
import { BalanceLock, ReserveData } from './types.ts'

export const TotalIssuance = f.value(f.u64, 0n)

export const InactiveIssuance = f.value(f.u64, 0n)

export const Account = f.map([f.blake2_128_concat(f.AccountId)], f.AccountData, {
  free: 0n,
  reserved: 0n,
  frozen: 0n,
  flags: 170_141_183_460_469_231_731_687_303_715_884_105_728n,
})

export const Locks = f.map([f.blake2_128_concat(f.AccountId)], f.weakBoundedVec(BalanceLock), [])

export const Reserves = f.map([f.blake2_128_concat(f.AccountId)], f.boundedVec(ReserveData, 50), [])

export const Holds = f.map(
  [f.blake2_128_concat(f.AccountId)],
  f.boundedVec(f.IdAmount(RuntimeHoldReason, f.u64), 4),
  [],
)

export const Freezes = f.map(
  [f.blake2_128_concat(f.AccountId)],
  f.boundedVec(f.IdAmount(RuntimeFreezeReason, f.u64), 50),
  [],
)
