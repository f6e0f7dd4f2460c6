// Stake of each neuron as the epoch counts it.

import { I32F32, I64F64, U96F32 } from '@taonet/frame'
import type { EpochInput } from './types.ts'

const U64_MAX = U96F32.fromInt((1n << 64n) - 1n)

/**
 * The stored weight of TAO as a factor.
 *
 * units   parts of 2^64 - 1 -> U96F32
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs get_tao_weight
 */
export function taoWeight(TaoWeight: bigint): U96F32 {
  return U96F32.safeDiv(U96F32.fromInt(TaoWeight), U64_MAX)
}

/**
 * Alpha of each neuron plus its root stake times the weight of TAO.
 *
 * shape   inherited alpha[n] and root stake[n] -> n
 * units   rao -> I64F64
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs get_stake_weights_for_network
 */
export function stakeWeights(
  alpha: readonly bigint[],
  tao: readonly bigint[],
  TaoWeight: bigint,
): readonly I64F64[] {
  const weight = I64F64.from(U96F32, taoWeight(TaoWeight))
  return alpha.map((rao, uid) =>
    I64F64.add(I64F64.fromInt(rao), I64F64.mul(I64F64.fromInt(tao[uid]!), weight)),
  )
}

/**
 * Shares of the stake that reaches the threshold; the owner's counts in any case.
 *
 * shape   totalStake[n] -> shares[n] that sum to 1 or a little less
 * units   I64F64 -> I32F32; the threshold is compared with whole rao
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism, epoch/math.rs inplace_normalize_64
 */
export function stakeShares({
  totalStake,
  StakeThreshold,
  ownerUid,
}: Pick<EpochInput, 'totalStake' | 'StakeThreshold' | 'ownerUid'>): readonly I32F32[] {
  const counted = totalStake.map((stake, uid) =>
    uid !== ownerUid && I64F64.toU64(stake) < StakeThreshold ? 0n : stake,
  )
  const total = BigInt.asIntN(
    128,
    counted.reduce<bigint>((sum, stake) => sum + stake, 0n),
  )
  return counted.map((stake) =>
    I32F32.from(I64F64, total === 0n ? stake : I64F64.safeDiv(stake, total)),
  )
}
