/** Storage of Commitments, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { Registration, UsageTracker } from './types.ts'

export const TimelockedIndex = f.value(f.btreeSet(f.tuple(f.u16, f.AccountId)), [])

export const CommitmentOf = f.map(
  [f.identity(f.u16), f.twox64_concat(f.AccountId)],
  Registration,
  undefined,
)

export const LastCommitment = f.map(
  [f.identity(f.u16), f.twox64_concat(f.AccountId)],
  f.u32,
  undefined,
)

export const LastBondsReset = f.map(
  [f.identity(f.u16), f.twox64_concat(f.AccountId)],
  f.u32,
  undefined,
)

export const RevealedCommitments = f.map(
  [f.identity(f.u16), f.twox64_concat(f.AccountId)],
  f.vec(f.tuple(f.bytes, f.u64)),
  undefined,
)

export const UsedSpaceOf = f.map(
  [f.identity(f.u16), f.twox64_concat(f.AccountId)],
  UsageTracker,
  undefined,
)

export const MaxSpace = f.value(f.u32, 3100)
