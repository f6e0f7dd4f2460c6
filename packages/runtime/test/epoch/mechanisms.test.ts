import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  mechanismStorageIndex,
  splitEmissions,
} from '../../src/pallets/subtensor/epoch/mechanisms.ts'
import { type MechanismVectors, mechanismChecks } from './mechanisms.ts'
import { loadVectors } from './vectors.ts'

for (const { name, run } of mechanismChecks(loadVectors<MechanismVectors>('epoch-mechanism.json')))
  test(name, run)

test('a storage index that would not fit saturates', () => {
  assert.equal(mechanismStorageIndex(0, 16), 65_535)
  assert.equal(mechanismStorageIndex(65_535, 0), 65_535)
})

test('a short split pads with zeros, a long one is cut, and the first mechanism takes the rest', () => {
  assert.deepEqual(splitEmissions(100n, 3, [65_535]), [100n, 0n, 0n])
  assert.deepEqual(splitEmissions(100n, 1, [32_767, 32_768]), [100n])
})
