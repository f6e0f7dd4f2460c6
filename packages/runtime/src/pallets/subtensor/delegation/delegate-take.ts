/** Changing the share of a delegate. */
import * as f from '@taonet/frame'
import { currentBlock } from '../clock.ts'
import {
  DelegateTakeTooHigh,
  DelegateTakeTooLow,
  DelegateTxRateLimitExceeded,
  HotKeyAccountNotExists,
  NonAssociatedColdKey,
} from '../errors.ts'
import { TakeDecreased, TakeIncreased } from '../events.ts'
import { coldkeyOwnsHotkey, hotkeyAccountExists } from '../staking/accounts.ts'
import {
  Delegates,
  LastRateLimitedBlock,
  MaxDelegateTake,
  MinDelegateTake,
  TxDelegateTakeRateLimit,
} from '../storage.ts'
import type { RateLimitKey } from '../types.ts'

/** Whose hotkey gets which take, in parts of 65535. */
export interface TakeChange {
  readonly coldkey: f.AccountId
  readonly hotkey: f.AccountId
  readonly take: number
}

/** `source` utils/misc.rs do_take_checks */
function ensureOwns(ctx: f.Context, coldkey: f.AccountId, hotkey: f.AccountId): void {
  f.ensure(hotkeyAccountExists(ctx, hotkey), HotKeyAccountNotExists)
  f.ensure(coldkeyOwnsHotkey(ctx, coldkey, hotkey), NonAssociatedColdKey)
}

const lastChange = (hotkey: f.AccountId): RateLimitKey => ({
  type: 'LastTxBlockDelegateTake',
  value: hotkey,
})

/** Whether a take changed too recently to rise. `source` utils/rate_limiting.rs exceeds_tx_delegate_take_rate_limit */
function changedTooRecently(ctx: f.Context, hotkey: f.AccountId): boolean {
  const last = LastRateLimitedBlock.get(ctx, lastChange(hotkey))
  const limit = TxDelegateTakeRateLimit.get(ctx)
  if (limit === 0n || last === 0n) return false
  return f.satU64.sub(currentBlock(ctx), last) <= limit
}

/**
 * Raises a delegate's take.
 *
 * refuses HotKeyAccountNotExists, NonAssociatedColdKey, DelegateTakeTooLow, DelegateTakeTooHigh, DelegateTxRateLimitExceeded
 * source  opentensor/subtensor pallets/subtensor/src/staking/increase_take.rs do_increase_take
 */
export function increaseTake(ctx: f.Context, { coldkey, hotkey, take }: TakeChange): void {
  ensureOwns(ctx, coldkey, hotkey)
  const current = Delegates.find(ctx, hotkey)
  f.ensure(current === undefined || take > current, DelegateTakeTooLow)
  f.ensure(take <= MaxDelegateTake.get(ctx), DelegateTakeTooHigh)
  f.ensure(!changedTooRecently(ctx, hotkey), DelegateTxRateLimitExceeded)
  LastRateLimitedBlock.set(ctx, lastChange(hotkey), currentBlock(ctx))
  Delegates.set(ctx, hotkey, take)
  ctx.deposit(TakeIncreased([coldkey, hotkey, take]))
}

/**
 * Lowers a delegate's take; counts as a change for the rate limit of raising it.
 *
 * refuses HotKeyAccountNotExists, NonAssociatedColdKey, DelegateTakeTooLow
 * source  opentensor/subtensor pallets/subtensor/src/staking/decrease_take.rs do_decrease_take
 */
export function decreaseTake(ctx: f.Context, { coldkey, hotkey, take }: TakeChange): void {
  ensureOwns(ctx, coldkey, hotkey)
  const current = Delegates.find(ctx, hotkey)
  f.ensure(current === undefined || take < current, DelegateTakeTooLow)
  f.ensure(take >= MinDelegateTake.get(ctx), DelegateTakeTooLow)
  Delegates.set(ctx, hotkey, take)
  LastRateLimitedBlock.set(ctx, lastChange(hotkey), currentBlock(ctx))
  ctx.deposit(TakeDecreased([coldkey, hotkey, take]))
}
