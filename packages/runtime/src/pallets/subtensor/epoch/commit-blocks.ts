// Since when a validator has been hiding weights.

import { type AccountId, satU64 } from '@taonet/frame'

/** Open commitments of one mechanism, in any order. */
export interface Commitments {
  /** `WeightCommits`: account and its queue, oldest first. */
  readonly WeightCommits: Iterable<
    readonly [who: AccountId, queue: readonly { commitEpoch: bigint; commitBlock: bigint }[]]
  >
  /** `TimelockedWeightCommits`: epoch of the commitments and who committed at which block. */
  readonly TimelockedWeightCommits: Iterable<
    readonly [commitEpoch: bigint, queue: readonly { who: AccountId; commitBlock: bigint }[]]
  >
}

/** What decides whether a commitment still counts. */
export interface RevealWindow {
  /** `epochWithLookahead`; while an epoch runs that is `SubnetEpochIndex`, already incremented. */
  readonly currentEpoch: bigint
  readonly RevealPeriodEpochs: bigint
}

/** No open commitment. */
export const NO_COMMIT_BLOCK = satU64.MAX

/**
 * Whether a commitment can no longer be revealed.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs is_commit_expired
 */
export function isCommitExpired(
  { currentEpoch, RevealPeriodEpochs }: RevealWindow,
  commitEpoch: bigint,
): boolean {
  return currentEpoch > satU64.add(commitEpoch, RevealPeriodEpochs)
}

/**
 * Block of the earliest open commitment of each uid, `NO_COMMIT_BLOCK` without one. Accounts without a uid are ignored.
 *
 * shape   uids maps hotkeys to uids -> n blocks
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function earliestCommitBlocks(
  { WeightCommits, TimelockedWeightCommits }: Commitments,
  uids: ReadonlyMap<AccountId, number>,
  window: RevealWindow,
  SubnetworkN: number,
): bigint[] {
  const blocks = new Array<bigint>(SubnetworkN).fill(NO_COMMIT_BLOCK)
  const lower = (who: AccountId, block: bigint) => {
    const uid = uids.get(who)
    if (uid !== undefined && uid < blocks.length && block < blocks[uid]!) blocks[uid] = block
  }
  for (const [who, queue] of WeightCommits) {
    // Only the first open one: a queue is in order of time.
    const first = queue.find(({ commitEpoch }) => !isCommitExpired(window, commitEpoch))
    if (first !== undefined) lower(who, first.commitBlock)
  }
  for (const [commitEpoch, queue] of TimelockedWeightCommits) {
    if (isCommitExpired(window, commitEpoch)) continue
    for (const { who, commitBlock } of queue) lower(who, commitBlock)
  }
  return blocks
}
