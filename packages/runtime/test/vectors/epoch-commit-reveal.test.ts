import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAll } from './checks.ts'
import { type EpochCommitRevealVectors, epochCommitRevealChecks } from './epoch-commit-reveal.ts'
import { readVectors } from './files.ts'

test('commit hashes, pulses and timelocks equal upstream', () => {
  const vectors = readVectors<EpochCommitRevealVectors>('runtime-425/epoch-commit-reveal.json')
  assert.equal(assertAll(epochCommitRevealChecks(vectors)), 3 + 1 + 2)
})
