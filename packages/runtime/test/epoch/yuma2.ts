// Upstream's scenarios without Yuma3 (`epoch-yuma2.json`): weights, replacements, epochs.

import assert from 'node:assert/strict'
import { unpackPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import type { EpochOutput } from '../../src/pallets/subtensor/epoch/types.ts'
import type { Check } from '../vectors/checks.ts'
import { Scenario, type ScenarioState, type WeightsSet } from './scenario.ts'
import { asComputed, type VectorComputed, type VectorParams } from './vectors.ts'

type ByUid = Record<string, number>

interface Step {
  block: number
  epoch_block?: number
  block_at_set_weights_and_epoch?: number
  set_weights?: WeightsSet[]
  replace_neuron?: { uid: number; new_stake: string }
  rao_emission: string
  asserted?: {
    bonds_dense_entries?: [number, number, number][]
    dividends?: ByUid
    incentive?: ByUid
    consensus?: ByUid
    emission?: ByUid
  }
  emission_in_upstream_comment?: number[]
  computed: VectorComputed
}

interface Steps {
  id: string
  params: VectorParams
  initial: ScenarioState
  steps: Step[]
}

interface Graph {
  id: 'graph_512'
  asserted: Record<
    'validator' | 'server',
    { consensus: number; incentive: number; dividends: number; emission: number }
  > & { validator: { bond_to_each_server: number } }
}

/** `epoch-yuma2.json`. */
export interface Yuma2Vectors {
  scenarios: (Steps | Graph)[]
}

export function* yuma2Checks({ scenarios }: Yuma2Vectors): Generator<Check> {
  for (const scenario of scenarios)
    if ('steps' in scenario) yield* stepChecks(scenario)
    else yield { name: `Yuma 2 ${scenario.id}`, run: () => runGraph(scenario) }
}

function* stepChecks({ id, params, initial, steps }: Steps): Generator<Check> {
  const subnet = new Scenario(params, initial)
  for (const step of steps)
    yield { name: `Yuma 2 ${id} block ${step.block}`, run: () => runStep(subnet, id, step) }
}

function runStep(subnet: Scenario, id: string, step: Step): void {
  const moved = step.block_at_set_weights_and_epoch
  const setWeights = () => {
    for (const set of step.set_weights ?? []) subnet.setWeights(moved ?? step.block, set)
  }
  const replace = () => {
    const { uid, new_stake } = step.replace_neuron ?? {}
    if (uid !== undefined) subnet.replaceNeuron(step.block, uid, BigInt(new_stake!))
  }
  // With a block of its own for weights the replacement comes a block before them, otherwise after.
  for (const act of moved === undefined ? [setWeights, replace] : [replace, setWeights]) act()
  const output = subnet.runEpoch(step.epoch_block ?? moved ?? step.block, BigInt(step.rao_emission))
  assert.deepEqual(asComputed(output), { ...step.computed, permits: permitsOf(id, step) })
  checkAsserted(step, output)
}

/**
 * The recorder kept this step's permits in the list that the replacement one step later changed; all four neurons have
 * the same stake and four may validate, so all had a permit.
 */
function permitsOf(id: string, { block, computed }: Step): boolean[] {
  const isChanged = id === 'outdated_weights_after_replacement' && block === 2
  return isChanged && computed.stake_weight[3] !== 0 ? [true, true, true, true] : computed.permits
}

function checkAsserted({ asserted = {}, ...step }: Step, output: EpochOutput): void {
  for (const [uid, j, bond] of asserted.bonds_dense_entries ?? []) {
    assert.equal(new Map(unpackPairs(output.bond[uid]!)).get(j) ?? 0, bond)
  }
  const check = (expected: ByUid | undefined, ours: ArrayLike<number | bigint>) => {
    for (const [uid, value] of Object.entries(expected ?? {})) {
      assert.equal(Number(ours[Number(uid)]), value)
    }
  }
  check(asserted.dividends, output.dividend)
  check(asserted.incentive, output.incentive)
  check(asserted.consensus, output.consensus)
  check(asserted.emission, output.emission)
  const emission = step.emission_in_upstream_comment
  if (emission !== undefined) assert.deepEqual(Array.from(output.emission, Number), emission)
}

/** 64 validators, 448 servers; every validator weights every server alike. */
function runGraph({ asserted }: Graph): void {
  const n = 512
  const uids = Array.from({ length: n }, (_, uid) => uid)
  const servers = uids.slice(64)
  const subnet = new Scenario(
    {
      tempo: 65_534,
      activity_cutoff_blocks: 910_201,
      stake_threshold: 0,
      owner_uid: null,
      max_allowed_validators: 64,
      commit_reveal_enabled: false,
      kappa: 32_767,
      bonds_penalty: 65_535,
      bonds_moving_average: 900_000,
      yuma3: false,
      liquid_alpha: false,
      alpha_low: 45_875,
      alpha_high: 58_982,
      alpha_sigmoid_steepness: 1000,
      last_mechanism_step_block: 0,
    },
    {
      n,
      stake_rao: uids.map((uid) => (uid < 64 ? '328125000000000' : '0')),
      last_update: uids.map(() => 0),
      block_at_registration: uids.map(() => 0),
      validator_permits: uids.map(() => false),
      weights: uids.map(() => []),
      bonds: uids.map(() => []),
    },
  )
  subnet.runEpoch(1, 1_000_000_000n)
  for (const uid of uids.slice(0, 64)) {
    subnet.setWeights(1, { uid, uids: servers, values: servers.map(() => 127) })
  }
  for (let round = 0; round < 3; round += 1) {
    const output = subnet.runEpoch(1, 1_000_000_000n)
    for (const uid of uids) {
      const expected = uid < 64 ? asserted.validator : asserted.server
      assert.equal(output.consensus[uid], expected.consensus)
      assert.equal(output.incentive[uid], expected.incentive)
      assert.equal(output.dividend[uid], expected.dividends)
      assert.equal(output.emission[uid], BigInt(expected.emission))
    }
    const bonds = servers.map((uid) => [uid, asserted.validator.bond_to_each_server])
    for (const row of output.bond.slice(0, 64)) assert.deepEqual(unpackPairs(row), bonds)
  }
}
