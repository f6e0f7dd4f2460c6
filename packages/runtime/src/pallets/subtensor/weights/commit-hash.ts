/** The hash that commits to weights. */
import * as f from '@taonet/frame'
import type { WeightRow } from './checks.ts'

/** What a commit hides. */
export interface Reveal extends WeightRow {
  readonly salt: readonly number[]
  readonly versionKey: bigint
}

const Preimage = f.tuple<readonly [f.AccountId, number, number[], number[], number[], bigint]>(
  f.AccountId,
  f.u16,
  f.vec(f.u16),
  f.vec(f.u16),
  f.vec(f.u16),
  f.u64,
)

/** The bytes that are hashed. */
export const commitPreimage = (
  who: f.AccountId,
  index: number,
  { uids, values, salt, versionKey }: Reveal,
): Uint8Array => Preimage.encode([who, index, [...uids], [...values], [...salt], versionKey])

/**
 * BLAKE2b-256 over hotkey, storage index of the mechanism, uids, values, salt and version key.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs get_commit_hash
 */
export const getCommitHash = (who: f.AccountId, index: number, reveal: Reveal): f.H256 =>
  f.toHex(f.blake2_256(commitPreimage(who, index, reveal)))
