/** Weights and new networks: not too often. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { mechanismStorageIndex } from '../epoch/mechanisms.ts'
import {
  CommittingWeightsTooFast,
  NetworkTxRateLimitExceeded,
  SettingWeightsTooFast,
} from '../errors.ts'
import { CommitRevealWeightsEnabled, Uids } from '../storage.ts'
import { passesRateLimit, RegisterNetwork } from '../subnets/rate-limits.ts'
import { checkRateLimit } from '../weights/checks.ts'
import { guardCalls, guardWeight } from './guard.ts'

interface Mechanism {
  readonly netuid: NetUid
  readonly mecid?: number
}

/** Accounts without a uid pass: the call itself refuses them. */
function ensureNotTooFast(
  ctx: f.Context,
  who: f.AccountId,
  { netuid, mecid = 0 }: Mechanism,
  error: f.PalletError,
): void {
  const uid = Uids.find(ctx, netuid, who)
  if (uid === undefined) return
  f.ensure(checkRateLimit(ctx, mechanismStorageIndex(netuid, mecid), uid), error)
}

const commit = (ctx: f.Context, who: f.AccountId, mechanism: Mechanism): void =>
  ensureNotTooFast(ctx, who, mechanism, CommittingWeightsTooFast)

function set(ctx: f.Context, who: f.AccountId, mechanism: Mechanism): void {
  if (CommitRevealWeightsEnabled.get(ctx, mechanism.netuid)) return
  ensureNotTooFast(ctx, who, mechanism, SettingWeightsTooFast)
}

/**
 * refuses CommittingWeightsTooFast, SettingWeightsTooFast, NetworkTxRateLimitExceeded
 * source  opentensor/subtensor pallets/subtensor/src/guards/check_rate_limits.rs
 */
export const CheckRateLimits = guardCalls(guardWeight(35_376_000n, 4484n, 7), {
  commit_weights: commit,
  commit_mechanism_weights: commit,
  set_weights: set,
  set_mechanism_weights: set,
  register_network(ctx, who) {
    f.ensure(passesRateLimit(ctx, RegisterNetwork, who, 0), NetworkTxRateLimitExceeded)
  },
})
