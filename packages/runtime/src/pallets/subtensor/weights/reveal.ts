/** Revealing weights that were committed by their hash. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { mechanismStorageIndex } from '../epoch/mechanisms.ts'
import {
  ExpiredWeightCommit,
  InvalidRevealCommitHashNotMatch,
  NoWeightsCommitFound,
  RevealTooEarly,
} from '../errors.ts'
import { WeightsBatchRevealed, WeightsRevealed } from '../events.ts'
import { WeightCommits } from '../storage.ts'
import { MAIN } from '../subnets/mechanisms.ts'
import { type CommitQueue, ensureCommitReveal, splitExpired } from './commit.ts'
import { getCommitHash, type Reveal } from './commit-hash.ts'
import { isRevealBlockRange } from './reveal-window.ts'
import { setMechanismWeights } from './set-weights.ts'

/** A mechanism of a subnet. */
export interface Mechanism {
  readonly netuid: NetUid
  readonly mecid: number
}

const has = (commits: CommitQueue, hash: f.H256) => commits.some(([known]) => known === hash)

function openCommits(ctx: f.Context, hotkey: f.AccountId, { netuid, mecid }: Mechanism) {
  const commits = WeightCommits.get(ctx, mechanismStorageIndex(netuid, mecid), hotkey)
  f.ensure(commits !== undefined, NoWeightsCommitFound)
  return splitExpired(ctx, netuid, commits)
}

/** Stores what is left of a queue; an empty one is not stored. */
function keepCommits(
  ctx: f.Context,
  hotkey: f.AccountId,
  { netuid, mecid }: Mechanism,
  left: CommitQueue,
): void {
  const index = mechanismStorageIndex(netuid, mecid)
  WeightCommits.put(ctx, index, hotkey, left.length > 0 ? left : undefined)
}

/**
 * Sets the weights of a commit. It and all older commits are forgotten.
 *
 * refuses CommitRevealDisabled, NoWeightsCommitFound, ExpiredWeightCommit, InvalidRevealCommitHashNotMatch,
 *         RevealTooEarly, and as `setMechanismWeights`
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs internal_reveal_weights
 */
export function revealWeights(
  ctx: f.Context,
  hotkey: f.AccountId,
  mechanism: Mechanism,
  reveal: Reveal,
): void {
  const { netuid, mecid } = mechanism
  ensureCommitReveal(ctx, netuid)
  const { expired, open } = openCommits(ctx, hotkey, mechanism)
  const index = mechanismStorageIndex(netuid, mecid)
  const hash = getCommitHash(hotkey, index, reveal)
  const at = open.findIndex(([known]) => known === hash)
  if (at === -1) {
    f.ensure(!has(expired, hash), ExpiredWeightCommit)
    throw open.length === 0 ? NoWeightsCommitFound : InvalidRevealCommitHashNotMatch
  }
  f.ensure(isRevealBlockRange(ctx, netuid, open[at]![1]), RevealTooEarly)
  setMechanismWeights(ctx, hotkey, { netuid, mecid, ...reveal })
  keepCommits(ctx, hotkey, mechanism, open.slice(at + 1))
  ctx.deposit(WeightsRevealed([hotkey, index, hash]))
}

/**
 * Sets the weights of several commits of the main mechanism, one after the other, or none. Only these commits
 * are forgotten.
 *
 * refuses CommitRevealDisabled, NoWeightsCommitFound, ExpiredWeightCommit, InvalidRevealCommitHashNotMatch,
 *         RevealTooEarly, and as `setMechanismWeights`
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs do_batch_reveal_weights
 */
export function batchRevealWeights(
  ctx: f.Context,
  hotkey: f.AccountId,
  netuid: NetUid,
  reveals: readonly Reveal[],
): void {
  ensureCommitReveal(ctx, netuid)
  const mechanism = { netuid, mecid: MAIN }
  const { expired, open } = openCommits(ctx, hotkey, mechanism)
  const notFound = (hash: f.H256) =>
    has(expired, hash) ? ExpiredWeightCommit : InvalidRevealCommitHashNotMatch
  const hashed = reveals.map((reveal) => ({ reveal, hash: getCommitHash(hotkey, netuid, reveal) }))
  for (const { hash } of hashed) {
    const commit = open.find(([known]) => known === hash)
    f.ensure(commit !== undefined, notFound(hash))
    f.ensure(isRevealBlockRange(ctx, netuid, commit[1]), RevealTooEarly)
  }
  let left = open
  for (const { reveal, hash } of hashed) {
    const at = left.findIndex(([known]) => known === hash)
    // A commit that is revealed twice is gone the second time.
    f.ensure(at !== -1, notFound(hash))
    left = left.filter((_, i) => i !== at)
    setMechanismWeights(ctx, hotkey, { ...mechanism, ...reveal })
  }
  keepCommits(ctx, hotkey, mechanism, left)
  ctx.deposit(WeightsBatchRevealed([hotkey, netuid, hashed.map(({ hash }) => hash)]))
}
