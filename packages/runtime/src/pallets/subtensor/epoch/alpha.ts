// How fast bonds follow weights: one alpha for all, or one for each pair.

import { expSafe, I32F32, I64F64 } from '@taonet/frame'
import { clampValue } from './math/clamp.ts'
import type { SparseMatrix, SparseRow } from './math/sparse.ts'

const MILLION = I64F64.fromInt(1_000_000)
const HALF = I32F32.ONE / 2n

/**
 * Alpha of Yuma 2. A moving average above a million makes it negative.
 *
 * units   parts of a million -> I32F32
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs compute_ema_bonds_normal_sparse
 */
export function commonAlpha(BondsMovingAverage: bigint): I32F32 {
  const average = I64F64.safeDiv(I64F64.fromInt(BondsMovingAverage), MILLION)
  return I32F32.sub(I32F32.ONE, I32F32.from(I64F64, average))
}

/**
 * Alpha of Yuma 3 without liquid alpha. It differs from Yuma 2's only above 2·10^15 parts, where its conversions wrap around.
 *
 * units   parts of a million -> I32F32
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs compute_disabled_liquid_alpha
 */
export function fixedAlpha(BondsMovingAverage: bigint): I32F32 {
  const parts = BigInt.asIntN(64, BondsMovingAverage) << 64n
  const average = BigInt.asIntN(64, I64F64.div(parts, MILLION) >> 32n)
  return I32F32.sub(I32F32.ONE, average)
}

/** Limits and slope of liquid alpha. */
export interface AlphaCurve {
  readonly low: I32F32
  readonly high: I32F32
  /** Hundredths, as an integer. */
  readonly steepness: I32F32
}

/** What the alpha of one pair depends on. */
export interface AlphaPoint {
  readonly consensus: I32F32
  readonly weight: I32F32
  readonly bond: I32F32
}

/**
 * Alpha of one pair: the further the weight is above consensus (buying) or below the bond (selling), the higher.
 *
 * units   I32F32
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs alpha_sigmoid
 */
export function alphaSigmoid(
  { low, high, steepness }: AlphaCurve,
  { consensus, weight, bond }: AlphaPoint,
): I32F32 {
  const difference = weight >= bond ? I32F32.sub(weight, consensus) : I32F32.sub(bond, weight)
  const distance = clampValue(difference, 0n, I32F32.ONE)
  const slope = I32F32.div(steepness, I32F32.fromInt(-100))
  const power = expSafe(I32F32.mul(slope, I32F32.sub(distance, HALF)))
  const sigmoid = I32F32.div(I32F32.ONE, I32F32.add(I32F32.ONE, power))
  return clampValue(I32F32.add(low, I32F32.mul(sigmoid, I32F32.sub(high, low))), low, high)
}

/**
 * Alpha of every pair. Rows are read with a cursor that moves only forward, so an entry that comes after a higher
 * column is not seen and counts as 0.
 *
 * shape   weights and bonds with equally many rows, consensus[n] -> rows × n
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs compute_liquid_alpha_values_sparse
 * cost    O(rows × n) sigmoids
 */
export function liquidAlphas(
  curve: AlphaCurve,
  weights: SparseMatrix,
  bonds: SparseMatrix,
  consensus: readonly I32F32[],
): readonly (readonly I32F32[])[] {
  return weights.map((weightRow, i) => {
    const weightAt = forwardReader(weightRow)
    const bondAt = forwardReader(bonds[i]!)
    return consensus.map((value, j) =>
      alphaSigmoid(curve, { consensus: value, weight: weightAt(j), bond: bondAt(j) }),
    )
  })
}

function forwardReader(row: SparseRow): (column: number) => I32F32 {
  let cursor = 0
  return (column) => {
    while (cursor < row.length && row[cursor]![0] < column) cursor += 1
    const entry = row[cursor]
    return entry?.[0] === column ? entry[1] : 0n
  }
}
