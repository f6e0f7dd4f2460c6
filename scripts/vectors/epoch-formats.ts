/** Vector files about the epoch. */
import { mathChecks } from '../../packages/runtime/test/epoch/math.ts'
import { mechanismChecks } from '../../packages/runtime/test/epoch/mechanisms.ts'
import { productionChecks } from '../../packages/runtime/test/epoch/production-checks.ts'
import { pruneChecks } from '../../packages/runtime/test/epoch/prune.ts'
import { randomChecks } from '../../packages/runtime/test/epoch/random.ts'
import { scheduleChecks } from '../../packages/runtime/test/epoch/schedule.ts'
import { yuma2Checks } from '../../packages/runtime/test/epoch/yuma2.ts'
import { yuma3Checks } from '../../packages/runtime/test/epoch/yuma3.ts'
import { epochCommitRevealChecks } from '../../packages/runtime/test/vectors/epoch-commit-reveal.ts'
import { revealRoundChecks } from '../../packages/sdk/test/vectors/reveal-rounds.ts'
import { type Format, firstOf, hasFields, type VectorFile } from './format.ts'

const isYuma3 = ({ data }: VectorFile) => firstOf(data?.scenarios)?.first_epoch_block !== undefined
const isYuma2 = (file: VectorFile) =>
  !isYuma3(file) &&
  (firstOf(file.data?.scenarios)?.steps !== undefined ||
    firstOf(file.data?.scenarios)?.asserted !== undefined)

export const EPOCH_FORMATS: readonly Format[] = [
  {
    recognises: ({ data }) =>
      firstOf(data?.cases)?.input !== undefined && 'rao_emission' in data.cases[0],
    sections: ['cases', 'mechanism_cases'],
    checks: ({ data }) => productionChecks({ mechanism_cases: [], ...data }),
  },
  {
    recognises: hasFields('cases', 'computed_bits'),
    sections: ['cases', 'computed_bits'],
    checks: ({ data }) => mathChecks(data),
  },
  {
    recognises: ({ data }) => firstOf(data?.cases)?.earliest_active_commit_block !== undefined,
    sections: ['cases'],
    remarks: ['notes'],
    checks: ({ data }) => randomChecks(data),
  },
  {
    recognises: isYuma3,
    sections: ['scenarios'],
    remarks: ['semantics'],
    checks: ({ data }) => yuma3Checks(data),
  },
  {
    recognises: isYuma2,
    sections: ['scenarios'],
    remarks: ['semantics'],
    checks: ({ data }) => yuma2Checks(data),
  },
  {
    recognises: hasFields('split_emissions', 'epoch_with_mechanisms'),
    sections: ['index', 'reverse_index', 'split_emissions', 'epoch_with_mechanisms'],
    remarks: ['constants', 'params_for_epochs'],
    checks: ({ data }) => mechanismChecks(data),
  },
  {
    recognises: hasFields('should_run_epoch_computed', 'next_epoch_start_block'),
    sections: [
      'next_epoch_start_block',
      'trigger_epoch',
      'should_run_epoch_computed',
      'activity_cutoff_blocks_computed',
      'migration_activity_cutoff_round_trip',
      'migration_first_fire',
    ],
    leftOut: {
      legacy_first_block_of_epoch: 'a schedule that spec 425 no longer has',
      blocks_since_last_step: 'told in words; blocks of other files show it',
      reveal_exact_epoch_periods: 'told in words; commit-reveal.json shows it',
    },
    checks: ({ data }) => scheduleChecks(data),
  },
  {
    recognises: hasFields('prune', 'trim'),
    sections: ['prune', 'trim', 'trim_errors'],
    checks: ({ data }) => pruneChecks(data),
  },
  {
    recognises: hasFields('commit_hash', 'drand', 'tlock'),
    sections: ['commit_hash', 'drand', 'tlock', 'client_reveal_round_v2'],
    remarks: ['upstream_test_inputs'],
    *checks({ data }) {
      yield* epochCommitRevealChecks(data)
      yield* revealRoundChecks(data)
    },
  },
]
