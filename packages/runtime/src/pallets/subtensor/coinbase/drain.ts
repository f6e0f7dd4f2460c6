/** Which epochs a block runs, and the buckets they empty. */
import type * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { EpochDeferred, EpochSkipped } from '../events.ts'
import { changeSubnetOwnerIfNeeded } from '../locks/owner-takeover.ts'
import {
  BlocksSinceLastStep,
  Keys,
  LastEpochBlock,
  MaxEpochsPerBlock,
  PendingEpochAt,
  PendingOwnerCut,
  PendingRootAlphaDivs,
  PendingServerEmission,
  PendingValidatorEmission,
  SubnetEpochIndex,
} from '../storage.ts'
import { shouldRunEpoch } from '../subnets/epoch-schedule.ts'

/** Alpha that an epoch distributes, rao. */
export interface DrainedEmission {
  readonly netuid: NetUid
  readonly server: Alpha
  readonly validator: Alpha
  readonly root: Alpha
  readonly ownerCut: Alpha
}

/** Whether no hotkey has two uids. `source` epoch/run_epoch.rs is_epoch_input_state_consistent */
function isEpochInputConsistent(ctx: f.Context, netuid: NetUid): boolean {
  const hotkeys = Keys.values(ctx, netuid)
  return new Set(hotkeys).size === hotkeys.length
}

/**
 * Subnets whose epochs are due but beyond the cap of a block.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs epochs_deferred_this_block
 */
export function epochsDeferredThisBlock(
  ctx: f.Context,
  netuids: readonly NetUid[],
): ReadonlySet<NetUid> {
  const cap = MaxEpochsPerBlock.get(ctx)
  const deferred = new Set<NetUid>()
  let running = 0
  for (const netuid of netuids) {
    if (!shouldRunEpoch(ctx, netuid)) continue
    if (running >= cap) deferred.add(netuid)
    else if (isEpochInputConsistent(ctx, netuid)) running++
  }
  return deferred
}

type Bucket = typeof PendingServerEmission

function drain(ctx: f.Context, bucket: Bucket, netuid: NetUid): Alpha {
  const alpha = bucket.get(ctx, netuid)
  bucket.set(ctx, netuid, 0n)
  return alpha
}

const drainBuckets = (ctx: f.Context, netuid: NetUid): DrainedEmission => ({
  netuid,
  server: drain(ctx, PendingServerEmission, netuid),
  validator: drain(ctx, PendingValidatorEmission, netuid),
  root: drain(ctx, PendingRootAlphaDivs, netuid),
  ownerCut: drain(ctx, PendingOwnerCut, netuid),
})

function deferEpoch(ctx: f.Context, netuid: NetUid, from_block: bigint): void {
  const to_block = satU64.add(from_block, 1n)
  PendingEpochAt.set(ctx, netuid, to_block)
  ctx.deposit(EpochDeferred({ netuid, from_block, to_block }))
}

function closeSlot(ctx: f.Context, netuid: NetUid, block: bigint): void {
  LastEpochBlock.set(ctx, netuid, block)
  PendingEpochAt.set(ctx, netuid, 0n)
  SubnetEpochIndex.mutate(ctx, netuid, (index) => satU64.add(index, 1n))
}

/**
 * Empties the buckets of subnets whose epochs run now, ascending by netuid. An owner may be replaced here,
 * so that the new one gets the cut. A subnet whose keys are inconsistent keeps its buckets and loses its slot.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs drain_pending
 */
export function drainPending(ctx: f.Context, netuids: readonly NetUid[]): DrainedEmission[] {
  const block = currentBlock(ctx)
  const cap = MaxEpochsPerBlock.get(ctx)
  const drained: DrainedEmission[] = []
  for (const netuid of netuids) {
    BlocksSinceLastStep.mutate(ctx, netuid, (blocks) => satU64.add(blocks, 1n))
    if (!shouldRunEpoch(ctx, netuid)) continue
    if (drained.length >= cap) {
      deferEpoch(ctx, netuid, block)
      continue
    }
    if (isEpochInputConsistent(ctx, netuid)) {
      BlocksSinceLastStep.set(ctx, netuid, 0n)
      drained.push(drainBuckets(ctx, netuid))
      changeSubnetOwnerIfNeeded(ctx, netuid)
    } else ctx.deposit(EpochSkipped({ netuid, block }))
    closeSlot(ctx, netuid, block)
  }
  return drained.sort((a, b) => a.netuid - b.netuid)
}
