import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAll } from './checks.ts'
import { readVectors } from './files.ts'
import { type RuntimeApiVectors, runtimeApiChecks } from './runtime-apis.ts'

const vectors = readVectors<RuntimeApiVectors>('runtime-425/runtime-apis.json')

test('every runtime API answers as the production runtime', () => {
  assert.equal(assertAll(runtimeApiChecks(vectors)), 284)
})
