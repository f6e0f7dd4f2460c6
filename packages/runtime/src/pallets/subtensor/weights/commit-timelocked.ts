/** Committing to weights that nobody can read before a round of the drand beacon. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { mechanismStorageIndex } from '../epoch/mechanisms.ts'
import {
  CommittingWeightsTooFast,
  IncorrectCommitRevealVersion,
  TooManyUnrevealedCommits,
} from '../errors.ts'
import { TimelockedWeightsCommitted } from '../events.ts'
import { setLastUpdateForUid } from '../registration/uid-lists.ts'
import { getUid } from '../registration/uids.ts'
import { CommitRevealWeightsVersion, TimelockedWeightCommits } from '../storage.ts'
import { currentEpochWithLookahead } from '../subnets/epoch-schedule.ts'
import { ensureMechanismExists } from '../subnets/mechanisms.ts'
import { checkRateLimit } from './checks.ts'
import { ensureCommitReveal, MAX_UNREVEALED_COMMITS } from './commit.ts'

/** Longest ciphertext, bytes. */
export const MAX_TIMELOCKED_COMMIT_BYTES = 5000

/** Encrypted weights for one mechanism of a subnet. */
export interface TimelockedCommit {
  readonly netuid: NetUid
  readonly mecid: number
  readonly commit: Uint8Array
  readonly round: bigint
  /** Version of the scheme that the client speaks. */
  readonly version: number
}

/**
 * Appends a ciphertext to the commits of this epoch. It counts as an update of the weights.
 *
 * refuses MechanismDoesNotExist, CommitRevealDisabled, IncorrectCommitRevealVersion,
 *         HotKeyNotRegisteredInSubNet, CommittingWeightsTooFast, TooManyUnrevealedCommits
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs internal_commit_timelocked_weights
 */
export function commitTimelockedWeights(
  ctx: f.Context,
  hotkey: f.AccountId,
  { netuid, mecid, commit, round, version }: TimelockedCommit,
): void {
  ensureMechanismExists(ctx, netuid, mecid)
  ensureCommitReveal(ctx, netuid)
  f.ensure(version === CommitRevealWeightsVersion.get(ctx), IncorrectCommitRevealVersion)
  const index = mechanismStorageIndex(netuid, mecid)
  const uid = getUid(ctx, netuid, hotkey)
  f.ensure(checkRateLimit(ctx, index, uid), CommittingWeightsTooFast)
  const block = currentBlock(ctx)
  const epoch = currentEpochWithLookahead(ctx, netuid)
  const commits = TimelockedWeightCommits.get(ctx, index, epoch)
  const own = commits.filter(([who]) => who === hotkey).length
  f.ensure(own < MAX_UNREVEALED_COMMITS, TooManyUnrevealedCommits)
  TimelockedWeightCommits.set(ctx, index, epoch, [...commits, [hotkey, block, commit, round]])
  const hash = f.toHex(f.blake2_256(commit))
  ctx.deposit(TimelockedWeightsCommitted([hotkey, index, hash, round]))
  setLastUpdateForUid(ctx, index, uid, block)
}
