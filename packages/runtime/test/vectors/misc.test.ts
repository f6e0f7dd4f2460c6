import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAll } from './checks.ts'
import { readVectors } from './files.ts'
import { type MiscVectors, miscChecks } from './misc.ts'

test('functions of the pallet equal the production runtime one by one', () => {
  const passed = assertAll(miscChecks(readVectors<MiscVectors>('runtime-425/misc.json')))
  assert.ok(passed > 2000, `${passed} checks`)
})
