// Who may validate.

import type { I32F32 } from '@taonet/frame'
import { isTopKNonzero } from './math/top-k.ts'
import { maskVector, normalize } from './math/vector.ts'

/**
 * Permits with the owner's added, when the list reaches that far.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function permitOwner(
  permits: readonly boolean[],
  ownerUid: number | undefined,
): readonly boolean[] {
  return permits.map((permit, uid) => permit || uid === ownerUid)
}

/**
 * Permits of the next epoch: the largest stakes that are not 0, and the owner, who may exceed the limit.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function nextPermits(
  stake: readonly I32F32[],
  MaxAllowedValidators: number,
  ownerUid: number | undefined,
): readonly boolean[] {
  return permitOwner(isTopKNonzero(stake, MaxAllowedValidators), ownerUid)
}

/**
 * Shares of stake among the active and permitted. A uid past the end of the permits has none, but an empty list forbids nobody.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function activeStakeShares(
  stake: readonly I32F32[],
  active: readonly boolean[],
  permits: readonly boolean[],
): readonly I32F32[] {
  const not = (flags: readonly boolean[]) => flags.map((flag) => !flag)
  return normalize(maskVector(not(permits), maskVector(not(active), stake)))
}
