// Results of an epoch by hotkey, and the storage they are written to.

import type { AccountId } from '@taonet/frame'
import type { EpochOutput, PairRow } from './types.ts'

/** A neuron's results; names and units as in EpochOutput. */
export interface EpochTerms {
  /** AccountId as `0x` and lower-case hex, so that text order is byte order. */
  readonly hotkey: AccountId
  readonly uid: number
  readonly dividend: number
  readonly incentive: number
  readonly validator_emission: bigint
  readonly server_emission: bigint
  readonly stake_weight: number
  readonly active: boolean
  readonly emission: bigint
  readonly consensus: number
  readonly validator_trust: number
  readonly new_validator_permit: boolean
  readonly bond: PairRow
  readonly stake: bigint
}

/** What the coinbase pays: hotkey, alpha for its incentive, alpha for its dividend, rao. */
export type HotkeyEmission = readonly [
  hotkey: AccountId,
  server_emission: bigint,
  validator_emission: bigint,
]

/**
 * Results of every registered hotkey in byte order of hotkeys; a uid without an entry in `Keys` has none.
 *
 * shape   keys of `Keys` in iteration order; a hotkey met twice belongs to the later uid
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function epochTerms(
  keys: Iterable<readonly [uid: number, hotkey: AccountId]>,
  output: EpochOutput,
): EpochTerms[] {
  const uids = new Map<AccountId, number>()
  for (const [uid, hotkey] of keys) uids.set(hotkey, uid)
  return [...uids]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([hotkey, uid]) => ({ hotkey, uid, ...termsOf(uid, output) }))
}

function termsOf(uid: number, output: EpochOutput): Omit<EpochTerms, 'hotkey' | 'uid'> {
  return {
    dividend: output.dividend[uid] ?? 0,
    incentive: output.incentive[uid] ?? 0,
    validator_emission: output.validator_emission[uid] ?? 0n,
    server_emission: output.server_emission[uid] ?? 0n,
    stake_weight: output.stake_weight[uid] ?? 0,
    active: output.active[uid] ?? false,
    emission: output.emission[uid] ?? 0n,
    consensus: output.consensus[uid] ?? 0,
    validator_trust: output.validator_trust[uid] ?? 0,
    new_validator_permit: output.new_validator_permit[uid] ?? false,
    bond: output.bond[uid] ?? new Uint16Array(0),
    stake: output.stake[uid] ?? 0n,
  }
}

/** What one mechanism writes at its storage index, and the miners' amounts of its event. */
export interface MechanismStorage {
  readonly Incentive: readonly number[]
  /** Row of uid 0, 1, 2 …, every one of them to be written. */
  readonly Bonds: readonly PairRow[]
  /** `emissions` of `IncentiveAlphaEmittedToMiners`. */
  readonly emissions: readonly bigint[]
}

/**
 * Storage of one mechanism, positions in order of uids.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs persist_mechanism_epoch_terms
 */
export function mechanismStorage(terms: readonly EpochTerms[]): MechanismStorage {
  const sorted = byUid(terms)
  return {
    Incentive: sorted.map((term) => term.incentive),
    Bonds: sorted.map((term) => term.bond),
    emissions: sorted.map((term) => term.server_emission),
  }
}

/** What an epoch writes at its subnet, after all mechanisms. */
export interface SubnetStorage {
  readonly Active: readonly boolean[]
  readonly Emission: readonly bigint[]
  readonly Consensus: readonly number[]
  readonly Dividends: readonly number[]
  readonly ValidatorTrust: readonly number[]
  readonly ValidatorPermit: readonly boolean[]
  readonly StakeWeight: readonly number[]
}

/**
 * Storage of the subnet, positions in order of uids.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs persist_netuid_epoch_terms
 */
export function subnetStorage(terms: readonly EpochTerms[]): SubnetStorage {
  const sorted = byUid(terms)
  return {
    Active: sorted.map((term) => term.active),
    Emission: sorted.map((term) => term.emission),
    Consensus: sorted.map((term) => term.consensus),
    Dividends: sorted.map((term) => term.dividend),
    ValidatorTrust: sorted.map((term) => term.validator_trust),
    ValidatorPermit: sorted.map((term) => term.new_validator_permit),
    StakeWeight: sorted.map((term) => term.stake_weight),
  }
}

/**
 * What the coinbase pays, in byte order of hotkeys.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs epoch_with_mechanisms
 */
export function hotkeyEmissions(terms: readonly EpochTerms[]): HotkeyEmission[] {
  return terms.map((term) => [term.hotkey, term.server_emission, term.validator_emission])
}

function byUid(terms: readonly EpochTerms[]): EpochTerms[] {
  return [...terms].sort((a, b) => a.uid - b.uid)
}
