// Who may validate, and how much of the active stake is whose.

import { I32F32 } from './fixed.ts'
import { Input } from './input.ts'
import { At, Put, Zeros } from './memory.ts'
import { normalized } from './vector.ts'

/** Whether shares are what the host promises: no negative one, and not more than 1 together. */
export function areShares(x: usize, count: i32): bool {
  let total: i64 = 0
  for (let i = 0; i < count; i++) {
    const share = At.i64(x, i)
    if (share < 0 || share > I32F32.ONE) return false
    total += share
  }
  return total <= I32F32.ONE
}

/** Shares of stake among the active and permitted; no permits at all forbid nobody. */
export function activeStakeShares(input: Input): usize {
  const masked = Zeros.i64(input.size)
  const permitCount = <i32>input.permitCount
  for (let i = 0; i < input.size; i++) {
    if (!At.bool(<usize>input.active, i)) continue
    const isPermitted = permitCount === 0 || (i < permitCount && At.bool(<usize>input.permits, i))
    if (isPermitted) Put.i64(masked, i, At.i64(<usize>input.stake, i))
  }
  return normalized(masked, input.size)
}

/** Marks the largest stakes that are not 0, of equal ones the higher uid, and the owner's. */
export function nextPermits(input: Input): usize {
  const n = input.size
  const stake = <usize>input.stake
  const limit = min(<i32>input.maxAllowedValidators, n)
  const permits = Zeros.u8(n)
  const heapOfUids = Zeros.i32(limit)
  let count = 0
  for (let uid = 0; uid < n && limit > 0; uid++) {
    if (At.i64(stake, uid) === 0) continue
    if (count < limit) {
      Put.i32(heapOfUids, count, uid)
      siftUp(heapOfUids, stake, count)
      count += 1
    } else if (At.i64(stake, uid) >= At.i64(stake, At.i32(heapOfUids, 0))) {
      // Of equal stakes the later uid stays.
      Put.i32(heapOfUids, 0, uid)
      siftDown(heapOfUids, stake, count)
    }
  }
  for (let k = 0; k < count; k++) Put.bool(permits, At.i32(heapOfUids, k), true)
  if (input.owner >= 0 && input.owner < n) Put.bool(permits, input.owner, true)
  return permits
}

/** Whether `a` loses its permit before `b`. */
function isBefore(stake: usize, a: i32, b: i32): bool {
  const difference = At.i64(stake, a) - At.i64(stake, b)
  return difference < 0 || (difference === 0 && a < b)
}

function siftUp(uids: usize, stake: usize, at: i32): void {
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isBefore(stake, At.i32(uids, at), At.i32(uids, parent))) return
    swap(uids, at, parent)
    at = parent
  }
}

function siftDown(uids: usize, stake: usize, count: i32): void {
  let at = 0
  for (;;) {
    let least = 2 * at + 1
    if (least >= count) return
    if (least + 1 < count && isBefore(stake, At.i32(uids, least + 1), At.i32(uids, least))) {
      least += 1
    }
    if (!isBefore(stake, At.i32(uids, least), At.i32(uids, at))) return
    swap(uids, at, least)
    at = least
  }
}

function swap(array: usize, a: i32, b: i32): void {
  const value = At.i32(array, a)
  Put.i32(array, a, At.i32(array, b))
  Put.i32(array, b, value)
}
