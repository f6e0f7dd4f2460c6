/** The hash that a validator commits to before it reveals its weights. */
import { blake2 } from '../wallet/hashes.ts'
import { bytesToHex, concatBytes } from '../wallet/hex.ts'
import { decodeAddress } from '../wallet/ss58.ts'
import { invalid } from './u16.ts'

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
  const version = new Uint8Array(8)
  new DataView(version.buffer).setBigUint64(0, commit.versionKey, true)
  const bytes = concatBytes(
    decodeAddress(commit.address).publicKey,
    u16(commit.netuidStorageIndex),
    vec(commit.uids),
    vec(commit.values),
    vec(commit.salt),
    version,
  )
  return `0x${bytesToHex(blake2(bytes))}`
}

function vec(values: readonly number[]): Uint8Array {
  return concatBytes(compact(values.length), ...values.map(u16))
}

function u16(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff) throw invalid(`${value} is no u16`)
  return Uint8Array.of(value & 0xff, value >> 8)
}

function compact(length: number): Uint8Array {
  if (length < 1 << 6) return Uint8Array.of(length << 2)
  if (length < 1 << 14) return Uint8Array.of(((length << 2) | 1) & 0xff, length >> 6)
  if (length > 0xffff) throw invalid(`${length} entries are more than a subnet can have`)
  return Uint8Array.of(((length << 2) | 2) & 0xff, (length >> 6) & 0xff, length >> 14, 0)
}
