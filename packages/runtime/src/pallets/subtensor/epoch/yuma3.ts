// Bonds and dividends of Yuma 3: each pair has a bond of its own between zero and one.

import { I32F32 } from '@taonet/frame'
import { type AlphaCurve, fixedAlpha, liquidAlphas } from './alpha.ts'
import { keptBondShares } from './bonds.ts'
import { movingAverage, movingAverageByCell } from './math/moving-average.ts'
import { normalizeColumns } from './math/normalize-sparse.ts'
import { rowSums, scaleColumns } from './math/products.ts'
import { proportionFromU16 } from './math/proportion.ts'
import type { SparseMatrix } from './math/sparse.ts'
import { mulVectors, normalize } from './math/vector.ts'
import type { EpochInput } from './types.ts'
import type { BondsInput, BondsOutput } from './yuma.ts'

/**
 * Bonds move toward the weights; dividends are stake times the share of bonds in what earns incentive.
 *
 * shape   n × n weights -> n dividends and n × n bonds
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function yuma3(given: BondsInput): BondsOutput {
  const { input, activeStake, incentive } = given
  const bonds = movedBonds(given)
  const shares = normalizeColumns(bonds, input.SubnetworkN)
  const earned = rowSums(scaleColumns(shares, incentive))
  return { dividends: normalize(mulVectors(earned, activeStake)), bonds }
}

/**
 * Bonds after this epoch. Liquid alpha needs some consensus to measure distance from.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs compute_bonds_sparse
 */
function movedBonds({ input, weights, consensus }: BondsInput): SparseMatrix {
  const old = keptBondShares(input)
  if (input.LiquidAlphaOn && consensus.some((value) => value !== 0n)) {
    const alphas = liquidAlphas(alphaCurve(input), weights, old, consensus)
    return movingAverageByCell(weights, old, alphas)
  }
  return movingAverage(weights, old, fixedAlpha(input.BondsMovingAverage))
}

/**
 * The curve of liquid alpha from its parameters.
 *
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs get_alpha_values_32, get_alpha_sigmoid_steepness
 */
export function alphaCurve({
  AlphaValues: [low, high],
  AlphaSigmoidSteepness,
}: Pick<EpochInput, 'AlphaValues' | 'AlphaSigmoidSteepness'>): AlphaCurve {
  return {
    low: proportionFromU16(low),
    high: proportionFromU16(high),
    steepness: I32F32.fromInt(AlphaSigmoidSteepness),
  }
}
