/** Mechanisms of a subnet: which there are, and how many. */
import * as f from '@taonet/frame'
import { satU16 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { DefaultMaxAllowedUids } from '../build-limits.ts'
import {
  MAX_MECHANISM_COUNT_PER_SUBNET,
  mechanismStorageIndex,
  netuidAndMecid,
} from '../epoch/mechanisms.ts'
import { InvalidValue, MechanismDoesNotExist, TooManyUIDsPerMechanism } from '../errors.ts'
import {
  Bonds,
  Incentive,
  LastUpdate,
  MaxAllowedUids,
  MaxMechanismCount,
  MechanismCountCurrent,
  MechanismEmissionSplit,
  TimelockedWeightCommits,
  WeightCommits,
  Weights,
} from '../storage.ts'
import { ifSubnetExist } from './exists.ts'

/** The mechanism that every subnet has. */
export const MAIN = 0

/** Storage indices of all mechanisms of a subnet, in their order. */
export function mechanismIndices(ctx: f.Context, netuid: NetUid): number[] {
  const count = MechanismCountCurrent.get(ctx, netuid)
  return Array.from({ length: count }, (_, mecid) => mechanismStorageIndex(netuid, mecid))
}

/** Subnet of a storage index. `source` subnets/mechanism.rs get_netuid */
export const netuidOfIndex = (index: number): NetUid => netuidAndMecid(index)[0]

/** Whether a subnet exists and has this mechanism. */
export const hasMechanism = (ctx: f.Context, netuid: NetUid, mecid: number): boolean =>
  ifSubnetExist(ctx, netuid) && MechanismCountCurrent.get(ctx, netuid) > mecid

/**
 * Refuses a mechanism that does not exist.
 *
 * refuses MechanismDoesNotExist
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs ensure_mechanism_exists
 */
export const ensureMechanismExists = (ctx: f.Context, netuid: NetUid, mecid: number): void =>
  f.ensure(hasMechanism(ctx, netuid, mecid), MechanismDoesNotExist)

/**
 * Refuses more uids over all mechanisms than a subnet may have at most.
 *
 * refuses TooManyUIDsPerMechanism
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs ensure_max_uids_over_all_mechanisms
 */
export function ensureUidsFitMechanisms(ctx: f.Context, maxUids: number, count: number): void {
  f.ensure(satU16.mul(maxUids, count) <= DefaultMaxAllowedUids.get(ctx), TooManyUIDsPerMechanism)
}

/**
 * Sets how many mechanisms a subnet has. What belongs to removed ones goes, and emission is split evenly again.
 *
 * refuses MechanismDoesNotExist, InvalidValue, TooManyUIDsPerMechanism
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs do_set_mechanism_count
 */
export function setMechanismCount(ctx: f.Context, netuid: NetUid, count: number): void {
  f.ensure(ifSubnetExist(ctx, netuid), MechanismDoesNotExist)
  f.ensure(count > 0, InvalidValue)
  f.ensure(count <= MaxMechanismCount.get(ctx), InvalidValue)
  ensureUidsFitMechanisms(ctx, MaxAllowedUids.get(ctx, netuid), count)
  f.ensure(count <= MAX_MECHANISM_COUNT_PER_SUBNET, InvalidValue)
  const before = MechanismCountCurrent.get(ctx, netuid)
  if (before === count) return
  for (let mecid = count; mecid < before; mecid++)
    clearMechanism(ctx, mechanismStorageIndex(netuid, mecid))
  MechanismCountCurrent.set(ctx, netuid, count)
  MechanismEmissionSplit.remove(ctx, netuid)
}

function clearMechanism(ctx: f.Context, index: number): void {
  Weights.clear(ctx, [index])
  Incentive.remove(ctx, index)
  LastUpdate.remove(ctx, index)
  Bonds.clear(ctx, [index])
  WeightCommits.clear(ctx, [index])
  TimelockedWeightCommits.clear(ctx, [index])
}

/**
 * Sets how many mechanisms subnets may have; those that have more keep them.
 *
 * refuses InvalidValue
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs do_set_max_mechanism_count
 */
export function setMaxMechanismCount(ctx: f.Context, count: number): void {
  f.ensure(count > 0, InvalidValue)
  f.ensure(count <= MAX_MECHANISM_COUNT_PER_SUBNET, InvalidValue)
  MaxMechanismCount.set(ctx, count)
}

const WHOLE = 65_535

/**
 * Sets how emission is split between mechanisms; without a split it is even.
 *
 * units   parts of 65535, which they have to add up to
 * refuses MechanismDoesNotExist, InvalidValue
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs do_set_emission_split
 */
export function setEmissionSplit(
  ctx: f.Context,
  netuid: NetUid,
  split: readonly number[] | undefined,
): void {
  f.ensure(ifSubnetExist(ctx, netuid), MechanismDoesNotExist)
  if (split === undefined) {
    MechanismEmissionSplit.remove(ctx, netuid)
    return
  }
  f.ensure(split.length > 0, InvalidValue)
  f.ensure(split.length <= MechanismCountCurrent.get(ctx, netuid), InvalidValue)
  f.ensure(split.reduce((sum, part) => sum + part, 0) === WHOLE, InvalidValue)
  MechanismEmissionSplit.set(ctx, netuid, [...split])
}
