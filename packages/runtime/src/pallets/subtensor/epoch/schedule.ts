// When epochs run.

import { satU64 } from '@taonet/frame'

/** Longest tempo an owner may choose, blocks; also how long an epoch can fail to run before it is forced. */
export const MAX_TEMPO = 50_400

/** Storage items of one subnet that decide when its epochs run. */
export interface Schedule {
  /** Blocks between epochs; 0 means never. */
  readonly Tempo: number
  /** Block of the last used slot. */
  readonly LastEpochBlock: bigint
  /** Block of a triggered or deferred epoch, 0 without one. */
  readonly PendingEpochAt: bigint
  /** Blocks since the last epoch that succeeded. */
  readonly BlocksSinceLastStep: bigint
}

/**
 * Whether an epoch is due in a block.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs should_run_epoch
 */
export function shouldRunEpoch(schedule: Schedule, block: bigint): boolean {
  const { Tempo, LastEpochBlock, PendingEpochAt, BlocksSinceLastStep } = schedule
  if (Tempo === 0) return false
  if (PendingEpochAt > 0n && block >= PendingEpochAt) return true
  if (BlocksSinceLastStep > BigInt(MAX_TEMPO)) return true
  return satU64.sub(block, LastEpochBlock) >= BigInt(Tempo)
}

/**
 * Block of the next epoch, undefined when the subnet never runs. It knows nothing of deferred and forced epochs.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs get_next_epoch_start_block
 */
export function nextEpochStartBlock(
  schedule: Omit<Schedule, 'BlocksSinceLastStep'>,
): bigint | undefined {
  const { Tempo, LastEpochBlock, PendingEpochAt } = schedule
  if (Tempo === 0) return undefined
  const next = satU64.add(LastEpochBlock, BigInt(Tempo))
  return PendingEpochAt > 0n && PendingEpochAt < next ? PendingEpochAt : next
}

/**
 * Blocks to the next epoch by tempo alone, the largest u64 when the subnet never runs.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs blocks_until_next_auto_epoch
 */
export function blocksUntilNextAutoEpoch(
  { Tempo, LastEpochBlock }: Pick<Schedule, 'Tempo' | 'LastEpochBlock'>,
  block: bigint,
): bigint {
  if (Tempo === 0) return satU64.MAX
  return satU64.sub(satU64.add(LastEpochBlock, BigInt(Tempo)), block)
}

/**
 * Number of the epoch that commitments belong to: one ahead while an epoch is due but has not run.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/weights.rs current_epoch_with_lookahead
 */
export function epochWithLookahead(
  schedule: Schedule,
  SubnetEpochIndex: bigint,
  block: bigint,
): bigint {
  return shouldRunEpoch(schedule, block) ? satU64.add(SubnetEpochIndex, 1n) : SubnetEpochIndex
}

/**
 * Whether owners may not change the subnet, because an epoch is triggered or near.
 *
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs is_in_admin_freeze_window
 */
export function isInAdminFreezeWindow(
  schedule: Omit<Schedule, 'BlocksSinceLastStep'>,
  AdminFreezeWindow: number,
  block: bigint,
): boolean {
  if (schedule.Tempo === 0) return false
  if (schedule.PendingEpochAt > block) return true
  return blocksUntilNextAutoEpoch(schedule, block) < BigInt(AdminFreezeWindow)
}
