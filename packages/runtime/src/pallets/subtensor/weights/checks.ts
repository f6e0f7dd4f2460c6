/** What a row of weights has to be. */
import type * as f from '@taonet/frame'
import { satU32, satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { netuidAndMecid } from '../epoch/mechanisms.ts'
import { getLastUpdateForUid, getValidatorPermitForUid } from '../registration/uid-lists.ts'
import { getOwnerUid, isUidOnNetwork } from '../registration/uids.ts'
import { getStakeWeight } from '../staking/inherited-stake.ts'
import {
  MinAllowedWeights,
  StakeThreshold,
  SubnetworkN,
  Uids,
  WeightsSetRateLimit,
  WeightsVersionKey,
} from '../storage.ts'
import { hasMechanism } from '../subnets/mechanisms.ts'

/** Weights as a caller gives them: one value for each uid. */
export interface WeightRow {
  readonly uids: readonly number[]
  readonly values: readonly number[]
}

/** A subnet without a version takes any. `source` subnets/weights.rs check_version_key */
export function checkVersionKey(ctx: f.Context, netuid: NetUid, versionKey: bigint): boolean {
  const least = WeightsVersionKey.get(ctx, netuid)
  return least === 0n || versionKey >= least
}

/**
 * Whether a uid's last weights or commit on a mechanism are old enough; the first ones are free.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs check_rate_limit
 */
export function checkRateLimit(ctx: f.Context, index: number, uid: number): boolean {
  const [netuid, mecid] = netuidAndMecid(index)
  if (!hasMechanism(ctx, netuid, mecid) || !isUidOnNetwork(ctx, netuid, uid)) return false
  const last = getLastUpdateForUid(ctx, index, uid)
  const limit = WeightsSetRateLimit.get(ctx, netuid)
  return last === 0n || satU64.sub(currentBlock(ctx), last) >= limit
}

/**
 * Bits of a u64 as `I64F64` compares with it: from 2^63 on it passes for negative.
 *
 * source  encointer/substrate-fixed src/cmp.rs fixed_cmp_fixed (`lt`), which asks for 64 integer bits
 */
const asI64F64 = (value: bigint): bigint => BigInt.asIntN(128, value << 64n)

/**
 * Whether a hotkey has the stake that weights need; that of the subnet's owner needs none, and a
 * threshold from 2^63 rao on is none.
 *
 * source  opentensor/subtensor pallets/subtensor/src/lib.rs check_weights_min_stake
 */
export function checkWeightsMinStake(ctx: f.Context, hotkey: f.AccountId, netuid: NetUid): boolean {
  const ownerUid = getOwnerUid(ctx, netuid)
  if (ownerUid !== undefined && Uids.find(ctx, netuid, hotkey) === ownerUid) return true
  return getStakeWeight(ctx, hotkey, netuid) >= asI64F64(StakeThreshold.get(ctx))
}

/** One weight, for oneself. `source` subnets/weights.rs is_self_weight */
export const isSelfWeight = (uid: number, { uids, values }: WeightRow): boolean =>
  values.length === 1 && uids[0] === uid

/**
 * Whether a uid may weigh others: with a permit, or as the subnet owner's.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs check_validator_permit
 */
export const checkValidatorPermit = (
  ctx: f.Context,
  netuid: NetUid,
  uid: number,
  row: WeightRow,
): boolean =>
  isSelfWeight(uid, row) ||
  getOwnerUid(ctx, netuid) === uid ||
  getValidatorPermitForUid(ctx, netuid, uid)

/** `source` subnets/weights.rs check_length */
export function checkLength(ctx: f.Context, netuid: NetUid, uid: number, row: WeightRow): boolean {
  if (isSelfWeight(uid, row)) return true
  const least = Math.min(SubnetworkN.get(ctx, netuid), MinAllowedWeights.get(ctx, netuid))
  return row.values.length >= least
}

/** `source` subnets/weights.rs has_duplicate_uids */
export const hasDuplicateUids = (uids: readonly number[]): boolean =>
  new Set(uids).size !== uids.length

/** `source` subnets/weights.rs contains_invalid_uids */
export const containsInvalidUids = (
  ctx: f.Context,
  netuid: NetUid,
  uids: readonly number[],
): boolean => uids.some((uid) => !isUidOnNetwork(ctx, netuid, uid))

/**
 * Values as parts of 65535 of their sum, floored; zeros stay zeros.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs normalize_weights
 */
export function normalizeWeights(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0)
  if (sum === 0) return [...values]
  return values.map((value) => satU32.safeDiv(value * 65_535, sum))
}
