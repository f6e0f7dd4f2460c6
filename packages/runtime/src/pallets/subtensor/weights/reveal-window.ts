/** When commits may be revealed. */
import * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { isCommitExpired as isExpired } from '../epoch/commit-blocks.ts'
import { RevealPeriodTooLarge, RevealPeriodTooSmall } from '../errors.ts'
import { CommitRevealPeriodsSet } from '../events.ts'
import { RevealPeriodEpochs } from '../storage.ts'
import { currentEpochWithLookahead } from '../subnets/epoch-schedule.ts'

const MAX_PERIODS = 100n
const MIN_PERIODS = 1n

/**
 * Whether this is the epoch in which a commit of a given epoch may be revealed.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs is_reveal_block_range
 */
export const isRevealBlockRange = (ctx: f.Context, netuid: NetUid, commitEpoch: bigint): boolean =>
  currentEpochWithLookahead(ctx, netuid) ===
  satU64.add(commitEpoch, RevealPeriodEpochs.get(ctx, netuid))

/** Whether that epoch is over. `source` subnets/weights.rs is_commit_expired */
export const isCommitExpired = (ctx: f.Context, netuid: NetUid, commitEpoch: bigint): boolean =>
  isExpired(
    {
      currentEpoch: currentEpochWithLookahead(ctx, netuid),
      RevealPeriodEpochs: RevealPeriodEpochs.get(ctx, netuid),
    },
    commitEpoch,
  )

/**
 * Sets how many epochs lie between commit and reveal.
 *
 * refuses RevealPeriodTooLarge, RevealPeriodTooSmall
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs set_reveal_period
 */
export function setRevealPeriod(ctx: f.Context, netuid: NetUid, epochs: bigint): void {
  f.ensure(epochs <= MAX_PERIODS, RevealPeriodTooLarge)
  f.ensure(epochs >= MIN_PERIODS, RevealPeriodTooSmall)
  RevealPeriodEpochs.set(ctx, netuid, epochs)
  ctx.deposit(CommitRevealPeriodsSet([netuid, epochs]))
}
