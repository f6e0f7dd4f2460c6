/** The hash that a validator commits to before it reveals its weights. */
import { blake2 } from '../wallet/hashes.ts'
import { bytesToHex, concatBytes } from '../wallet/hex.ts'
import { decodeAddress } from '../wallet/ss58.ts'
import { u16, u64, vec } from './scale.ts'

export type WeightCommit = {
  /** SS58 address of the hotkey. */
  readonly address: string
  /** See `mechanismStorageIndex`. */
  readonly netuidStorageIndex: number
  readonly uids: readonly number[]
  readonly values: readonly number[]
  readonly salt: readonly number[]
  readonly versionKey: bigint
}

/**
 * BLAKE2b-256 of the SCALE tuple (account, u16, Vec<u16>, Vec<u16>, Vec<u16>, u64), as `0x` hex.
 *
 * refuses INVALID_WEIGHTS: a number that is no u16; INVALID_ADDRESS
 * source  opentensor/bittensor bittensor/utils/weight_utils.py generate_weight_hash
 */
export function weightCommitHash(commit: WeightCommit): string {
  const bytes = concatBytes(
    decodeAddress(commit.address).publicKey,
    u16(commit.netuidStorageIndex),
    vec(commit.uids),
    vec(commit.values),
    vec(commit.salt),
    u64(commit.versionKey),
  )
  return `0x${bytesToHex(blake2(bytes))}`
}
