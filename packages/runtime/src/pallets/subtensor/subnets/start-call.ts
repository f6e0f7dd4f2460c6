/** A subnet begins to emit and to trade. */
import * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { FirstEmissionBlockNumberAlreadySet, NeedWaitingMoreBlocksToStarCall } from '../errors.ts'
import { FirstEmissionBlockNumberSet } from '../events.ts'
import {
  FirstEmissionBlockNumber,
  NetworkRegisteredAt,
  StartCallDelay,
  SubtokenEnabled,
} from '../storage.ts'

/**
 * Starts a subnet: it emits from the next block on.
 *
 * refuses FirstEmissionBlockNumberAlreadySet, NeedWaitingMoreBlocksToStarCall
 * source  opentensor/subtensor pallets/subtensor/src/subnets/subnet.rs do_start_call
 */
export function startCall(ctx: f.Context, netuid: NetUid): void {
  f.ensure(!FirstEmissionBlockNumber.has(ctx, netuid), FirstEmissionBlockNumberAlreadySet)
  const block = currentBlock(ctx)
  const earliest = satU64.add(NetworkRegisteredAt.get(ctx, netuid), StartCallDelay.get(ctx))
  f.ensure(block >= earliest, NeedWaitingMoreBlocksToStarCall)
  const first = satU64.add(block, 1n)
  FirstEmissionBlockNumber.set(ctx, netuid, first)
  SubtokenEnabled.set(ctx, netuid, true)
  ctx.deposit(FirstEmissionBlockNumberSet([netuid, first]))
}
