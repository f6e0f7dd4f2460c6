/** Runs `sdk-weights.json`: weights made fit for the chain, addresses, amounts. */
import assert from 'node:assert/strict'
import { formatTao, parseTao } from '../../src/client/amounts.ts'
import { formatIp, parseIp } from '../../src/client/network-address.ts'
import { weightCommitHash } from '../../src/weights/commit-hash.ts'
import { WeightsError } from '../../src/weights/errors.ts'
import { normalizeMaxWeight, processWeights } from '../../src/weights/process.ts'
import {
  convertWeightsAndUidsForEmit,
  denseRow,
  mechanismStorageIndex,
  u16NormalizedFloat,
} from '../../src/weights/u16.ts'
import { type Check, eachRow } from './check.ts'

/** `sdk-weights.json`, as far as the SDK has such functions. */
export interface SdkWeightVectors {
  readonly convert_weights_and_uids_for_emit: readonly {
    readonly uids: number[]
    readonly weights_f32: number[]
    readonly out_uids: number[]
    readonly out_vals: number[]
  }[]
  readonly emit_errors: readonly { readonly uids: number[]; readonly weights: number[] }[]
  readonly normalize_max_weight: readonly {
    readonly x: number[]
    readonly limit: number
    readonly out: number[]
  }[]
  readonly process_weights: readonly {
    readonly uids: number[]
    readonly weights: number[]
    readonly num_neurons: number
    readonly min_allowed_weights: number
    readonly max_weight_limit: number
    readonly exclude_quantile: number
    readonly out_uids: number[]
    readonly out_weights: number[]
  }[]
  readonly generate_weight_hash: readonly {
    readonly address: string
    readonly netuid_storage_index: number
    readonly uids: number[]
    readonly values: number[]
    readonly version_key: number
    readonly salt: number[]
    readonly hash: string
  }[]
  readonly mechid_storage_index: readonly { netuid: number; mechid: number; index: number }[]
  readonly row_weights: readonly { n: number; uids: number[]; weights: number[]; out: number[] }[]
  readonly u16_normalized: readonly { x: number; out: number }[]
  readonly ip: readonly { ip: string; u128: string; ip_type: number }[]
  readonly balance_from_tao: readonly { rao: number; str: string }[]
}

function* rowChecks(vectors: SdkWeightVectors): Generator<Check> {
  const emit = vectors.convert_weights_and_uids_for_emit
  yield* eachRow('convert_weights_and_uids_for_emit', emit, (row) => {
    const { uids, weights } = convertWeightsAndUidsForEmit(row.uids, row.weights_f32)
    assert.deepEqual([uids, weights], [row.out_uids, row.out_vals])
  })
  yield* eachRow('emit_errors', vectors.emit_errors, ({ uids, weights }) => {
    assert.throws(() => convertWeightsAndUidsForEmit(uids, weights), WeightsError)
  })
  yield* eachRow('normalize_max_weight', vectors.normalize_max_weight, ({ x, limit, out }) => {
    assert.deepEqual(Array.from(normalizeMaxWeight(Float32Array.from(x), limit)), out)
  })
  yield* eachRow('process_weights', vectors.process_weights, (row) => {
    const { uids, weights } = processWeights(row, {
      n: row.num_neurons,
      minAllowedWeights: row.min_allowed_weights,
      maxWeightLimit: row.max_weight_limit,
      excludeQuantile: row.exclude_quantile,
    })
    assert.deepEqual([uids, weights], [row.out_uids, row.out_weights])
  })
  yield* eachRow('generate_weight_hash', vectors.generate_weight_hash, (row) => {
    const hash = weightCommitHash({
      address: row.address,
      netuidStorageIndex: row.netuid_storage_index,
      uids: row.uids,
      values: row.values,
      salt: row.salt,
      versionKey: BigInt(row.version_key),
    })
    assert.equal(hash, row.hash)
  })
  yield* eachRow('row_weights', vectors.row_weights, ({ n, uids, weights, out }) => {
    assert.deepEqual(Array.from(denseRow(n, { uids, weights })), out)
  })
}

export function* sdkWeightChecks(vectors: SdkWeightVectors): Generator<Check> {
  yield* rowChecks(vectors)
  yield* eachRow('u16_normalized', vectors.u16_normalized, ({ x, out }) => {
    assert.equal(u16NormalizedFloat(x), out)
  })
  const indices = vectors.mechid_storage_index
  yield* eachRow('mechid_storage_index', indices, ({ netuid, mechid, index }) => {
    assert.equal(mechanismStorageIndex(netuid, mechid), index)
  })
  yield* eachRow('ip', vectors.ip, ({ ip, u128, ip_type }) => {
    assert.deepEqual(parseIp(ip), { ip: BigInt(u128), ipType: ip_type })
    assert.equal(formatIp(BigInt(u128), ip_type), ip)
  })
  yield* eachRow('balance_from_tao', vectors.balance_from_tao, ({ rao, str }) => {
    assert.equal(formatTao(BigInt(rao)), str.slice(1).replaceAll(',', ''))
    assert.equal(parseTao(str.slice(1)), BigInt(rao))
  })
}
