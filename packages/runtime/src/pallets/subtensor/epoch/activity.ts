// Who has been heard of lately.

import { satU64 } from '@taonet/frame'

/**
 * Blocks after which a silent neuron is inactive: a share of the tempo, at least one block.
 *
 * units   factor in thousandths of the tempo, tempo in blocks
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs get_activity_cutoff_blocks
 */
export function activityCutoffBlocks(ActivityCutoffFactorMilli: number, Tempo: number): bigint {
  const blocks = (BigInt(ActivityCutoffFactorMilli) * BigInt(Tempo)) / 1000n
  return blocks > 1n ? blocks : 1n
}

/**
 * Last updates filled with zeros up to the size of the subnet, never cut.
 *
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs get_last_update
 */
export function padLastUpdate(
  LastUpdate: readonly bigint[],
  SubnetworkN: number,
): readonly bigint[] {
  const missing = Math.max(0, SubnetworkN - LastUpdate.length)
  return [...LastUpdate, ...new Array<bigint>(missing).fill(0n)]
}

/**
 * Whether each neuron updated within the cutoff; one that did exactly then still counts as active.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function isActive(
  lastUpdate: readonly bigint[],
  activityCutoff: bigint,
  currentBlock: bigint,
): readonly boolean[] {
  return lastUpdate.map((block) => satU64.add(block, activityCutoff) >= currentBlock)
}
