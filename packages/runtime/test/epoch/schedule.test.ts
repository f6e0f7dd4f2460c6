import assert from 'node:assert/strict'
import { test } from 'node:test'
import { activityCutoffBlocks } from '../../src/pallets/subtensor/epoch/activity.ts'
import {
  blocksUntilNextAutoEpoch,
  epochWithLookahead,
  isInAdminFreezeWindow,
  nextEpochStartBlock,
  shouldRunEpoch,
} from '../../src/pallets/subtensor/epoch/schedule.ts'
import { loadVectors } from './vectors.ts'

const vectors = loadVectors<{
  next_epoch_start_block: {
    last_epoch_block: number
    tempo: number
    pending_epoch_at: number
    expected: number | null
  }[]
  trigger_epoch: [
    { tempo: number; last_epoch_block: number; block: number; remaining: number },
    ...unknown[],
  ]
  should_run_epoch_computed: {
    tempo: number
    pending: number
    blocks_since_last_step: number
    last_epoch_block: number
    block: number
    expected: boolean
  }[]
  activity_cutoff_blocks_computed: { factor_milli: number; tempo: number; blocks: number }[]
  migration_activity_cutoff_round_trip: {
    cases: { factor_milli_computed: number; tempo: number; blocks_expected: number }[]
  }
  migration_first_fire: {
    tempo: number
    expected_next_fire: number
    last_epoch_block_computed: number
  }
}>('epoch-schedule.json')

test('the next epoch starts a tempo after the last, or when it is triggered', () => {
  for (const given of vectors.next_epoch_start_block) {
    const next = nextEpochStartBlock({
      Tempo: given.tempo,
      LastEpochBlock: BigInt(given.last_epoch_block),
      PendingEpochAt: BigInt(given.pending_epoch_at),
    })
    assert.equal(next, given.expected === null ? undefined : BigInt(given.expected))
  }
  const { tempo, last_epoch_block_computed, expected_next_fire } = vectors.migration_first_fire
  assert.equal(
    nextEpochStartBlock({
      Tempo: tempo,
      LastEpochBlock: BigInt(last_epoch_block_computed),
      PendingEpochAt: 0n,
    }),
    BigInt(expected_next_fire),
  )
})

test('an epoch is due by tempo, by trigger or after too long a pause', () => {
  for (const given of vectors.should_run_epoch_computed) {
    const schedule = {
      Tempo: given.tempo,
      LastEpochBlock: BigInt(given.last_epoch_block),
      PendingEpochAt: BigInt(given.pending),
      BlocksSinceLastStep: BigInt(given.blocks_since_last_step),
    }
    assert.equal(shouldRunEpoch(schedule, BigInt(given.block)), given.expected)
    const index = epochWithLookahead(schedule, 7n, BigInt(given.block))
    assert.equal(index, given.expected ? 8n : 7n)
  }
})

test('owners cannot change a subnet shortly before an epoch', () => {
  const { tempo, last_epoch_block, block, remaining } = vectors.trigger_epoch[0]
  const schedule = { Tempo: tempo, LastEpochBlock: BigInt(last_epoch_block), PendingEpochAt: 0n }
  const frozen = (window: number, change = {}) =>
    isInAdminFreezeWindow({ ...schedule, ...change }, window, BigInt(block))
  assert.equal(blocksUntilNextAutoEpoch(schedule, BigInt(block)), BigInt(remaining))
  assert.equal(frozen(remaining), false)
  assert.equal(frozen(remaining + 1), true)
  assert.equal(frozen(0, { PendingEpochAt: BigInt(block + 1) }), true)
  assert.equal(frozen(0, { PendingEpochAt: BigInt(block) }), false)
  assert.equal(frozen(100, { Tempo: 0, PendingEpochAt: BigInt(block + 1) }), false)
})

test('the activity cutoff is a multiple of the tempo', () => {
  for (const { factor_milli, tempo, blocks } of vectors.activity_cutoff_blocks_computed) {
    assert.equal(activityCutoffBlocks(factor_milli, tempo), BigInt(blocks))
  }
  for (const given of vectors.migration_activity_cutoff_round_trip.cases) {
    const blocks = activityCutoffBlocks(given.factor_milli_computed, given.tempo)
    assert.equal(blocks, BigInt(given.blocks_expected))
  }
})
