/** What an epoch reads. */
import type * as f from '@taonet/frame'
import { I64F64, U96F32 } from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { activityCutoffBlocks } from '../epoch/activity.ts'
import { earliestCommitBlocks } from '../epoch/commit-blocks.ts'
import type { EpochInput, PairRow } from '../epoch/types.ts'
import { getOwnerUid } from '../registration/uids.ts'
import { getInheritedStake, getTaoWeight } from '../staking/inherited-stake.ts'
import * as storage from '../storage.ts'
import { currentEpochWithLookahead } from '../subnets/epoch-schedule.ts'

/** Uids and their hotkeys, ascending by the bytes of the key. */
export type UidKeys = readonly (readonly [uid: number, hotkey: f.AccountId])[]

export const readUidKeys = (ctx: f.Context, netuid: NetUid): UidKeys =>
  storage.Keys.entries(ctx, netuid).map(([[, uid], hotkey]) => [uid, hotkey])

/**
 * Stake of each uid as consensus counts it; 0 without a hotkey.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs get_stake_weights_for_network
 */
function totalStakes(ctx: f.Context, netuid: NetUid, keys: UidKeys, size: number): f.I64F64[] {
  const stakes = new Array<f.I64F64>(size).fill(0n)
  const weight = I64F64.from(U96F32, getTaoWeight(ctx))
  for (const [uid, hotkey] of keys) {
    if (uid >= size) continue
    const { alpha, tao } = getInheritedStake(ctx, hotkey, netuid)
    stakes[uid] = I64F64.add(I64F64.fromInt(alpha), I64F64.mul(I64F64.fromInt(tao), weight))
  }
  return stakes
}

function registrationBlocks(ctx: f.Context, netuid: NetUid, keys: UidKeys, size: number): bigint[] {
  const blocks = new Array<bigint>(size).fill(0n)
  for (const [uid] of keys)
    if (uid < size) blocks[uid] = storage.BlockAtRegistration.get(ctx, netuid, uid)
  return blocks
}

/** Rows of a mechanism by uid, those of uids that the subnet has. */
function rowsOf(
  ctx: f.Context,
  map: typeof storage.Weights,
  index: number,
  size: number,
): (PairRow | undefined)[] {
  const rows = new Array<PairRow | undefined>(size).fill(undefined)
  for (const [[, uid], row] of map.entries(ctx, index)) if (uid < size) rows[uid] = row
  return rows
}

/** Since when each uid hides weights; undefined where commit-reveal is off. */
function commitBlocks(
  ctx: f.Context,
  netuid: NetUid,
  index: number,
  keys: UidKeys,
  size: number,
): bigint[] | undefined {
  if (!storage.CommitRevealWeightsEnabled.get(ctx, netuid)) return undefined
  const commitments = {
    WeightCommits: storage.WeightCommits.entries(ctx, index).map(([[, who], queue]) => {
      const commits = queue.map(([, commitEpoch, commitBlock]) => ({ commitEpoch, commitBlock }))
      return [who, commits] as const
    }),
    TimelockedWeightCommits: storage.TimelockedWeightCommits.entries(ctx, index).map(
      ([[, epoch], queue]) =>
        [epoch, queue.map(([who, commitBlock]) => ({ who, commitBlock }))] as const,
    ),
  }
  const window = {
    currentEpoch: currentEpochWithLookahead(ctx, netuid),
    RevealPeriodEpochs: storage.RevealPeriodEpochs.get(ctx, netuid),
  }
  const uids = new Map(keys.map(([uid, hotkey]) => [hotkey, uid]))
  return earliestCommitBlocks(commitments, uids, window, size)
}

/** One run: of which mechanism, with what to distribute. */
export interface MechanismRun {
  readonly netuid: NetUid
  /** Storage index of the mechanism. */
  readonly index: number
  readonly keys: UidKeys
  /** Alpha to distribute, rao. */
  readonly emission: Alpha
}

/**
 * Reads all that one mechanism's epoch depends on.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function readEpochInput(ctx: f.Context, run: MechanismRun): EpochInput {
  const { netuid, index, keys, emission } = run
  const size = storage.SubnetworkN.get(ctx, netuid)
  const Tempo = storage.Tempo.get(ctx, netuid)
  const factor = storage.ActivityCutoffFactorMilli.get(ctx, netuid)
  return {
    SubnetworkN: size,
    currentBlock: currentBlock(ctx),
    Tempo,
    LastMechansimStepBlock: storage.LastMechansimStepBlock.get(ctx, netuid),
    activityCutoff: activityCutoffBlocks(factor, Tempo),
    LastUpdate: storage.LastUpdate.get(ctx, index),
    BlockAtRegistration: registrationBlocks(ctx, netuid, keys, size),
    totalStake: totalStakes(ctx, netuid, keys, size),
    StakeThreshold: storage.StakeThreshold.get(ctx),
    ownerUid: getOwnerUid(ctx, netuid),
    ValidatorPermit: storage.ValidatorPermit.get(ctx, netuid),
    MaxAllowedValidators: storage.MaxAllowedValidators.get(ctx, netuid),
    Weights: rowsOf(ctx, storage.Weights, index, size),
    Bonds: rowsOf(ctx, storage.Bonds, index, size),
    commitBlocks: commitBlocks(ctx, netuid, index, keys, size),
    Kappa: storage.Kappa.get(ctx, netuid),
    BondsPenalty: storage.BondsPenalty.get(ctx, netuid),
    BondsMovingAverage: storage.BondsMovingAverage.get(ctx, netuid),
    Yuma3On: storage.Yuma3On.get(ctx, netuid),
    LiquidAlphaOn: storage.LiquidAlphaOn.get(ctx, netuid),
    AlphaValues: storage.AlphaValues.get(ctx, netuid),
    AlphaSigmoidSteepness: storage.AlphaSigmoidSteepness.get(ctx, netuid),
    emission,
  }
}
