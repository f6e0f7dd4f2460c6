// The epoch vectors, read and brought into the shape of our types.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { epochMechanism } from '../../src/pallets/subtensor/epoch/index.ts'
import { runEpoch } from '../../src/pallets/subtensor/epoch/kernel.ts'
import { unpackPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import type { EpochInput, EpochOutput } from '../../src/pallets/subtensor/epoch/types.ts'

const FOLDER = new URL('../../../../vectors/runtime-425/', import.meta.url)

/** A vector file; the caller names its shape. */
export function loadVectors<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as T
}

/** An epoch by the reference and by the kernel, which must agree. */
export function runBoth(input: EpochInput): EpochOutput {
  const output = epochMechanism(input)
  assert.deepEqual(runEpoch(input), output)
  return output
}

export type Pair = readonly [number, number]

export const big = (values: readonly (string | number)[]) => values.map((value) => BigInt(value))

/** Parameters as `epoch-*.json` writes them. */
export interface VectorParams {
  tempo: number
  activity_cutoff_blocks: number
  stake_threshold: number
  owner_uid: number | null
  max_allowed_validators: number
  commit_reveal_enabled: boolean
  kappa: number
  bonds_penalty: number
  bonds_moving_average: number
  yuma3: boolean
  liquid_alpha: boolean
  alpha_low: number
  alpha_high: number
  alpha_sigmoid_steepness: number
  last_mechanism_step_block: number
}

/** The part of an input that parameters decide. */
export function inputFromParams(p: VectorParams) {
  return {
    Tempo: p.tempo,
    activityCutoff: BigInt(p.activity_cutoff_blocks),
    StakeThreshold: BigInt(p.stake_threshold),
    ownerUid: p.owner_uid ?? undefined,
    MaxAllowedValidators: p.max_allowed_validators,
    Kappa: p.kappa,
    BondsPenalty: p.bonds_penalty,
    BondsMovingAverage: BigInt(p.bonds_moving_average),
    Yuma3On: p.yuma3,
    LiquidAlphaOn: p.liquid_alpha,
    AlphaValues: [p.alpha_low, p.alpha_high],
    AlphaSigmoidSteepness: p.alpha_sigmoid_steepness,
    LastMechansimStepBlock: BigInt(p.last_mechanism_step_block),
  } satisfies Partial<EpochInput>
}

/** Results as `epoch-*.json` writes them. */
export interface VectorComputed {
  stake_weight: number[]
  active: boolean[]
  permits: boolean[]
  consensus: number[]
  incentive: number[]
  dividends: number[]
  validator_trust: number[]
  emission: string[]
  server_emission: string[]
  validator_emission: string[]
  bonds: Pair[][]
  active_stake_bits: string[]
  consensus_bits: string[]
  incentive_bits: string[]
  dividends_bits: string[]
}

/** Our results in the words of `epoch-*.json`. */
export function asComputed(output: EpochOutput): VectorComputed {
  const text = (values: Iterable<bigint>) => Array.from(values, String)
  return {
    stake_weight: [...output.stake_weight],
    active: [...output.active],
    permits: [...output.new_validator_permit],
    consensus: [...output.consensus],
    incentive: [...output.incentive],
    dividends: [...output.dividend],
    validator_trust: [...output.validator_trust],
    emission: text(output.emission),
    server_emission: text(output.server_emission),
    validator_emission: text(output.validator_emission),
    bonds: output.bond.map(unpackPairs),
    active_stake_bits: text(output.exact.activeStake),
    consensus_bits: text(output.exact.consensus),
    incentive_bits: text(output.exact.incentive),
    dividends_bits: text(output.exact.dividends),
  }
}
