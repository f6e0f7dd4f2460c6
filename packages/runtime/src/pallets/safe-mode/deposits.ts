/** Deposits of those who switched safe mode on: held until they are released or slashed. */
import * as f from '@taonet/frame'
import { attempt } from '../../common/attempt.ts'
import type { RuntimeHoldReason } from '../../common/reasons.ts'
import type { Tao } from '../../common/units.ts'
import * as balances from '../balances/index.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

const REASON: RuntimeHoldReason = { type: 'SafeMode', value: 'EnterOrExtend' }

/** Runs `move`; whatever refuses it, the currency is to blame. */
function currency<T>(move: () => T): T {
  const moved = attempt(move)
  if (!moved.ok) throw errors.CurrencyError
  return moved.value
}

/**
 * Holds a deposit of this block.
 *
 * refuses AlreadyDeposited, CurrencyError
 */
export function placeDeposit(ctx: f.Context, account: f.AccountId, amount: Tao): void {
  const held = balances.balanceOnHold(ctx, REASON, account)
  f.ensure(held === 0n, errors.AlreadyDeposited)
  currency(() => balances.hold(ctx, REASON, account, amount))
  storage.Deposits.set(ctx, account, ctx.block, amount)
  ctx.deposit(events.DepositPlaced({ account, amount }))
}

function takeDeposit(ctx: f.Context, account: f.AccountId, block: number): Tao {
  const amount = storage.Deposits.take(ctx, account, block)
  f.ensure(amount !== undefined, errors.NoDeposit)
  return amount
}

/** A deposit is free some time after its block, outside of safe mode, where the network allows it. */
function ensureReleasable(ctx: f.Context, block: number): void {
  f.ensure(!storage.EnteredUntil.has(ctx), errors.Entered)
  const delay = constants.ReleaseDelay.get(ctx)
  f.ensure(delay !== undefined, errors.NotConfigured)
  f.ensure(ctx.block > f.satU32.add(block, delay), errors.CannotReleaseYet)
}

/** Whose deposit, of which block. */
export interface Deposit {
  readonly account: f.AccountId
  readonly block: number
}

/**
 * Gives a deposit back.
 *
 * refuses NoDeposit, Entered, NotConfigured, CannotReleaseYet, CurrencyError; by force the second to
 *         fourth do not count
 */
export function releaseDeposit(
  ctx: f.Context,
  { account, block }: Deposit,
  isForced: boolean,
): void {
  const amount = takeDeposit(ctx, account, block)
  if (!isForced) ensureReleasable(ctx, block)
  const precision = 'BestEffort'
  const released = currency(() => balances.release(ctx, REASON, account, { amount, precision }))
  ctx.deposit(events.DepositReleased({ account, amount: released }))
}

/**
 * Destroys a deposit.
 *
 * refuses NoDeposit, CurrencyError
 */
export function slashDeposit(ctx: f.Context, { account, block }: Deposit): void {
  const amount = takeDeposit(ctx, account, block)
  const burning = { amount, precision: 'BestEffort', isForced: true } as const
  currency(() => balances.burnHeld(ctx, REASON, account, burning))
  ctx.deposit(events.DepositSlashed({ account, amount }))
}
