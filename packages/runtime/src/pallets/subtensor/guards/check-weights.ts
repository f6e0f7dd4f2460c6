/** Weights are set by who has the stake for it, and revealed when it is time. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { LastStoredRound } from '../../drand/storage.ts'
import { mechanismStorageIndex } from '../epoch/mechanisms.ts'
import {
  InputLengthsUnequal,
  InvalidRevealRound,
  NotEnoughStakeToSetWeights,
  NoWeightsCommitFound,
  RevealTooEarly,
} from '../errors.ts'
import { WeightCommits } from '../storage.ts'
import { checkWeightsMinStake } from '../weights/checks.ts'
import { getCommitHash, type Reveal } from '../weights/commit-hash.ts'
import { isRevealBlockRange } from '../weights/reveal-window.ts'
import { guardCalls, guardWeight } from './guard.ts'

interface Mechanism {
  readonly netuid: NetUid
  readonly mecid?: number
}
interface RevealArgs extends Mechanism {
  readonly uids: number[]
  readonly values: number[]
  readonly salt: number[]
  readonly version_key: bigint
}
interface BatchRevealArgs extends Mechanism {
  readonly uids_list: number[][]
  readonly values_list: number[][]
  readonly salts_list: number[][]
  readonly version_keys: bigint[]
}
interface BatchArgs {
  readonly netuids: NetUid[]
  readonly commit_hashes?: unknown[]
  readonly weights?: unknown[]
  readonly version_keys?: unknown[]
}

function ensureMinStake(ctx: f.Context, who: f.AccountId, netuid: NetUid): void {
  f.ensure(checkWeightsMinStake(ctx, who, netuid), NotEnoughStakeToSetWeights)
}

function ensureRevealable(
  ctx: f.Context,
  who: f.AccountId,
  { netuid, mecid = 0 }: Mechanism,
  reveals: readonly Reveal[],
): void {
  const index = mechanismStorageIndex(netuid, mecid)
  const commits = WeightCommits.find(ctx, index, who)
  f.ensure(commits !== undefined, NoWeightsCommitFound)
  for (const reveal of reveals) {
    const hash = getCommitHash(who, index, reveal)
    const commit = commits.find(([known]) => known === hash)
    f.ensure(commit !== undefined, NoWeightsCommitFound)
    f.ensure(isRevealBlockRange(ctx, netuid, commit[1]), RevealTooEarly)
  }
}

function single(ctx: f.Context, who: f.AccountId, { netuid }: Mechanism): void {
  ensureMinStake(ctx, who, netuid)
}

function reveal(ctx: f.Context, who: f.AccountId, args: RevealArgs): void {
  ensureMinStake(ctx, who, args.netuid)
  const { uids, values, salt, version_key: versionKey } = args
  ensureRevealable(ctx, who, args, [{ uids, values, salt, versionKey }])
}

function batchReveal(ctx: f.Context, who: f.AccountId, args: BatchRevealArgs): void {
  const { uids_list, values_list, salts_list, version_keys } = args
  const lists = [values_list, salts_list, version_keys]
  f.ensure(
    lists.every(({ length }) => length === uids_list.length),
    InputLengthsUnequal,
  )
  ensureMinStake(ctx, who, args.netuid)
  const reveals = uids_list.map((uids, i) => ({
    uids,
    values: values_list[i]!,
    salt: salts_list[i]!,
    versionKey: version_keys[i]!,
  }))
  ensureRevealable(ctx, who, { netuid: args.netuid }, reveals)
}

function batch(ctx: f.Context, who: f.AccountId, args: BatchArgs): void {
  const { netuids, commit_hashes = netuids, weights = netuids, version_keys = netuids } = args
  f.ensure(
    [commit_hashes, weights, version_keys].every(({ length }) => length === netuids.length),
    InputLengthsUnequal,
  )
  for (const netuid of netuids) ensureMinStake(ctx, who, netuid)
}

function timelocked(
  ctx: f.Context,
  who: f.AccountId,
  { netuid, reveal_round }: Mechanism & { reveal_round: bigint },
): void {
  ensureMinStake(ctx, who, netuid)
  f.ensure(reveal_round >= LastStoredRound.get(ctx), InvalidRevealRound)
}

/**
 * refuses InputLengthsUnequal, NotEnoughStakeToSetWeights, NoWeightsCommitFound, RevealTooEarly,
 *         InvalidRevealRound, in this order
 * source  opentensor/subtensor pallets/subtensor/src/guards/check_weights.rs
 */
export const CheckWeights = guardCalls(guardWeight(52_958_000n, 7671n, 11), {
  set_weights: single,
  set_mechanism_weights: single,
  commit_weights: single,
  commit_mechanism_weights: single,
  reveal_weights: reveal,
  reveal_mechanism_weights: reveal,
  batch_reveal_weights: batchReveal,
  batch_commit_weights: batch,
  batch_set_weights: batch,
  commit_timelocked_weights: timelocked,
  commit_timelocked_mechanism_weights: timelocked,
  commit_crv3_mechanism_weights: timelocked,
})
