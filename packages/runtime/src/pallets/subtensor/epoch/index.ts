// One epoch of Yuma consensus, top to bottom: the reference, exact and slow. `kernel.ts` computes the same fast.

import type { I32F32 } from '@taonet/frame'
import { isActive, padLastUpdate } from './activity.ts'
import { splitEmission } from './emission.ts'
import { clipColumns } from './math/clip-columns.ts'
import { interpolate } from './math/interpolate.ts'
import { matmul, rowSums } from './math/products.ts'
import { proportionFromU16 } from './math/proportion.ts'
import { normalize } from './math/vector.ts'
import { weightedMedianOfColumns } from './math/weighted-median.ts'
import { epochOutput } from './output.ts'
import { activeStakeShares, nextPermits, permitOwner } from './permits.ts'
import { stakeShares } from './stake.ts'
import type { EpochInput, EpochOutput } from './types.ts'
import { countedWeights } from './weights.ts'
import { yuma2 } from './yuma2.ts'
import { yuma3 } from './yuma3.ts'

/**
 * Turns validators' weights into consensus, incentive, dividends, emission, permits and bonds.
 *
 * Old permits say whose weights count now; the new ones count from the next epoch on.
 *
 * units   see EpochInput and EpochOutput
 * refuses nothing
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 * cost    O(n²), liquid alpha with a large constant
 */
export function epochMechanism(input: EpochInput): EpochOutput {
  const { SubnetworkN: n, ownerUid } = input
  const lastUpdate = padLastUpdate(input.LastUpdate, n)
  const active = isActive(lastUpdate, input.activityCutoff, input.currentBlock)

  const stake = stakeShares(input)
  const permits = permitOwner(input.ValidatorPermit, ownerUid)
  const newPermits = nextPermits(stake, input.MaxAllowedValidators, ownerUid)
  const activeStake = activeStakeShares(stake, active, permits)

  const weights = countedWeights(input, lastUpdate, permits)
  const kappa = proportionFromU16(input.Kappa)
  const consensus = weightedMedianOfColumns(activeStake, weights, n, kappa)
  const clipped = clipColumns(weights, consensus)
  const validatorTrust: readonly I32F32[] = rowSums(clipped)
  const incentive = normalize(matmul(clipped, activeStake, n))

  const penalty = proportionFromU16(input.BondsPenalty)
  const { dividends, bonds } = (input.Yuma3On ? yuma3 : yuma2)({
    input,
    weights: interpolate(weights, clipped, n, penalty),
    activeStake,
    consensus,
    incentive,
  })

  const emissions = splitEmission({ incentive, dividends, activeStake, stake }, input.emission)
  return epochOutput(input, {
    active,
    stake,
    activeStake,
    consensus,
    incentive,
    dividends,
    validatorTrust,
    newPermits,
    emissions,
    bonds,
  })
}
