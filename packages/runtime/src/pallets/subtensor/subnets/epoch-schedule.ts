/** When a subnet's epochs run, as its storage says. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import {
  blocksUntilNextAutoEpoch as blocksUntil,
  epochWithLookahead,
  shouldRunEpoch as isDue,
  nextEpochStartBlock,
  type Schedule,
} from '../epoch/schedule.ts'
import {
  BlocksSinceLastStep,
  LastEpochBlock,
  PendingEpochAt,
  SubnetEpochIndex,
  Tempo,
} from '../storage.ts'

/** What decides when a subnet's epochs run. */
export const readSchedule = (ctx: f.Context, netuid: NetUid): Schedule => ({
  Tempo: Tempo.get(ctx, netuid),
  LastEpochBlock: LastEpochBlock.get(ctx, netuid),
  PendingEpochAt: PendingEpochAt.get(ctx, netuid),
  BlocksSinceLastStep: BlocksSinceLastStep.get(ctx, netuid),
})

/** Whether an epoch is due in the current block. `source` coinbase/run_coinbase.rs should_run_epoch */
export const shouldRunEpoch = (ctx: f.Context, netuid: NetUid): boolean =>
  isDue(readSchedule(ctx, netuid), currentBlock(ctx))

/** Blocks to the next epoch by tempo alone. `source` coinbase/run_coinbase.rs blocks_until_next_auto_epoch */
export const blocksUntilNextAutoEpoch = (ctx: f.Context, netuid: NetUid): bigint =>
  blocksUntil(readSchedule(ctx, netuid), currentBlock(ctx))

/** Block of the next epoch. `source` coinbase/run_coinbase.rs get_next_epoch_start_block */
export const getNextEpochStartBlock = (ctx: f.Context, netuid: NetUid): bigint | undefined =>
  nextEpochStartBlock(readSchedule(ctx, netuid))

/**
 * Number of the epoch that commits and reveals of this block belong to.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs current_epoch_with_lookahead
 */
export const currentEpochWithLookahead = (ctx: f.Context, netuid: NetUid): bigint =>
  epochWithLookahead(
    readSchedule(ctx, netuid),
    SubnetEpochIndex.get(ctx, netuid),
    currentBlock(ctx),
  )
