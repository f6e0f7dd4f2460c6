// The stake-weighted median of every column.

import { I32F32 } from './fixed.ts'
import { Matrix } from './matrix.ts'
import { At, Put, Zeros } from './memory.ts'
import { normalized, sum } from './vector.ts'

/** Votes of one column, and room for those that are left. */
@unmanaged
class Votes {
  /** I32F32[count], of all columns the same. */
  shares: usize
  count: i32
  minority: i64
  total: i64
  leftScores: usize
  leftShares: usize
}

/** Median of each column over the rows with positive stake; an absent entry is a score of 0. */
export function medians(stake: usize, scores: Matrix, majority: i64): usize {
  const n = scores.rows
  const votes = collectVoters(stake, n, majority)
  const result = Zeros.i64(n)
  if (votes.count === 0) return result
  const columns = Zeros.i64(n * votes.count)
  for (let i = 0, voter = 0; i < n; i++) {
    if (At.i64(stake, i) <= 0) continue
    for (let entry = scores.start(i); entry < scores.end(i); entry++) {
      Put.i64(columns, scores.column(entry) * votes.count + voter, scores.value(entry))
    }
    voter += 1
  }
  for (let j = 0; j < n; j++) {
    Put.i64(result, j, median(votes, columns + ((<usize>(j * votes.count)) << 3)))
  }
  return result
}

function collectVoters(stake: usize, n: i32, majority: i64): Votes {
  const votes = new Votes()
  const voters = Zeros.i64(n)
  let count = 0
  for (let i = 0; i < n; i++) {
    const share = At.i64(stake, i)
    if (share <= 0) continue
    Put.i64(voters, count, share)
    count += 1
  }
  votes.count = count
  votes.shares = normalized(voters, count)
  votes.total = sum(votes.shares, count)
  votes.minority = I32F32.sub(votes.total, majority)
  votes.leftScores = Zeros.i64(count)
  votes.leftShares = Zeros.i64(count)
  return votes
}

/** Repeated partition around the middle vote, which keeps the order of votes. No sum exceeds the total, at most 1. */
function median(votes: Votes, scores: usize): i64 {
  let shares = votes.shares
  let count = votes.count
  let low: i64 = 0
  let high = votes.total
  while (count > 1) {
    const pivot = At.i64(scores, count >> 1)
    let below: i64 = 0
    let above: i64 = 0
    let belowCount = 0
    let aboveCount = 0
    for (let k = 0; k < count; k++) {
      const score = At.i64(scores, k)
      const share = At.i64(shares, k)
      const isBelow = i32(score < pivot)
      const isAbove = i32(score > pivot)
      below += share & -(<i64>isBelow)
      above += share & -(<i64>isAbove)
      belowCount += isBelow
      aboveCount += isAbove
    }
    if (votes.minority < low + below && belowCount > 0) {
      high = low + below
      keep(votes, scores, shares, count, pivot, true)
      count = belowCount
    } else if (high - above <= votes.minority && aboveCount > 0) {
      low = high - above
      keep(votes, scores, shares, count, pivot, false)
      count = aboveCount
    } else {
      return pivot
    }
    scores = votes.leftScores
    shares = votes.leftShares
  }
  return At.i64(scores, 0)
}

/** Moves the votes on one side of the pivot to the front. Every vote is written, only one that stays moves the end on. */
function keep(
  votes: Votes,
  scores: usize,
  shares: usize,
  count: i32,
  pivot: i64,
  below: bool,
): void {
  let kept = 0
  for (let k = 0; k < count; k++) {
    const score = At.i64(scores, k)
    Put.i64(votes.leftShares, kept, At.i64(shares, k))
    Put.i64(votes.leftScores, kept, score)
    kept += below ? i32(score < pivot) : i32(score > pivot)
  }
}
