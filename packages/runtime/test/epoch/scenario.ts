// A subnet on which weights are set and epochs run, as the scenario vectors describe it.

import { maxUpscaleU16 } from '../../src/pallets/subtensor/epoch/math/max-upscale.ts'
import { packPairs, unpackPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import { stakeWeights } from '../../src/pallets/subtensor/epoch/stake.ts'
import type { EpochOutput, PairRow } from '../../src/pallets/subtensor/epoch/types.ts'
import { big, inputFromParams, type Pair, runBoth, type VectorParams } from './vectors.ts'

export interface WeightsSet {
  uid: number
  uids: number[]
  values: number[]
}

export interface ScenarioState {
  n: number
  stake_rao: string[]
  last_update: number[]
  block_at_registration: number[]
  validator_permits: boolean[]
  weights: Pair[][]
  bonds: Pair[][]
}

/** The storage that the scenarios touch. */
export class Scenario {
  readonly #params: VectorParams
  readonly #stake: bigint[]
  readonly #lastUpdate: bigint[]
  readonly #registered: bigint[]
  #permits: readonly boolean[]
  readonly #weights: PairRow[]
  #bonds: readonly PairRow[]

  constructor(params: VectorParams, initial: ScenarioState) {
    this.#params = params
    this.#stake = big(initial.stake_rao)
    this.#lastUpdate = big(initial.last_update)
    this.#registered = big(initial.block_at_registration)
    this.#permits = initial.validator_permits
    this.#weights = initial.weights.map(packPairs)
    this.#bonds = initial.bonds.map(packPairs)
  }

  setWeights(block: number, { uid, uids, values }: WeightsSet): void {
    this.#weights[uid] = packPairs(maxUpscaleU16(values).map((value, k) => [uids[k]!, value]))
    this.#lastUpdate[uid] = BigInt(block)
  }

  replaceNeuron(block: number, uid: number, stake: bigint): void {
    this.#stake[uid] = stake
    this.#registered[uid] = BigInt(block)
    this.#lastUpdate[uid] = BigInt(block)
    this.#permits = this.#permits.map((permit, other) => permit && other !== uid)
    this.#weights.forEach((row, other) => {
      this.#weights[other] = packPairs(
        other === uid ? [] : unpackPairs(row).map(([j, value]) => [j, j === uid ? 0 : value]),
      )
    })
    this.#bonds = this.#bonds.map((row, other) => (other === uid ? packPairs([]) : row))
  }

  /** Every other row loses its bond to the uid. */
  resetBonds(uid: number): void {
    this.#bonds = this.#bonds.map((row) => packPairs(unpackPairs(row).filter(([j]) => j !== uid)))
  }

  runEpoch(block: number, emission: bigint): EpochOutput {
    const output = runBoth({
      ...inputFromParams(this.#params),
      SubnetworkN: this.#stake.length,
      currentBlock: BigInt(block),
      totalStake: stakeWeights(
        this.#stake,
        this.#stake.map(() => 0n),
        0n,
      ),
      LastUpdate: this.#lastUpdate,
      BlockAtRegistration: this.#registered,
      ValidatorPermit: this.#permits,
      Weights: this.#weights,
      Bonds: this.#bonds,
      commitBlocks: undefined,
      emission,
    })
    this.#permits = output.new_validator_permit
    this.#bonds = output.bond
    return output
  }
}
