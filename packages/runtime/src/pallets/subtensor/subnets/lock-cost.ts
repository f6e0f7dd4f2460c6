/** What a new subnet costs. */
import type * as f from '@taonet/frame'
import { I64F64, satU64 } from '@taonet/frame'
import type { Tao } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { calculateBlockEmission } from '../coinbase/block-emission.ts'
import {
  LastRateLimitedBlock,
  NetworkLastLockCost,
  NetworkLockReductionInterval,
  NetworkMinLockCost,
} from '../storage.ts'
import type { RateLimitKey } from '../types.ts'

const LAST_REGISTERED: RateLimitKey = { type: 'NetworkLastRegistered' }
const WHOLE_EMISSION = I64F64.fromInt(1_000_000_000n)

/** What decides the price. */
export interface LockCostInput {
  /** Price that the last subnet paid, rao. */
  readonly lastLock: Tao
  /** Block of that, 0 without one. */
  readonly lastLockBlock: bigint
  readonly block: bigint
  /** Blocks in which the price falls back to that of the last subnet. */
  readonly interval: bigint
  readonly minLock: Tao
}

/**
 * Price of a subnet: twice that of the last one, falling to that within an interval and on to the least.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/root.rs get_network_lock_cost
 */
export function lockCost({
  lastLock,
  lastLockBlock,
  block,
  interval,
  minLock,
}: LockCostInput): Tao {
  const top = satU64.mul(lastLock, lastLockBlock === 0n ? 1n : 2n)
  const fallen = satU64.mul(satU64.safeDiv(lastLock, interval), satU64.sub(block, lastLockBlock))
  const cost = satU64.sub(top, fallen)
  return cost < minLock ? minLock : cost
}

/**
 * Blocks in which the price halves: shorter as block emission falls.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/root.rs get_lock_reduction_interval
 */
export function getLockReductionInterval(ctx: f.Context): bigint {
  const interval = I64F64.fromInt(NetworkLockReductionInterval.get(ctx))
  const emission = I64F64.fromInt(calculateBlockEmission(ctx))
  const part = I64F64.checkedDiv(emission, WHOLE_EMISSION) ?? 0n
  return I64F64.toU64(I64F64.mul(interval, part))
}

/** What a new subnet costs now. `source` coinbase/root.rs get_network_lock_cost */
export const getNetworkLockCost = (ctx: f.Context): Tao =>
  lockCost({
    lastLock: NetworkLastLockCost.get(ctx),
    lastLockBlock: LastRateLimitedBlock.get(ctx, LAST_REGISTERED),
    block: currentBlock(ctx),
    interval: getLockReductionInterval(ctx),
    minLock: NetworkMinLockCost.get(ctx),
  })

/** Notes the price that was paid now. `source` coinbase/root.rs set_network_last_lock, set_network_last_lock_block */
export function setNetworkLastLock(ctx: f.Context, paid: Tao): void {
  NetworkLastLockCost.set(ctx, paid)
  LastRateLimitedBlock.set(ctx, LAST_REGISTERED, currentBlock(ctx))
}
