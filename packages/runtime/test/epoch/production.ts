// Inputs of the production runtime's epochs (`epoch.json`).

import { earliestCommitBlocks } from '../../src/pallets/subtensor/epoch/commit-blocks.ts'
import { packPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import { epochWithLookahead } from '../../src/pallets/subtensor/epoch/schedule.ts'
import type { EpochInput } from '../../src/pallets/subtensor/epoch/types.ts'
import { big, type Pair } from './vectors.ts'

export interface ProductionInput {
  current_block: string
  n: number
  hotkeys: string[]
  stake_alpha_raw: string[]
  stake_root_raw: string[]
  children: [string, string][][]
  parents: [string, string][][]
  stake_total_i64f64_bits: string[]
  stake_alpha_i64f64_bits: string[]
  stake_tao_i64f64_bits: string[]
  weights: Pair[][]
  bonds: Pair[][]
  last_update: string[]
  block_at_registration: string[]
  validator_permit: boolean[]
  owner_uid: number | null
  last_mechanism_step_block: string
  subnet_epoch_index: string
  commits_v2: [string, [string, string, string, string][]][]
  commits_v4: [string, [string, string, string | number][]][]
  hyper: {
    tempo: number
    kappa: number
    bonds_penalty: number
    bonds_moving_average: string
    yuma3_on: boolean
    liquid_alpha_on: boolean
    alpha_low: number
    alpha_high: number
    alpha_sigmoid_steepness: number
    max_allowed_validators: number
    activity_cutoff_blocks: string
    activity_cutoff_factor_milli: string
    stake_threshold: string
    tao_weight: string
    commit_reveal_weights_enabled: boolean
    reveal_period_epochs: string
  }
}

export interface ProductionCase {
  name: string
  round: number
  rao_emission: string
  input: ProductionInput
  output: {
    active: boolean[]
    stake_weight: number[]
    consensus: number[]
    incentive: number[]
    dividends: number[]
    validator_trust: number[]
    new_validator_permit: boolean[]
    server_emission: string[]
    validator_emission: string[]
    emission: string[]
    stake: string[]
    bonds_returned: Pair[][]
    bonds_stored: Pair[][]
  }
}

export interface MechanismCase {
  name: string
  split: number[] | null
  rao_emission: string
  inputs_per_mechanism: ProductionInput[]
  split_emissions: string[]
  hotkey_server_validator_emission: [string, string, string][]
  per_mechanism: { incentive: number[]; bonds: Pair[][] }[]
  active: boolean[]
  consensus: number[]
  dividends: number[]
  validator_trust: number[]
  validator_permit: boolean[]
  stake_weight: number[]
  emission: string[]
}

/** An input of the production runtime with the alpha to distribute. */
export function productionInput(given: ProductionInput, emission: bigint): EpochInput {
  const { hyper } = given
  return {
    SubnetworkN: given.n,
    currentBlock: BigInt(given.current_block),
    Tempo: hyper.tempo,
    LastMechansimStepBlock: BigInt(given.last_mechanism_step_block),
    activityCutoff: BigInt(hyper.activity_cutoff_blocks),
    LastUpdate: big(given.last_update),
    BlockAtRegistration: big(given.block_at_registration),
    totalStake: big(given.stake_total_i64f64_bits),
    StakeThreshold: BigInt(hyper.stake_threshold),
    ownerUid: given.owner_uid ?? undefined,
    ValidatorPermit: given.validator_permit,
    MaxAllowedValidators: hyper.max_allowed_validators,
    Weights: given.weights.map(packPairs),
    Bonds: given.bonds.map(packPairs),
    commitBlocks: hyper.commit_reveal_weights_enabled ? commitBlocks(given) : undefined,
    Kappa: hyper.kappa,
    BondsPenalty: hyper.bonds_penalty,
    BondsMovingAverage: BigInt(hyper.bonds_moving_average),
    Yuma3On: hyper.yuma3_on,
    LiquidAlphaOn: hyper.liquid_alpha_on,
    AlphaValues: [hyper.alpha_low, hyper.alpha_high],
    AlphaSigmoidSteepness: hyper.alpha_sigmoid_steepness,
    emission,
  }
}

function commitBlocks({ commits_v2, commits_v4, hotkeys, n, ...given }: ProductionInput): bigint[] {
  return earliestCommitBlocks(
    {
      WeightCommits: commits_v2.map(([who, queue]) => [
        who,
        queue.map(([, epoch, block]) => ({
          commitEpoch: BigInt(epoch),
          commitBlock: BigInt(block),
        })),
      ]),
      TimelockedWeightCommits: commits_v4.map(([epoch, queue]) => [
        BigInt(epoch),
        queue.map(([who, block]) => ({ who, commitBlock: BigInt(block) })),
      ]),
    },
    new Map(hotkeys.map((hotkey, uid) => [hotkey, uid])),
    {
      // The recorder called the epoch by itself and left the schedule at block 0, so an epoch was still due.
      currentEpoch: epochWithLookahead(
        {
          Tempo: given.hyper.tempo,
          LastEpochBlock: 0n,
          PendingEpochAt: 0n,
          BlocksSinceLastStep: 0n,
        },
        BigInt(given.subnet_epoch_index),
        BigInt(given.current_block),
      ),
      RevealPeriodEpochs: BigInt(given.hyper.reveal_period_epochs),
    },
    n,
  )
}
