import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uidsKeptByTrim } from '../../src/pallets/subtensor/epoch/prune.ts'
import { type PruneVectors, pruneChecks } from './prune.ts'
import { loadVectors } from './vectors.ts'

for (const { name, run } of pruneChecks(loadVectors<PruneVectors>('epoch-prune.json')))
  test(name, run)

test('a trim counts uids, not entries of a list that is too short or too long', () => {
  const always = () => true
  assert.deepEqual(uidsKeptByTrim([5n, 4n, 3n], always, 3, 4), [0, 1])
  assert.deepEqual(uidsKeptByTrim([5n, 4n, 3n, 2n, 1n], always, 3, 4), [0, 1, 2, 4])
})
