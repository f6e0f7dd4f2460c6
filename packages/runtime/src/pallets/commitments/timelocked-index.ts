/** Who has commitments that wait for the beacon: a set in key order. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../common/units.ts'
import * as storage from './storage.ts'

export type Committer = readonly [netuid: NetUid, who: f.AccountId]

const isSame = (a: Committer, b: Committer): boolean => a[0] === b[0] && a[1] === b[1]
const isBefore = (a: Committer, b: Committer): boolean =>
  a[0] === b[0] ? a[1] < b[1] : a[0] < b[0]

export function addTimelocked(ctx: f.Context, committer: Committer): void {
  storage.TimelockedIndex.mutate(ctx, (index) => {
    if (index.some((other) => isSame(other, committer))) return index
    const at = index.filter((other) => isBefore(other, committer)).length
    return index.toSpliced(at, 0, [...committer])
  })
}

/** Writes the set even when nothing is taken out of it, as upstream does. */
export function removeTimelocked(ctx: f.Context, committer: Committer): void {
  storage.TimelockedIndex.mutate(ctx, (index) => index.filter((other) => !isSame(other, committer)))
}
