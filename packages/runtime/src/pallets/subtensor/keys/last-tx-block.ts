/** When a key did things that it may not do often. */
import type * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import { currentBlock } from '../clock.ts'
import { LastRateLimitedBlock, TxRateLimit } from '../storage.ts'
import type { RateLimitKey } from '../types.ts'

const KINDS = ['LastTxBlock', 'LastTxBlockDelegateTake', 'LastTxBlockChildKeyTake'] as const

const keyOf = (type: (typeof KINDS)[number], who: f.AccountId): RateLimitKey => ({
  type,
  value: who,
})

/** Notes that a key was swapped now. `source` utils/rate_limiting.rs set_last_tx_block */
export const recordLastTxBlock = (ctx: f.Context, who: f.AccountId): void =>
  LastRateLimitedBlock.set(ctx, keyOf('LastTxBlock', who), currentBlock(ctx))

/**
 * Whether a key was swapped too recently; without a limit or the first time it was not.
 *
 * source  opentensor/subtensor pallets/subtensor/src/utils/rate_limiting.rs exceeds_tx_rate_limit
 */
export function exceedsTxRateLimit(ctx: f.Context, who: f.AccountId): boolean {
  const limit = TxRateLimit.get(ctx)
  const last = LastRateLimitedBlock.get(ctx, keyOf('LastTxBlock', who))
  return limit !== 0n && last !== 0n && satU64.sub(currentBlock(ctx), last) <= limit
}

/** Gives a hotkey the times of another one; how many rows that are. */
export function copyLastTxBlocks(ctx: f.Context, from: f.AccountId, to: f.AccountId): number {
  for (const kind of KINDS)
    LastRateLimitedBlock.set(ctx, keyOf(kind, to), LastRateLimitedBlock.get(ctx, keyOf(kind, from)))
  return KINDS.length
}

/** Forgets a hotkey's times; how many rows that are. */
export function removeLastTxBlocks(ctx: f.Context, who: f.AccountId): number {
  for (const kind of KINDS) LastRateLimitedBlock.remove(ctx, keyOf(kind, who))
  return KINDS.length
}
