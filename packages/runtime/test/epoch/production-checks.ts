// Runs the production runtime's epochs (`epoch.json`).

import assert from 'node:assert/strict'
import { activityCutoffBlocks } from '../../src/pallets/subtensor/epoch/activity.ts'
import {
  aggregateTerms,
  mechanismWeight,
  splitEmissions,
} from '../../src/pallets/subtensor/epoch/mechanisms.ts'
import { unpackPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import { stakeWeights } from '../../src/pallets/subtensor/epoch/stake.ts'
import {
  epochTerms,
  hotkeyEmissions,
  mechanismStorage,
  subnetStorage,
} from '../../src/pallets/subtensor/epoch/terms.ts'
import type { Check } from '../vectors/checks.ts'
import { type MechanismCase, type ProductionCase, productionInput } from './production.ts'
import { runBoth } from './vectors.ts'

/** `epoch.json`. */
export interface EpochVectors {
  cases: ProductionCase[]
  mechanism_cases: MechanismCase[]
}

const text = (values: Iterable<bigint>) => Array.from(values, String)

function checkEpoch({ input, output, rao_emission }: ProductionCase): void {
  const ours = runBoth(productionInput(input, BigInt(rao_emission)))
  assert.deepEqual(
    {
      active: ours.active,
      stake_weight: [...ours.stake_weight],
      consensus: [...ours.consensus],
      incentive: [...ours.incentive],
      dividends: [...ours.dividend],
      validator_trust: [...ours.validator_trust],
      new_validator_permit: ours.new_validator_permit,
      server_emission: text(ours.server_emission),
      validator_emission: text(ours.validator_emission),
      emission: text(ours.emission),
      stake: text(ours.stake),
      bonds_returned: ours.bond.map(unpackPairs),
      bonds_stored: mechanismStorage(epochTerms(input.hotkeys.entries(), ours)).Bonds.map(
        unpackPairs,
      ),
    },
    output,
  )
}

function checkStakeWeights({ input }: ProductionCase): void {
  const rao = (bits: string[]) => bits.map((value) => BigInt(value) >> 64n)
  const total = stakeWeights(
    rao(input.stake_alpha_i64f64_bits),
    rao(input.stake_tao_i64f64_bits),
    BigInt(input.hyper.tao_weight),
  )
  assert.deepEqual(text(total), input.stake_total_i64f64_bits)
}

function checkCutoff({ input }: ProductionCase): void {
  const { activity_cutoff_factor_milli, tempo, activity_cutoff_blocks } = input.hyper
  const blocks = activityCutoffBlocks(Number(activity_cutoff_factor_milli), tempo)
  assert.equal(String(blocks), activity_cutoff_blocks)
}

function checkMechanisms(given: MechanismCase): void {
  const alpha = BigInt(given.rao_emission)
  const count = given.inputs_per_mechanism.length
  const parts = splitEmissions(alpha, count, given.split ?? undefined)
  assert.deepEqual(text(parts), given.split_emissions)

  const mechanisms = given.inputs_per_mechanism.map((input, mecid) => ({
    terms: epochTerms(input.hotkeys.entries(), runBoth(productionInput(input, parts[mecid]!))),
    weight: mechanismWeight(parts[mecid]!, alpha, mecid),
  }))
  mechanisms.forEach(({ terms }, mecid) => {
    const { Incentive, Bonds } = mechanismStorage(terms)
    const expected = given.per_mechanism[mecid]
    assert.deepEqual({ incentive: Incentive, bonds: Bonds.map(unpackPairs) }, expected)
  })

  const joined = aggregateTerms(mechanisms)
  const stored = subnetStorage(joined)
  assert.deepEqual(stored.Active, given.active)
  assert.deepEqual(stored.Consensus, given.consensus)
  assert.deepEqual(stored.Dividends, given.dividends)
  assert.deepEqual(stored.ValidatorTrust, given.validator_trust)
  assert.deepEqual(stored.ValidatorPermit, given.validator_permit)
  assert.deepEqual(stored.StakeWeight, given.stake_weight)
  assert.deepEqual(text(stored.Emission), given.emission)
  assert.deepEqual(
    hotkeyEmissions(joined).map(([hotkey, server, validator]) => [
      hotkey,
      String(server),
      String(validator),
    ]),
    given.hotkey_server_validator_emission,
  )
}

export function* productionChecks({ cases, mechanism_cases }: EpochVectors): Generator<Check> {
  for (const given of cases) {
    const name = `cases ${given.name} round ${given.round}`
    yield { name, run: () => checkEpoch(given) }
    yield { name: `${name} stake weights`, run: () => checkStakeWeights(given) }
    yield { name: `${name} activity cutoff`, run: () => checkCutoff(given) }
  }
  for (const given of mechanism_cases)
    yield { name: `mechanism_cases ${given.name}`, run: () => checkMechanisms(given) }
}
