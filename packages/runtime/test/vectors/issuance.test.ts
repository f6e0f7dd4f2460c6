import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAll } from './checks.ts'
import { readVectors } from './files.ts'
import { type IssuanceVectors, issuanceChecks } from './issuance.ts'

test('block emission equals the production runtime at every issuance', () => {
  const vectors = readVectors<IssuanceVectors>('runtime-425/issuance.json')
  assert.equal(assertAll(issuanceChecks(vectors)), 790 + 30)
})
