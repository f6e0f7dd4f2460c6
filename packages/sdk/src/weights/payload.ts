/** Weights as a time lock holds them. */
import { concatBytes } from '../wallet/hex.ts'
import { compact, u64, vec } from './scale.ts'

export type WeightsPayload = {
  /** 32 bytes: who commits. */
  readonly hotkey: Uint8Array
  readonly uids: readonly number[]
  readonly values: readonly number[]
  readonly versionKey: bigint
}

/**
 * SCALE of (Vec<u8>, Vec<u16>, Vec<u16>, u64).
 *
 * refuses INVALID_WEIGHTS: numbers that are no u16
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/reveal_commits.rs WeightsTlockPayload
 */
export function weightsPayload({ hotkey, uids, values, versionKey }: WeightsPayload): Uint8Array {
  return concatBytes(compact(hotkey.length), hotkey, vec(uids), vec(values), u64(versionKey))
}
