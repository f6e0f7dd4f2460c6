/** Several subnets at once: what one refuses does not stop the others. */
import * as f from '@taonet/frame'
import { type Attempt, attempt } from '../../../common/attempt.ts'
import type { NetUid } from '../../../common/units.ts'
import { InputLengthsUnequal } from '../errors.ts'
import {
  BatchCompletedWithErrors,
  BatchWeightItemFailed,
  BatchWeightsCompleted,
} from '../events.ts'
import { MAIN } from '../subnets/mechanisms.ts'
import { commitWeights } from './commit.ts'
import { ensureNoCommitReveal, setMechanismWeights } from './set-weights.ts'

/** Runs an item for each subnet and reports those that were refused; what a refused one wrote stays. */
function runBatch(
  ctx: f.Context,
  hotkey: f.AccountId,
  netuids: readonly NetUid[],
  item: (netuid: NetUid, i: number) => void,
): void {
  const results = netuids.map((netuid, i): [NetUid, Attempt<void>] => [
    netuid,
    attempt(() => item(netuid, i)),
  ])
  let hasFailed = false
  for (const [netuid, result] of results) {
    if (result.ok) continue
    if (!hasFailed) ctx.deposit(BatchCompletedWithErrors({}))
    hasFailed = true
    ctx.deposit(BatchWeightItemFailed([netuid, result.error.toWire()]))
  }
  ctx.deposit(BatchWeightsCompleted([[...netuids], hotkey]))
}

/** Weights for several subnets. */
export interface WeightBatch {
  readonly netuids: readonly NetUid[]
  readonly weights: readonly (readonly (readonly [uid: number, value: number])[])[]
  readonly version_keys: readonly bigint[]
}

/**
 * Sets a hotkey's weights on several subnets.
 *
 * refuses InputLengthsUnequal
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs do_batch_set_weights
 */
export function batchSetWeights(ctx: f.Context, hotkey: f.AccountId, batch: WeightBatch): void {
  const { netuids, weights, version_keys } = batch
  f.ensure(
    netuids.length === weights.length && netuids.length === version_keys.length,
    InputLengthsUnequal,
  )
  runBatch(ctx, hotkey, netuids, (netuid, i) => {
    ensureNoCommitReveal(ctx, netuid)
    setMechanismWeights(ctx, hotkey, {
      netuid,
      mecid: MAIN,
      uids: weights[i]!.map(([uid]) => uid),
      values: weights[i]!.map(([, value]) => value),
      versionKey: version_keys[i]!,
    })
  })
}

/**
 * Commits a hotkey's weights on several subnets.
 *
 * refuses InputLengthsUnequal
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs do_batch_commit_weights
 */
export function batchCommitWeights(
  ctx: f.Context,
  hotkey: f.AccountId,
  netuids: readonly NetUid[],
  hashes: readonly f.H256[],
): void {
  f.ensure(netuids.length === hashes.length, InputLengthsUnequal)
  runBatch(ctx, hotkey, netuids, (netuid, i) => {
    commitWeights(ctx, hotkey, { netuid, mecid: MAIN, hash: hashes[i]! })
  })
}
