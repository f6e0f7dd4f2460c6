// The epoch, fast: the same as `epochMechanism` on 64-bit integers in WebAssembly.

import { I32F32 } from '@taonet/frame'
import { isActive, padLastUpdate } from './activity.ts'
import { commonAlpha, fixedAlpha } from './alpha.ts'
import { lastTempoBlock } from './bonds.ts'
import { epochMechanism } from './index.ts'
import { type PreparedInput, readResults, writeInput } from './kernel-memory.ts'
import { loadKernel } from './kernel-module.ts'
import { proportionFromU16 } from './math/proportion.ts'
import { wholeStake } from './output.ts'
import { permitOwner } from './permits.ts'
import { stakeShares } from './stake.ts'
import type { EpochInput, EpochOutput } from './types.ts'
import { alphaCurve } from './yuma3.ts'

/**
 * Turns validators' weights into consensus, incentive, dividends, emission, permits and bonds.
 *
 * units   see EpochInput and EpochOutput
 * refuses nothing
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 * differs where upstream evaluates alpha for every pair, only pairs with a weight are looked at; the result is the same
 * cost    O(n · validators) medians and bonds, O(entries) sigmoids
 */
export function runEpoch(input: EpochInput): EpochOutput {
  const prepared = prepareInput(input)
  const kernel = loadKernel()
  const address = kernel.epoch(writeInput(kernel, prepared))
  // Stakes or rows so large that upstream's sums wrap around are left to the reference.
  if (address === 0) return epochMechanism(input)
  const results = readResults(kernel, address, input.SubnetworkN)
  return {
    active: prepared.active,
    stake_weight: results.stakeParts,
    consensus: results.consensusParts,
    incentive: results.incentiveParts,
    dividend: results.dividendParts,
    validator_trust: results.trustParts,
    new_validator_permit: results.newPermits,
    server_emission: results.serverEmission,
    validator_emission: results.validatorEmission,
    emission: results.combinedEmission,
    bond: results.bonds,
    stake: wholeStake(input.totalStake),
    exact: {
      activeStake: results.activeStake,
      consensus: results.consensus,
      incentive: results.incentive,
      dividends: results.dividends,
    },
  }
}

function prepareInput(input: EpochInput): PreparedInput {
  const lastUpdate = padLastUpdate(input.LastUpdate, input.SubnetworkN)
  const { low, high, steepness } = alphaCurve(input)
  const alphaOf = input.Yuma3On ? fixedAlpha : commonAlpha
  return {
    input,
    lastUpdate,
    active: isActive(lastUpdate, input.activityCutoff, input.currentBlock),
    stake: stakeShares(input),
    permits: permitOwner(input.ValidatorPermit, input.ownerUid),
    lastTempoBlock: lastTempoBlock(input),
    kappa: proportionFromU16(input.Kappa),
    bondsPenalty: proportionFromU16(input.BondsPenalty),
    alpha: alphaOf(input.BondsMovingAverage),
    alphaLow: low,
    alphaHigh: high,
    slope: I32F32.div(steepness, I32F32.fromInt(-100)),
  }
}
