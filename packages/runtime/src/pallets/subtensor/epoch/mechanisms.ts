// Several mechanisms of one subnet: where they are stored, what each distributes, how results are joined.

import { type AccountId, satU16, satU64, U64F64 } from '@taonet/frame'
import type { EpochTerms } from './terms.ts'

/** Distance of two mechanisms of a subnet in storage indices. */
export const GLOBAL_MAX_SUBNET_COUNT = 4096
export const MAX_MECHANISM_COUNT_PER_SUBNET = 16

/**
 * Index under which a mechanism's maps are stored; for mechanism 0 it is the netuid.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs get_mechanism_storage_index
 */
export function mechanismStorageIndex(netuid: number, mecid: number): number {
  return satU16.add(satU16.mul(mecid, GLOBAL_MAX_SUBNET_COUNT), netuid)
}

/**
 * Subnet and mechanism of a storage index, whether or not they exist.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs get_netuid_and_subid
 */
export function netuidAndMecid(index: number): readonly [netuid: number, mecid: number] {
  const netuid = index % GLOBAL_MAX_SUBNET_COUNT
  return [netuid, (index - netuid) / GLOBAL_MAX_SUBNET_COUNT]
}

/**
 * Alpha of each mechanism; what rounding leaves over goes to the first.
 *
 * shape   a split may be shorter than the count, the rest gets 0; no split means equal parts
 * units   rao; split in parts of 65535
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs split_emissions
 */
export function splitEmissions(
  alpha: bigint,
  MechanismCountCurrent: number,
  MechanismEmissionSplit: readonly number[] | undefined,
): bigint[] {
  const parts = Array.from({ length: MechanismCountCurrent }, (_, mecid) =>
    MechanismEmissionSplit === undefined
      ? alpha / BigInt(MechanismCountCurrent)
      : BigInt.asUintN(64, (alpha * BigInt(MechanismEmissionSplit[mecid] ?? 0)) / 65_535n),
  )
  const given = BigInt.asUintN(
    64,
    parts.reduce((total, part) => total + part, 0n),
  )
  if (parts[0] !== undefined) parts[0] = satU64.add(parts[0], satU64.sub(alpha, given))
  return parts
}

/**
 * Share of a mechanism in a subnet's emission; the first one's is 1 when there is no emission.
 *
 * units   rao -> U64F64
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs epoch_with_mechanisms
 */
export function mechanismWeight(part: bigint, alpha: bigint, mecid: number): U64F64 {
  const otherwise = mecid === 0 ? U64F64.ONE : U64F64.ZERO
  return U64F64.safeDivOr(U64F64.fromInt(part), U64F64.fromInt(alpha), otherwise)
}

/**
 * Joins the results of all mechanisms by hotkey, in byte order of hotkeys: amounts to pay add up, flags are or-ed, the
 * other terms are means weighted by emission, floored at each step. Bonds are left out.
 *
 * shape   one list of terms and one weight for each mechanism, mechanism 0 first
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs epoch_with_mechanisms
 */
export function aggregateTerms(
  mechanisms: readonly { terms: readonly EpochTerms[]; weight: U64F64 }[],
): EpochTerms[] {
  const joined = new Map<AccountId, EpochTerms>()
  for (const { terms, weight } of mechanisms) {
    for (const term of terms) {
      joined.set(term.hotkey, joinTerms(joined.get(term.hotkey), term, weight))
    }
  }
  return [...joined.values()].sort((a, b) => (a.hotkey < b.hotkey ? -1 : 1))
}

function joinTerms(sum: EpochTerms | undefined, term: EpochTerms, weight: U64F64): EpochTerms {
  const mean16 = (existing = 0, added: number) =>
    U64F64.toU16(accumulate(BigInt(existing), BigInt(added), weight))
  const amount = (existing = 0n, added: bigint) => satU64.add(existing, added)
  return {
    hotkey: term.hotkey,
    uid: sum?.uid ?? term.uid,
    dividend: mean16(sum?.dividend, term.dividend),
    // Upstream weighs the first mechanism's incentive and drops the others'; nothing reads it.
    incentive: sum?.incentive ?? mean16(0, term.incentive),
    validator_emission: amount(sum?.validator_emission, term.validator_emission),
    server_emission: amount(sum?.server_emission, term.server_emission),
    stake_weight: mean16(sum?.stake_weight, term.stake_weight),
    active: (sum?.active ?? false) || term.active,
    emission: U64F64.toU64(accumulate(sum?.emission ?? 0n, term.emission, weight)),
    consensus: mean16(sum?.consensus, term.consensus),
    validator_trust: mean16(sum?.validator_trust, term.validator_trust),
    new_validator_permit: (sum?.new_validator_permit ?? false) || term.new_validator_permit,
    bond: new Uint16Array(0),
    stake: amount(sum?.stake, term.stake),
  }
}

/** `existing + added * weight`, before it is floored. */
function accumulate(existing: bigint, added: bigint, weight: U64F64): U64F64 {
  return U64F64.add(U64F64.fromInt(existing), U64F64.mul(U64F64.fromInt(added), weight))
}
