/** Setting the weights of a neuron. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { maxUpscaleU16 } from '../epoch/math/max-upscale.ts'
import { mechanismStorageIndex } from '../epoch/mechanisms.ts'
import { packPairs } from '../epoch/pair-row.ts'
import {
  CanNotSetRootNetworkWeights,
  CommitRevealEnabled,
  DuplicateUids,
  IncorrectWeightVersionKey,
  NeuronNoValidatorPermit,
  NotEnoughStakeToSetWeights,
  SettingWeightsTooFast,
  UidsLengthExceedUidsInSubNet,
  UidVecContainInvalidOne,
  WeightVecLengthIsLow,
  WeightVecNotEqualSize,
} from '../errors.ts'
import { WeightsSet } from '../events.ts'
import { setLastUpdateForUid } from '../registration/uid-lists.ts'
import { getUid } from '../registration/uids.ts'
import { CommitRevealWeightsEnabled, SubnetworkN, Weights } from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'
import { ensureMechanismExists } from '../subnets/mechanisms.ts'
import {
  checkLength,
  checkRateLimit,
  checkValidatorPermit,
  checkVersionKey,
  checkWeightsMinStake,
  containsInvalidUids,
  hasDuplicateUids,
  type WeightRow,
} from './checks.ts'

/** Weights of a hotkey for one mechanism of a subnet. */
export interface NewWeights extends WeightRow {
  readonly netuid: NetUid
  readonly mecid: number
  readonly versionKey: bigint
}

/**
 * Refuses weights in the open where they have to be committed first.
 *
 * refuses CommitRevealEnabled
 * source  opentensor/subtensor pallets/subtensor/src/macros/dispatches.rs set_weights
 */
export function ensureNoCommitReveal(ctx: f.Context, netuid: NetUid): void {
  f.ensure(!CommitRevealWeightsEnabled.get(ctx, netuid), CommitRevealEnabled)
}

/**
 * Replaces a hotkey's weights, scaled so that the largest is 65535. Where weights are committed first, this
 * is their reveal, which no rate limit holds up.
 *
 * shape   uids[n], values[n] -> n pairs in the given order, zeros too
 * refuses the errors imported here, in the order of the checks
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs internal_set_weights
 */
export function setMechanismWeights(
  ctx: f.Context,
  hotkey: f.AccountId,
  weights: NewWeights,
): void {
  const { netuid, mecid, uids, values } = weights
  const index = mechanismStorageIndex(netuid, mecid)
  f.ensure(netuid !== ROOT, CanNotSetRootNetworkWeights)
  f.ensure(uids.length === values.length, WeightVecNotEqualSize)
  ensureMechanismExists(ctx, netuid, mecid)
  f.ensure(uids.length <= SubnetworkN.get(ctx, netuid), UidsLengthExceedUidsInSubNet)
  const uid = getUid(ctx, netuid, hotkey)
  f.ensure(checkWeightsMinStake(ctx, hotkey, netuid), NotEnoughStakeToSetWeights)
  f.ensure(checkVersionKey(ctx, netuid, weights.versionKey), IncorrectWeightVersionKey)
  const isReveal = CommitRevealWeightsEnabled.get(ctx, netuid)
  f.ensure(isReveal || checkRateLimit(ctx, index, uid), SettingWeightsTooFast)
  f.ensure(checkValidatorPermit(ctx, netuid, uid, weights), NeuronNoValidatorPermit)
  f.ensure(!hasDuplicateUids(uids), DuplicateUids)
  f.ensure(!containsInvalidUids(ctx, netuid, uids), UidVecContainInvalidOne)
  f.ensure(checkLength(ctx, netuid, uid, weights), WeightVecLengthIsLow)
  const scaled = maxUpscaleU16(values)
  // Upstream checks a limit here that is the constant 65535, which no weight passes.
  Weights.set(ctx, index, uid, packPairs(uids.map((target, i) => [target, scaled[i]!] as const)))
  if (!isReveal) setLastUpdateForUid(ctx, index, uid, currentBlock(ctx))
  ctx.deposit(WeightsSet([index, uid]))
}
