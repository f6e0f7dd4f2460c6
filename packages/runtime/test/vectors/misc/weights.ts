/** Sections of `misc.json` about weights: scaling, commit hashes, mechanisms' indices. */
import * as f from '@taonet/frame'
import {
  isMaxLimited,
  maxUpscaleU16,
} from '../../../src/pallets/subtensor/epoch/math/max-upscale.ts'
import { mechanismStorageIndex } from '../../../src/pallets/subtensor/epoch/mechanisms.ts'
import { normalizeWeights } from '../../../src/pallets/subtensor/weights/checks.ts'
import {
  commitPreimage,
  getCommitHash,
} from '../../../src/pallets/subtensor/weights/commit-hash.ts'
import type { Check } from '../checks.ts'
import { checkRows, checkTuples } from './rows.ts'

export interface WeightVectors {
  readonly weights_helpers: readonly { values: number[]; max_limit: number }[]
  readonly commit_hash: readonly {
    who: `0x${string}`
    netuid_storage_index: number
    uids: number[]
    values: number[]
    salt: number[]
    version_key: string
  }[]
  /** Netuid, mechanism, index. */
  readonly mechanism_storage_index: readonly (readonly [number, number, number])[]
}

export function* weightChecks(vectors: WeightVectors): Generator<Check> {
  yield* checkRows('weights_helpers', vectors.weights_helpers, ({ values, max_limit }) => ({
    max_upscale: maxUpscaleU16(values),
    normalize_weights: normalizeWeights(values),
    check_vec_max_limited: isMaxLimited(values, max_limit),
  }))
  yield* checkRows('commit_hash', vectors.commit_hash, (row) => {
    const { who, netuid_storage_index: index, uids, values, salt } = row
    const reveal = { uids, values, salt, versionKey: BigInt(row.version_key) }
    return {
      preimage: f.toHex(commitPreimage(who, index, reveal)),
      hash: getCommitHash(who, index, reveal),
    }
  })
  yield* checkTuples(
    'mechanism_storage_index',
    vectors.mechanism_storage_index,
    ([netuid, mecid]) => [mechanismStorageIndex(netuid, mecid)],
  )
}
