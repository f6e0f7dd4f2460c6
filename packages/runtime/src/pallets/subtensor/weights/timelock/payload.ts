/** The weights inside a timelock ciphertext. */
import * as f from '@taonet/frame'
import type { WeightRow } from '../checks.ts'

/** Revealed weights. */
export interface TimelockedWeights extends WeightRow {
  readonly versionKey: bigint
}

interface Plain {
  readonly uids: number[]
  readonly values: number[]
  readonly version_key: bigint
}
const PLAIN = { uids: f.vec(f.u16), values: f.vec(f.u16), version_key: f.u64 }

/** `source` coinbase/reveal_commits.rs WeightsTlockPayload */
export const WeightsTlockPayload = f.struct<Plain & { hotkey: Uint8Array }>(
  'pallet_subtensor::coinbase::reveal_commits::WeightsTlockPayload',
  { hotkey: f.bytes, ...PLAIN },
)
/** `source` coinbase/reveal_commits.rs LegacyWeightsTlockPayload */
export const LegacyWeightsTlockPayload = f.struct<Plain>(
  'pallet_subtensor::coinbase::reveal_commits::LegacyWeightsTlockPayload',
  PLAIN,
)

const ACCOUNT_BYTES = 32

/** What a codec reads from the front of bytes; undefined when it cannot. */
function readFront<T>(codec: f.Codec<T>, bytes: Uint8Array): T | undefined {
  try {
    return codec.read(new f.Reader(bytes))
  } catch (error) {
    if (error instanceof f.CodecError) return undefined
    throw error
  }
}

const weightsOf = ({ uids, values, version_key }: Plain): TimelockedWeights => ({
  uids,
  values,
  versionKey: version_key,
})

/**
 * Reads the weights that a hotkey committed to; undefined when there are none or another hotkey made them.
 * The older form, which names no hotkey, counts where the newer one does not decode or its hotkey is too short.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/reveal_commits.rs reveal_crv3_commits_for_subnet
 */
export function readPayload(bytes: Uint8Array, who: f.AccountId): TimelockedWeights | undefined {
  const payload = readFront(WeightsTlockPayload, bytes)
  if (payload !== undefined && payload.hotkey.length >= ACCOUNT_BYTES) {
    const hotkey = f.toHex(payload.hotkey.subarray(0, ACCOUNT_BYTES))
    return hotkey === who ? weightsOf(payload) : undefined
  }
  const legacy = readFront(LegacyWeightsTlockPayload, bytes)
  return legacy && weightsOf(legacy)
}
