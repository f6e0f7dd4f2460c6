// Random epochs (`epoch-random.json`), computed by upstream's compiled mathematics.

import assert from 'node:assert/strict'
import { packPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import type { EpochInput } from '../../src/pallets/subtensor/epoch/types.ts'
import type { Check } from '../vectors/checks.ts'
import {
  asComputed,
  big,
  inputFromParams,
  type Pair,
  runBoth,
  type VectorComputed,
  type VectorParams,
} from './vectors.ts'

export interface RandomCase {
  id: string
  params: VectorParams
  block: number
  n: number
  stake_i64f64_bits: string[]
  last_update: number[]
  block_at_registration: number[]
  validator_permits: boolean[]
  weights: Pair[][]
  bonds: Pair[][]
  earliest_active_commit_block: string[]
  rao_emission: string
  computed: VectorComputed
}

/** `epoch-random.json`. */
export interface RandomVectors {
  cases: RandomCase[]
}

function inputOf(given: RandomCase): EpochInput {
  return {
    ...inputFromParams(given.params),
    SubnetworkN: given.n,
    currentBlock: BigInt(given.block),
    totalStake: big(given.stake_i64f64_bits),
    LastUpdate: big(given.last_update),
    BlockAtRegistration: big(given.block_at_registration),
    ValidatorPermit: given.validator_permits,
    Weights: given.weights.map(packPairs),
    Bonds: given.bonds.map(packPairs),
    commitBlocks: given.params.commit_reveal_enabled
      ? big(given.earliest_active_commit_block)
      : undefined,
    emission: BigInt(given.rao_emission),
  }
}

export function* randomChecks({ cases }: RandomVectors): Generator<Check> {
  for (const given of cases)
    yield {
      name: `random epoch ${given.id}`,
      run: () => assert.deepEqual(asComputed(runBoth(inputOf(given))), given.computed),
    }
}
