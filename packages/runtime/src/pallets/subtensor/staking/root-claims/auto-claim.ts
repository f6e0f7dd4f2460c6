/** Each block pays out the root dividends of a few coldkeys, drawn by the parent's hash. */
import * as f from '@taonet/frame'
import { attempt } from '../../../../common/attempt.ts'
import { NumRootClaim, NumStakingColdkeys, StakingColdkeysByIndex } from '../../storage.ts'
import { claimRoot } from './claim.ts'

/** Eight bytes of a hash as a big-endian number. */
const word = (hash: f.H256, index: number): bigint =>
  BigInt(`0x${hash.slice(2 + 16 * index, 18 + 16 * index)}`)

/**
 * At most `count` different indices below `size`, ascending; index 0 when there are none to draw from.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs block_hash_to_indices
 */
export function blockHashToIndices(hash: f.H256, count: bigint, size: bigint): bigint[] {
  const indices = new Set<bigint>()
  let last = word(hash, 0)
  for (let i = 0; i < count; i++) {
    last = size === 0n ? 0n : f.satU64.add(last, word(hash, i % 4)) % size
    indices.add(last)
  }
  return [...indices].sort((a, b) => (a < b ? -1 : 1))
}

/**
 * Pays the drawn coldkeys; where a payment fails the coldkey gets nothing this time.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs run_auto_claim_root_divs
 */
export function runAutoClaimRootDivs(ctx: f.Context, parentHash: f.H256): void {
  const indices = blockHashToIndices(parentHash, NumRootClaim.get(ctx), NumStakingColdkeys.get(ctx))
  for (const index of indices) {
    const coldkey = StakingColdkeysByIndex.get(ctx, index)
    if (coldkey !== undefined) attempt(() => claimRoot(ctx, coldkey, undefined))
  }
}
