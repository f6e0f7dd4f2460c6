/** Committing to weights by their hash. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { mechanismStorageIndex } from '../epoch/mechanisms.ts'
import {
  CommitRevealDisabled,
  CommittingWeightsTooFast,
  TooManyUnrevealedCommits,
} from '../errors.ts'
import { WeightsCommitted } from '../events.ts'
import { setLastUpdateForUid } from '../registration/uid-lists.ts'
import { getUid } from '../registration/uids.ts'
import { CommitRevealWeightsEnabled, WeightCommits } from '../storage.ts'
import { currentEpochWithLookahead } from '../subnets/epoch-schedule.ts'
import { ensureMechanismExists } from '../subnets/mechanisms.ts'
import { checkRateLimit } from './checks.ts'
import { isCommitExpired } from './reveal-window.ts'

/** Most commits that a hotkey may have open. */
export const MAX_UNREVEALED_COMMITS = 10

/** Refuses where weights are set in the open. `refuses` CommitRevealDisabled */
export const ensureCommitReveal = (ctx: f.Context, netuid: NetUid): void =>
  f.ensure(CommitRevealWeightsEnabled.get(ctx, netuid), CommitRevealDisabled)

/** Open commits of a hotkey, oldest first: hash, epoch, block, and a field that is no longer used. */
export type CommitQueue = NonNullable<ReturnType<typeof WeightCommits.get>>

/** Splits off the commits at the front that can no longer be revealed. */
export function splitExpired(
  ctx: f.Context,
  netuid: NetUid,
  commits: CommitQueue,
): { expired: CommitQueue; open: CommitQueue } {
  const first = commits.findIndex(([, epoch]) => !isCommitExpired(ctx, netuid, epoch))
  const cut = first === -1 ? commits.length : first
  return { expired: commits.slice(0, cut), open: commits.slice(cut) }
}

/** A hash for one mechanism of a subnet. */
export interface Commit {
  readonly netuid: NetUid
  readonly mecid: number
  readonly hash: f.H256
}

/**
 * Appends a commit to a hotkey's queue and forgets expired ones. It counts as an update of the weights.
 *
 * refuses MechanismDoesNotExist, CommitRevealDisabled, HotKeyNotRegisteredInSubNet,
 *         CommittingWeightsTooFast, TooManyUnrevealedCommits
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs internal_commit_weights
 */
export function commitWeights(
  ctx: f.Context,
  hotkey: f.AccountId,
  { netuid, mecid, hash }: Commit,
): void {
  ensureMechanismExists(ctx, netuid, mecid)
  ensureCommitReveal(ctx, netuid)
  const index = mechanismStorageIndex(netuid, mecid)
  const uid = getUid(ctx, netuid, hotkey)
  f.ensure(checkRateLimit(ctx, index, uid), CommittingWeightsTooFast)
  const block = currentBlock(ctx)
  const epoch = currentEpochWithLookahead(ctx, netuid)
  const { open } = splitExpired(ctx, netuid, WeightCommits.get(ctx, index, hotkey) ?? [])
  f.ensure(open.length < MAX_UNREVEALED_COMMITS, TooManyUnrevealedCommits)
  WeightCommits.set(ctx, index, hotkey, [...open, [hash, epoch, block, 0n]])
  ctx.deposit(WeightsCommitted([hotkey, index, hash]))
  setLastUpdateForUid(ctx, index, uid, block)
}
