/** Storage of Grandpa, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { GrandpaId, StoredPendingChange, StoredState } from './types.ts'

export const State = f.value(StoredState, { type: 'Live' as const })

export const PendingChange = f.value(StoredPendingChange, undefined)

export const NextForced = f.value(f.u32, undefined)

export const Stalled = f.value(f.tuple(f.u32, f.u32), undefined)

export const CurrentSetId = f.value(f.u64, 0n)

export const SetIdSession = f.map([f.twox64_concat(f.u64)], f.u32, undefined)

export const Authorities = f.value(f.weakBoundedVec(f.tuple(GrandpaId, f.u64)), [])
