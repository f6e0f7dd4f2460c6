// When epochs run (`epoch-schedule.json`).

import assert from 'node:assert/strict'
import { activityCutoffBlocks } from '../../src/pallets/subtensor/epoch/activity.ts'
import {
  blocksUntilNextAutoEpoch,
  epochWithLookahead,
  isInAdminFreezeWindow,
  nextEpochStartBlock,
  shouldRunEpoch,
} from '../../src/pallets/subtensor/epoch/schedule.ts'
import type { Check } from '../vectors/checks.ts'
import { checkRow, checkRows } from '../vectors/misc/rows.ts'

interface TriggerVector {
  tempo: number
  last_epoch_block: number
  block: number
  admin_freeze_window: number
  remaining: number
}

/** `epoch-schedule.json`, as far as it is about functions of ours. */
export interface ScheduleVectors {
  next_epoch_start_block: {
    last_epoch_block: number
    tempo: number
    pending_epoch_at: number
    expected: number | null
  }[]
  trigger_epoch: Partial<TriggerVector>[]
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
}

const isTrigger = (row: Partial<TriggerVector>): row is TriggerVector => row.remaining !== undefined

/** The error comes from being too near to the next epoch. */
function checkTrigger(row: TriggerVector): void {
  const { tempo, last_epoch_block, block, remaining, admin_freeze_window } = row
  const schedule = { Tempo: tempo, LastEpochBlock: BigInt(last_epoch_block), PendingEpochAt: 0n }
  assert.equal(blocksUntilNextAutoEpoch(schedule, BigInt(block)), BigInt(remaining))
  const isFrozen = isInAdminFreezeWindow(schedule, admin_freeze_window, BigInt(block))
  assert.equal(isFrozen, remaining < admin_freeze_window)
}

export function* scheduleChecks(vectors: ScheduleVectors): Generator<Check> {
  yield* checkRows('next_epoch_start_block', vectors.next_epoch_start_block, (row) => {
    const next = nextEpochStartBlock({
      Tempo: row.tempo,
      LastEpochBlock: BigInt(row.last_epoch_block),
      PendingEpochAt: BigInt(row.pending_epoch_at),
    })
    return { expected: next === undefined ? null : Number(next) }
  })
  for (const [at, row] of vectors.trigger_epoch.entries())
    if (isTrigger(row)) yield { name: `trigger_epoch[${at}]`, run: () => checkTrigger(row) }
  yield* checkRows('should_run_epoch_computed', vectors.should_run_epoch_computed, (row) => {
    const schedule = {
      Tempo: row.tempo,
      LastEpochBlock: BigInt(row.last_epoch_block),
      PendingEpochAt: BigInt(row.pending),
      BlocksSinceLastStep: BigInt(row.blocks_since_last_step),
    }
    const expected = shouldRunEpoch(schedule, BigInt(row.block))
    assert.equal(epochWithLookahead(schedule, 7n, BigInt(row.block)), expected ? 8n : 7n)
    return { expected }
  })
  const cutoffs = vectors.activity_cutoff_blocks_computed
  yield* checkRows('activity_cutoff_blocks_computed', cutoffs, ({ factor_milli, tempo }) => ({
    blocks: Number(activityCutoffBlocks(factor_milli, tempo)),
  }))
  const { cases } = vectors.migration_activity_cutoff_round_trip
  yield* checkRows('migration_activity_cutoff_round_trip', cases, (row) => ({
    blocks_expected: Number(activityCutoffBlocks(row.factor_milli_computed, row.tempo)),
  }))
  const first = vectors.migration_first_fire
  yield checkRow('migration_first_fire', first, () => ({
    expected_next_fire: Number(
      nextEpochStartBlock({
        Tempo: first.tempo,
        LastEpochBlock: BigInt(first.last_epoch_block_computed),
        PendingEpochAt: 0n,
      }),
    ),
  }))
}
