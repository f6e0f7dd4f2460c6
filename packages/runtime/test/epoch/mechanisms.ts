// Mechanisms (`epoch-mechanism.json`): storage indices, shares of the emission, epochs of two.

import assert from 'node:assert/strict'
import {
  aggregateTerms,
  mechanismStorageIndex,
  mechanismWeight,
  netuidAndMecid,
  splitEmissions,
} from '../../src/pallets/subtensor/epoch/mechanisms.ts'
import { packPairs, unpackPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import { stakeWeights } from '../../src/pallets/subtensor/epoch/stake.ts'
import { epochTerms, subnetStorage } from '../../src/pallets/subtensor/epoch/terms.ts'
import type { EpochInput } from '../../src/pallets/subtensor/epoch/types.ts'
import type { Check } from '../vectors/checks.ts'
import { checkRows } from '../vectors/misc/rows.ts'
import { asComputed, big, type Pair, runBoth, type VectorComputed } from './vectors.ts'

interface TwoMechanisms {
  source: string
  n: number
  stake_rao: string[]
  validator_permits: boolean[]
  block: number
  tempo: number
  last_update: number[]
  block_at_registration: number[]
  weights_mech0: Pair[][]
  weights_mech1: Pair[][]
  rao_emission: string
  split: number[] | null
  asserted: {
    incentive_mech0?: number[]
    incentive_mech1?: number[]
    bonds_mech0?: Pair[][]
    bonds_mech1?: Pair[][]
  }
  tolerance: number
  computed: {
    emission_parts: string[]
    mechanism_weight_u64f64_bits: string[]
    mechanism: VectorComputed[]
    aggregated: Record<string, (number | boolean | string)[]>
  }
}

/** `epoch-mechanism.json`. */
export interface MechanismVectors {
  index: { netuid: number; mecid: number; index: number }[]
  reverse_index: { netuid: number; mecid: number; index: number }[]
  split_emissions: {
    alpha: string
    count: number
    split: number[] | null
    expected?: string[]
    computed?: string[]
  }[]
  epoch_with_mechanisms: TwoMechanisms[]
}

function checkTwo(given: TwoMechanisms): void {
  const { computed, asserted } = given
  const alpha = BigInt(given.rao_emission)
  const parts = splitEmissions(alpha, 2, given.split ?? undefined)
  assert.deepEqual(parts.map(String), computed.emission_parts)
  const weights = parts.map((part, mecid) => mechanismWeight(part, alpha, mecid))
  assert.deepEqual(weights.map(String), computed.mechanism_weight_u64f64_bits)

  const outputs = [given.weights_mech0, given.weights_mech1].map((rows, mecid) =>
    runBoth(inputOf(given, rows, parts[mecid]!)),
  )
  assert.deepEqual(outputs.map(asComputed), computed.mechanism)
  ;[asserted.incentive_mech0, asserted.incentive_mech1].forEach((incentive, mecid) => {
    incentive?.forEach((parts, uid) => {
      assert.ok(Math.abs(outputs[mecid]!.incentive[uid]! - parts) <= given.tolerance)
    })
  })
  ;[asserted.bonds_mech0, asserted.bonds_mech1].forEach((bonds, mecid) => {
    if (bonds !== undefined) assert.deepEqual(outputs[mecid]!.bond.map(unpackPairs), bonds)
  })

  const keys = given.stake_rao.map((_, uid) => [uid, `0x0${uid}`] as const)
  const joined = aggregateTerms(
    outputs.map((output, mecid) => ({
      terms: epochTerms(keys, output),
      weight: weights[mecid]!,
    })),
  )
  const stored = subnetStorage(joined)
  assert.deepEqual(
    {
      dividends: stored.Dividends,
      stake_weight: stored.StakeWeight,
      consensus: stored.Consensus,
      validator_trust: stored.ValidatorTrust,
      emission: stored.Emission.map(String),
      active: stored.Active,
      permits: stored.ValidatorPermit,
      server_emission: joined.map((term) => String(term.server_emission)),
      validator_emission: joined.map((term) => String(term.validator_emission)),
    },
    computed.aggregated,
  )
}

function inputOf(given: TwoMechanisms, weights: Pair[][], emission: bigint): EpochInput {
  const stake = big(given.stake_rao)
  return {
    SubnetworkN: given.n,
    currentBlock: BigInt(given.block),
    Tempo: given.tempo,
    LastMechansimStepBlock: 0n,
    activityCutoff: 13n,
    LastUpdate: big(given.last_update),
    BlockAtRegistration: big(given.block_at_registration),
    totalStake: stakeWeights(
      stake,
      stake.map(() => 0n),
      0n,
    ),
    StakeThreshold: 0n,
    ownerUid: undefined,
    ValidatorPermit: given.validator_permits,
    MaxAllowedValidators: 100,
    Weights: weights.map(packPairs),
    Bonds: [],
    commitBlocks: undefined,
    Kappa: 32_767,
    BondsPenalty: 65_535,
    BondsMovingAverage: 900_000n,
    Yuma3On: false,
    LiquidAlphaOn: false,
    AlphaValues: [45_875, 58_982],
    AlphaSigmoidSteepness: 1000,
    emission,
  }
}

export function* mechanismChecks(vectors: MechanismVectors): Generator<Check> {
  yield* checkRows('index', vectors.index, ({ netuid, mecid }) => ({
    index: mechanismStorageIndex(netuid, mecid),
  }))
  yield* checkRows('reverse_index', vectors.reverse_index, ({ index }) => {
    const [netuid, mecid] = netuidAndMecid(index)
    return { netuid, mecid }
  })
  yield* checkRows('split_emissions', vectors.split_emissions, (row) => {
    const parts = splitEmissions(BigInt(row.alpha), row.count, row.split ?? undefined).map(String)
    return 'expected' in row ? { expected: parts } : { computed: parts }
  })
  for (const given of vectors.epoch_with_mechanisms)
    yield {
      name: `epoch_with_mechanisms ${given.source.split('::')[1]}`,
      run: () => checkTwo(given),
    }
}
