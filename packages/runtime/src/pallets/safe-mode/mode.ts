/** Switching safe mode on, keeping it on, and switching it off. */
import * as f from '@taonet/frame'
import type { Tao } from '../../common/units.ts'
import * as constants from './constants.ts'
import { placeDeposit } from './deposits.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import type { ExitReason } from './types.ts'

/** By root nothing is paid. */
type Payer = f.AccountId | undefined

function pay(ctx: f.Context, payer: Payer, amount: Tao | undefined): void {
  if (payer === undefined) return
  f.ensure(amount !== undefined, errors.NotConfigured)
  placeDeposit(ctx, payer, amount)
}

/**
 * Lets only some calls pass for `blocks` blocks.
 *
 * refuses Entered, NotConfigured, AlreadyDeposited, CurrencyError
 */
export function enter(ctx: f.Context, payer: Payer, blocks: number): void {
  f.ensure(!storage.EnteredUntil.has(ctx), errors.Entered)
  pay(ctx, payer, constants.EnterDepositAmount.get(ctx))
  const until = f.satU32.add(ctx.block, blocks)
  storage.EnteredUntil.set(ctx, until)
  ctx.deposit(events.Entered({ until }))
}

/**
 * Lets it last longer.
 *
 * refuses Exited, NotConfigured, AlreadyDeposited, CurrencyError
 */
export function extend(ctx: f.Context, payer: Payer, blocks: number): void {
  const before = storage.EnteredUntil.get(ctx)
  f.ensure(before !== undefined, errors.Exited)
  pay(ctx, payer, constants.ExtendDepositAmount.get(ctx))
  const until = f.satU32.add(before, blocks)
  storage.EnteredUntil.set(ctx, until)
  ctx.deposit(events.Extended({ until }))
}

/**
 * Lets every call pass again.
 *
 * refuses Exited
 */
export function exit(ctx: f.Context, reason: ExitReason): void {
  f.ensure(storage.EnteredUntil.take(ctx) !== undefined, errors.Exited)
  ctx.deposit(events.Exited({ reason }))
}
