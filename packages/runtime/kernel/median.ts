// The stake-weighted median of every column.

import { I32F32 } from './fixed.ts'
import { Matrix } from './matrix.ts'
import { At, Put, Zeros } from './memory.ts'
import { normalized, sum } from './vector.ts'

/** Votes on one column: all at first, then those on one side of a pivot. */
@unmanaged
class Votes {
  /** I32F32[count]. */
  scores: usize
  /** I32F32[count]. */
  shares: usize
  count: i32
  minority: i64
  total: i64
  /** Room for the votes that are left. */
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
  const shares = votes.shares
  const count = votes.count
  for (let j = 0; j < n; j++) {
    votes.scores = columns + ((<usize>(j * count)) << 3)
    votes.shares = shares
    votes.count = count
    Put.i64(result, j, median(votes))
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
function median(votes: Votes): i64 {
  const minority = votes.minority
  let low: i64 = 0
  let high = votes.total
  while (votes.count > 1) {
    const scores = votes.scores
    const shares = votes.shares
    const count = votes.count
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
    if (minority < low + below && belowCount > 0) {
      high = low + below
      keep(votes, pivot, true)
    } else if (high - above <= minority && aboveCount > 0) {
      low = high - above
      keep(votes, pivot, false)
    } else {
      return pivot
    }
  }
  return At.i64(votes.scores, 0)
}

/** Keeps the votes on one side of the pivot. Every vote is written, only one that stays moves the end on. */
function keep(votes: Votes, pivot: i64, below: bool): void {
  const scores = votes.scores
  const shares = votes.shares
  const leftScores = votes.leftScores
  const leftShares = votes.leftShares
  const count = votes.count
  let kept = 0
  for (let k = 0; k < count; k++) {
    const score = At.i64(scores, k)
    Put.i64(leftShares, kept, At.i64(shares, k))
    Put.i64(leftScores, kept, score)
    kept += below ? i32(score < pivot) : i32(score > pivot)
  }
  votes.scores = leftScores
  votes.shares = leftShares
  votes.count = kept
}
