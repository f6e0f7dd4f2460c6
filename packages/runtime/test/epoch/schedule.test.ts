import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInAdminFreezeWindow } from '../../src/pallets/subtensor/epoch/schedule.ts'
import { type ScheduleVectors, scheduleChecks } from './schedule.ts'
import { loadVectors } from './vectors.ts'

for (const { name, run } of scheduleChecks(loadVectors<ScheduleVectors>('epoch-schedule.json')))
  test(name, run)

test('owners cannot change a subnet shortly before an epoch', () => {
  const schedule = { Tempo: 10, LastEpochBlock: 1n, PendingEpochAt: 0n }
  const frozen = (window: number, change = {}) =>
    isInAdminFreezeWindow({ ...schedule, ...change }, window, 5n)
  assert.equal(frozen(6), false)
  assert.equal(frozen(7), true)
  assert.equal(frozen(0, { PendingEpochAt: 6n }), true)
  assert.equal(frozen(0, { PendingEpochAt: 5n }), false)
  assert.equal(frozen(100, { Tempo: 0, PendingEpochAt: 6n }), false)
})
