// What an epoch reads and what it gives back.

import type { I64F64 } from '@taonet/frame'

/**
 * A stored row of weights or bonds: target uid, value, target uid, value …
 *
 * It holds the same numbers in the same order as upstream's `Vec<(u16, u16)>`, without one object per pair.
 */
export type PairRow = Uint16Array

/**
 * All that one run of one mechanism depends on. Names in PascalCase are storage items of that name, read
 * at the subnet or, for `LastUpdate`, `Weights` and `Bonds`, at the mechanism's storage index.
 */
export interface EpochInput {
  /** Number of neurons, called n below. */
  readonly SubnetworkN: number
  /** Block in which the epoch runs. */
  readonly currentBlock: bigint
  /** Blocks between epochs. */
  readonly Tempo: number
  /** Block of the previous successful epoch, 0 when there was none. */
  readonly LastMechansimStepBlock: bigint
  /** Blocks after which a silent neuron is inactive: `activityCutoffBlocks`. */
  readonly activityCutoff: bigint
  /** As stored; shorter than n means zeros at the end. */
  readonly LastUpdate: readonly bigint[]
  /** n blocks; 0 for a uid without an entry in `Keys`. */
  readonly BlockAtRegistration: readonly bigint[]
  /** n stakes, alpha and weighted TAO together (`stakeWeights`), before the threshold. */
  readonly totalStake: readonly I64F64[]
  /** Smallest total stake that counts, rao. */
  readonly StakeThreshold: bigint
  /** Uid of `SubnetOwnerHotkey`, if both it and its uid exist. */
  readonly ownerUid: number | undefined
  /** Permits of the previous epoch, as stored. */
  readonly ValidatorPermit: readonly boolean[]
  readonly MaxAllowedValidators: number
  /** Row of each uid, as stored; missing means empty. Rows from n on are ignored. */
  readonly Weights: readonly (PairRow | undefined)[]
  /** Row of each uid, as stored; missing means empty. Rows from n on are ignored. */
  readonly Bonds: readonly (PairRow | undefined)[]
  /** n blocks of `earliestCommitBlocks`, or undefined when `CommitRevealWeightsEnabled` is off. */
  readonly commitBlocks: readonly bigint[] | undefined
  /** Parts of 65535. */
  readonly Kappa: number
  /** Parts of 65535. */
  readonly BondsPenalty: number
  /** Parts of 1 000 000, a u64. */
  readonly BondsMovingAverage: bigint
  readonly Yuma3On: boolean
  readonly LiquidAlphaOn: boolean
  /** Low and high, parts of 65535. */
  readonly AlphaValues: readonly [low: number, high: number]
  /** Hundredths, an i16. */
  readonly AlphaSigmoidSteepness: number
  /** Alpha that this mechanism distributes, rao. */
  readonly emission: bigint
}

/**
 * What one run yields for each uid, in upstream's names of `EpochTerms`. Every list has n entries, except
 * `active`, which is as long as the padded `LastUpdate`.
 */
export interface EpochOutput {
  readonly active: readonly boolean[]
  /** Parts of 65535. */
  readonly stake_weight: Uint16Array
  /** Parts of 65535. */
  readonly consensus: Uint16Array
  /** Parts of 65535. */
  readonly incentive: Uint16Array
  /** Parts of 65535. */
  readonly dividend: Uint16Array
  /** Parts of 65535. */
  readonly validator_trust: Uint16Array
  readonly new_validator_permit: readonly boolean[]
  /** Alpha for the incentive, rao. */
  readonly server_emission: BigUint64Array
  /** Alpha for the dividend, rao. */
  readonly validator_emission: BigUint64Array
  /** Alpha for both together, rao; only recorded, never paid. */
  readonly emission: BigUint64Array
  /** New row of bonds; empty without a new permit. */
  readonly bond: readonly PairRow[]
  /** Integer part of the total stake, rao. */
  readonly stake: BigUint64Array
  /** The proportions before they were cut to u16. */
  readonly exact: ExactShares
}

/** Proportions as I32F32 bits, n entries each. */
export interface ExactShares {
  /** Stake of active permitted validators, normalised. */
  readonly activeStake: BigInt64Array
  readonly consensus: BigInt64Array
  readonly incentive: BigInt64Array
  readonly dividends: BigInt64Array
}
