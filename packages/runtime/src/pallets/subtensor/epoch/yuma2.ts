// Bonds and dividends of Yuma 2: stake buys bonds, and a column of bonds sums to one.

import type { I32F32 } from '@taonet/frame'
import { commonAlpha } from './alpha.ts'
import { keptBonds } from './bonds.ts'
import { movingAverage } from './math/moving-average.ts'
import { normalizeColumns, upscaleColumns } from './math/normalize-sparse.ts'
import { matmulTranspose, scaleRows } from './math/products.ts'
import { normalize } from './math/vector.ts'
import type { BondsInput, BondsOutput } from './yuma.ts'

/**
 * Bonds move from their last state toward the stake behind the weights; dividends follow bonds in what earns incentive.
 *
 * shape   n × n weights -> n dividends and n × n bonds whose columns have a maximum of 1
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function yuma2({ input, weights, activeStake, incentive }: BondsInput): BondsOutput {
  const n = input.SubnetworkN
  const old = normalizeColumns(keptBonds(input), n)
  const bought = normalizeColumns(scaleRows(weights, activeStake), n)
  const moved = movingAverage(bought, old, commonAlpha(input.BondsMovingAverage))
  const bonds = normalizeColumns(moved, n)
  const dividends: readonly I32F32[] = normalize(matmulTranspose(bonds, incentive))
  return { dividends, bonds: upscaleColumns(bonds, n) }
}
