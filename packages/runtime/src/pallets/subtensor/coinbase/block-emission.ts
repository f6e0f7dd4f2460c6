/** How much a block mints: half as much each time half of what is left has been issued. */
import * as f from '@taonet/frame'
import { I96F32 } from '@taonet/frame'
import type { Tao } from '../../../common/units.ts'
import { type Credit, mintTao } from '../currency.ts'
import { BlockEmission, TotalIssuance } from '../storage.ts'

const TOTAL_SUPPLY = 21_000_000_000_000_000n
const FULL_EMISSION = 1_000_000_000n
const SUPPLY = I96F32.fromInt(TOTAL_SUPPLY)

/** How far ahead a result is looked at whether it still holds: some hundred days of full emission. */
const AHEAD = 1n << 50n
/** Half-open ranges of issuance with one emission each, the last one used first. */
const ranges: { from: bigint; to: bigint; emission: bigint }[] = []
const MOST_RANGES = 64

/**
 * Emission of a block at a given issuance, of TAO or of a subnet's alpha. Emissions only fall as the issuance
 * grows, so between two issuances with the same one it does not have to be computed again.
 *
 * units   rao; ⌊10⁹ / 2^k⌋ with k = ⌊log2(1 / (1 - issuance / supply))⌋
 */
export function emissionAt(issuance: bigint): bigint {
  for (const { from, to, emission } of ranges)
    if (issuance >= from && issuance < to) return emission
  const emission = computeEmission(issuance)
  const to = issuance + AHEAD
  if (computeEmission(to) !== emission) return emission
  if (ranges.length >= MOST_RANGES) ranges.length = 0
  ranges.unshift({ from: issuance, to, emission })
  return emission
}

/** `source` coinbase/block_emission.rs get_block_emission_for_issuance */
function computeEmission(issuance: bigint): bigint {
  if (issuance >= TOTAL_SUPPLY) return 0n
  const issued = I96F32.div(I96F32.fromInt(issuance), SUPPLY)
  const residual = I96F32.checkedDiv(I96F32.ONE, I96F32.sub(I96F32.ONE, issued))
  const logarithm = residual === undefined ? undefined : f.log2(I96F32, residual)
  f.assert(logarithm !== undefined, 'less than the supply leaves a residual of at least one')
  let divisor: f.I96F32 = I96F32.ONE
  for (let halving = I96F32.toU64(logarithm); halving > 0n; halving--)
    divisor = I96F32.mul(divisor, I96F32.fromInt(2))
  const part = I96F32.safeDiv(I96F32.ONE, divisor)
  return I96F32.toU64(I96F32.mul(part, I96F32.fromInt(FULL_EMISSION)))
}

/**
 * Like `emissionAt`, and leaves its result in `BlockEmission`, whatever it was asked for; beyond the supply
 * nothing is written.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/block_emission.rs get_block_emission_for_issuance
 */
export function getBlockEmissionForIssuance(ctx: f.Context, issuance: bigint): bigint {
  if (issuance >= TOTAL_SUPPLY) return 0n
  const emission = emissionAt(issuance)
  if (BlockEmission.get(ctx) !== emission) BlockEmission.set(ctx, emission)
  return emission
}

/** TAO that this block mints, rao. `source` coinbase/block_emission.rs calculate_block_emission */
export const calculateBlockEmission = (ctx: f.Context): Tao =>
  getBlockEmissionForIssuance(ctx, TotalIssuance.get(ctx))

/**
 * Mints the block's TAO.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/block_emission.rs get_block_emission
 */
export function getBlockEmission(ctx: f.Context): Credit {
  const emission = calculateBlockEmission(ctx)
  return emission === 0n ? 0n : mintTao(ctx, emission)
}
