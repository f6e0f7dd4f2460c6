import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAll } from './checks.ts'
import { readVectors } from './files.ts'
import { type SwapVectors, swapChecks } from './swap.ts'

test('swaps in pools equal the production runtime', () => {
  const passed = assertAll(swapChecks(readVectors<SwapVectors>('runtime-425/swap.json')))
  assert.equal(passed, 1619 + 859 + 672 + 27)
})
