// Alpha for each neuron.

import { I32F32, I96F32 } from '@taonet/frame'
import { normalize, normalizeUsingSum, sum } from './math/vector.ts'

/** Shares that emission follows, n entries each. */
export interface EmissionShares {
  readonly incentive: readonly I32F32[]
  readonly dividends: readonly I32F32[]
  readonly activeStake: readonly I32F32[]
  readonly stake: readonly I32F32[]
}

/** Alpha in rao, n entries each. */
export interface Emissions {
  readonly server: readonly bigint[]
  readonly validator: readonly bigint[]
  readonly combined: readonly bigint[]
}

/**
 * Splits emission by incentive and dividends; without any, validators get it by active stake, or else by stake.
 * Amounts are floored one by one and their dust is lost.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function splitEmission(shares: EmissionShares, emission: bigint): Emissions {
  const { incentive, dividends, activeStake, stake } = shares
  const combined = incentive.map((share, uid) => I32F32.add(share, dividends[uid] ?? 0n))
  const total = sum(combined)
  const pay = (x: readonly I32F32[]) => toRao(x, emission)
  const server = pay(normalizeUsingSum(incentive, total))
  if (total === 0n) {
    const fallback = pay(sum(activeStake) === 0n ? stake : activeStake)
    return { server, validator: fallback, combined: fallback }
  }
  return {
    server,
    validator: pay(normalizeUsingSum(dividends, total)),
    combined: pay(normalize(combined)),
  }
}

function toRao(shares: readonly I32F32[], emission: bigint): readonly bigint[] {
  const amount = I96F32.fromInt(emission)
  return shares.map((share) => I96F32.toU64(I96F32.mul(I96F32.from(I32F32, share), amount)))
}
