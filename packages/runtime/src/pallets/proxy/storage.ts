/** Storage of Proxy, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { Announcement, ProxyDefinition } from './types.ts'

/** An empty list, and no deposit for it. */
const NOTHING: [never[], bigint] = [[], 0n]

export const Proxies = f.map(
  [f.twox64_concat(f.AccountId)],
  f.tuple(f.boundedVec(ProxyDefinition, 20), f.u64),
  NOTHING,
)

export const Announcements = f.map(
  [f.twox64_concat(f.AccountId)],
  f.tuple(f.boundedVec(Announcement, 75), f.u64),
  NOTHING,
)

export const LastCallResult = f.map(
  [f.twox64_concat(f.AccountId)],
  f.result(f.unit, f.DispatchErrorWire),
  undefined,
)

export const RealPaysFee = f.map(
  [f.twox64_concat(f.AccountId), f.twox64_concat(f.AccountId)],
  f.unit,
  undefined,
)
