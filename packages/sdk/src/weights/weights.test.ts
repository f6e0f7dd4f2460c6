import assert from 'node:assert/strict'
import { test } from 'node:test'
import vectors from '../../../../vectors/bittensor-10.5.0/sdk-weights.json' with { type: 'json' }
import { weightCommitHash } from './commit-hash.ts'
import { WeightsError } from './errors.ts'
import { normalizeMaxWeight, processWeights } from './process.ts'
import {
  convertWeightsAndUidsForEmit,
  denseRow,
  mechanismStorageIndex,
  pairwiseSum,
  u16NormalizedFloat,
} from './u16.ts'

test('weights scale and round as upstream', () => {
  for (const vector of vectors.convert_weights_and_uids_for_emit) {
    const { uids, weights } = convertWeightsAndUidsForEmit(vector.uids, vector.weights_f32)
    assert.deepEqual([uids, weights], [vector.out_uids, vector.out_vals])
  }
})

test('what cannot be on chain is refused', () => {
  for (const { uids, weights } of vectors.emit_errors) {
    assert.throws(() => convertWeightsAndUidsForEmit(uids, weights), WeightsError)
  }
  assert.throws(() => convertWeightsAndUidsForEmit([0], [Number.NaN]), WeightsError)
})

test('shares are cut to the limit, bit for bit as numpy does', () => {
  for (const { x, limit, out } of vectors.normalize_max_weight) {
    assert.deepEqual(Array.from(normalizeMaxWeight(Float32Array.from(x), limit)), out)
  }
})

test('scores become fit for the limits of a subnet', () => {
  for (const vector of vectors.process_weights) {
    const { uids, weights } = processWeights(vector, {
      n: vector.num_neurons,
      minAllowedWeights: vector.min_allowed_weights,
      maxWeightLimit: vector.max_weight_limit,
      excludeQuantile: vector.exclude_quantile,
    })
    assert.deepEqual([uids, weights], [vector.out_uids, vector.out_weights])
  }
})

test('too few weights are filled up by uid, not by position', () => {
  const limits = { n: 4, minAllowedWeights: 3, maxWeightLimit: 1 }
  const { weights } = processWeights({ uids: [2], weights: [1] }, limits)
  assert.equal(weights.indexOf(Math.max(...weights)), 2)
  assert.throws(() => processWeights({ uids: [4], weights: [1] }, limits), WeightsError)
})

test('commit hashes are those that the chain computes', () => {
  for (const vector of vectors.generate_weight_hash) {
    const hash = weightCommitHash({
      address: vector.address,
      netuidStorageIndex: vector.netuid_storage_index,
      uids: vector.uids,
      values: vector.values,
      salt: vector.salt,
      versionKey: BigInt(vector.version_key),
    })
    assert.equal(hash, vector.hash)
  }
})

test('rows, shares and indices are those of upstream', () => {
  for (const { n, uids, weights, out } of vectors.row_weights) {
    assert.deepEqual(Array.from(denseRow(n, { uids, weights })), out)
  }
  for (const { x, out } of vectors.u16_normalized) assert.equal(u16NormalizedFloat(x), out)
  for (const { netuid, mechid, index } of vectors.mechid_storage_index) {
    assert.equal(mechanismStorageIndex(netuid, mechid), index)
  }
})

test('float32 sums follow the order of numpy', () => {
  const at = (n: number) => Float32Array.from({ length: n }, (_, i) => ((i * 7919) % 1000) / 999)
  // numpy 2.4: (np.arange(n) * 7919 % 1000 / 999).astype(np.float32).sum()
  const sums = [3.1931934356689453, 4.73673677444458, 49.09910202026367, 64.32832336425781, 500]
  assert.deepEqual(
    [5, 8, 100, 129, 1000].map((n) => pairwiseSum(at(n))),
    sums,
  )
})
