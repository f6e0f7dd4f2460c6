// Upstream's Yuma3 scenarios (`epoch-yuma3.json`).

import assert from 'node:assert/strict'
import { unpackPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import type { Check } from '../vectors/checks.ts'
import { Scenario, type ScenarioState, type WeightsSet } from './scenario.ts'
import { asComputed, type VectorComputed, type VectorParams } from './vectors.ts'

interface Step {
  block_at_set_weights: number
  epoch_block: number
  set_weights?: WeightsSet[]
  reset_bonds_of_uid?: number
  expected?: { bonds_validators_to_servers: number[][]; dividends: number[] }
  computed: Partial<VectorComputed>
}

interface Steps {
  id: string
  params: VectorParams
  initial: ScenarioState
  first_epoch_block: number
  steps: Step[]
}

const EMISSION = 1_000_000_000n
const VALIDATORS = 3

/** `epoch-yuma3.json`. */
export interface Yuma3Vectors {
  scenarios: Steps[]
}

export function* yuma3Checks({ scenarios }: Yuma3Vectors): Generator<Check> {
  for (const { id, params, initial, first_epoch_block, steps } of scenarios) {
    const subnet = new Scenario(params, initial)
    subnet.runEpoch(first_epoch_block, EMISSION)
    for (const step of steps)
      yield { name: `Yuma 3 ${id} block ${step.epoch_block}`, run: () => runStep(subnet, step) }
  }
}

function runStep(subnet: Scenario, step: Step): void {
  for (const set of step.set_weights ?? []) subnet.setWeights(step.block_at_set_weights, set)
  if (step.reset_bonds_of_uid !== undefined) subnet.resetBonds(step.reset_bonds_of_uid)
  const output = subnet.runEpoch(step.epoch_block, EMISSION)
  const ours = Object.entries(asComputed(output)).filter(([name]) => name in step.computed)
  assert.deepEqual(Object.fromEntries(ours), step.computed)
  step.expected?.dividends.forEach((share, uid) => {
    assertNear(output.dividend[uid]!, share)
  })
  step.expected?.bonds_validators_to_servers.forEach((row, uid) => {
    const bonds = new Map(unpackPairs(output.bond[uid]!))
    row.forEach((share, server) => {
      assertNear(bonds.get(VALIDATORS + server) ?? 0, share)
    })
  })
}

/** Upstream's tables are decimals, good to a thousandth. */
function assertNear(parts: number, share: number): void {
  assert.ok(Math.abs(parts / 65_535 - share) <= 1e-3, `${parts} / 65535 is not ${share}`)
}
