import assert from 'node:assert/strict'
import { test } from 'node:test'
import vectors from '../../../../vectors/bittensor-10.5.0/sdk-weights.json' with { type: 'json' }
import { sdkWeightChecks } from '../../test/vectors/weights.ts'
import { WeightsError } from './errors.ts'
import { processWeights } from './process.ts'
import { convertWeightsAndUidsForEmit, pairwiseSum } from './u16.ts'

for (const { name, run } of sdkWeightChecks(vectors)) test(`as upstream: ${name}`, run)

test('what is no number is refused', () => {
  assert.throws(() => convertWeightsAndUidsForEmit([0], [Number.NaN]), WeightsError)
})

test('too few weights are filled up by uid, not by position', () => {
  const limits = { n: 4, minAllowedWeights: 3, maxWeightLimit: 1 }
  const { weights } = processWeights({ uids: [2], weights: [1] }, limits)
  assert.equal(weights.indexOf(Math.max(...weights)), 2)
  assert.throws(() => processWeights({ uids: [4], weights: [1] }, limits), WeightsError)
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
