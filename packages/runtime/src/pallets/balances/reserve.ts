/** Reserves: deposits that an account still owns and cannot use. */
import * as f from '@taonet/frame'
import {
  account,
  existentialDeposit,
  handleRawDust,
  mutateAccount,
  mutateAccountHandlingDust,
} from './account.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { type Fortitude, type Precision, totalBalance } from './inspect.ts'

/** Freezes stand against a smaller free balance. */
function ensureCanWithdraw(ctx: f.Context, who: f.AccountId, newBalance: bigint): void {
  f.ensure(newBalance >= account(ctx, who).frozen, errors.LiquidityRestrictions)
}

export function canReserve(ctx: f.Context, who: f.AccountId, amount: bigint): boolean {
  if (amount === 0n) return true
  const { free, frozen } = account(ctx, who)
  const after = free - amount
  return after >= 0n && after >= existentialDeposit(ctx) && after >= frozen
}

/**
 * Moves free balance into the reserve.
 *
 * refuses InsufficientBalance, LiquidityRestrictions, Overflow; ConsumerRemaining when too little stays free
 */
export function reserve(ctx: f.Context, who: f.AccountId, amount: bigint): void {
  if (amount === 0n) return
  mutateAccountHandlingDust(ctx, who, (draft) => {
    f.ensure(draft.free >= amount, errors.InsufficientBalance)
    draft.free -= amount
    f.ensure(draft.reserved + amount <= f.satU64.MAX, f.arithmetic_error.Overflow)
    draft.reserved += amount
    ensureCanWithdraw(ctx, who, draft.free)
  })
  ctx.deposit(events.Reserved({ who, amount }))
}

/** Moves reserve back into the free balance; gives what was asked for and not there. */
export function unreserve(ctx: f.Context, who: f.AccountId, amount: bigint): bigint {
  if (amount === 0n) return 0n
  if (totalBalance(ctx, who) === 0n) return amount
  const actual = attempt(() =>
    mutateAccountHandlingDust(ctx, who, (draft) => {
      const part = draft.reserved < amount ? draft.reserved : amount
      draft.reserved -= part
      draft.free = f.satU64.clamp(draft.free + part)
      return part
    }),
  )
  if (actual === undefined) return amount
  ctx.deposit(events.Unreserved({ who, amount: actual }))
  return amount - actual
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    f.plainError(error)
    return undefined
  }
}

/** Takes reserve away. The credit is the caller's to place (see imbalance.ts). */
export function slashReserved(
  ctx: f.Context,
  who: f.AccountId,
  amount: bigint,
): { credit: bigint; missing: bigint } {
  if (amount === 0n || totalBalance(ctx, who) === 0n) return { credit: 0n, missing: amount }
  const credit = attempt(() =>
    mutateAccountHandlingDust(ctx, who, (draft) => {
      const part = draft.reserved < amount ? draft.reserved : amount
      draft.reserved -= part
      return part
    }),
  )
  if (credit === undefined) return { credit: 0n, missing: amount }
  ctx.deposit(events.Slashed({ who, amount: credit }))
  return { credit, missing: amount - credit }
}

/** Money that was held back and changes hands. */
export interface Repatriation {
  readonly from: f.AccountId
  readonly to: f.AccountId
  readonly amount: bigint
  /** Whether it arrives free or again in reserve. */
  readonly status: f.BalanceStatus
}

function reducibleReserve(ctx: f.Context, who: f.AccountId, fortitude: Fortitude): bigint {
  const { free, reserved, frozen } = account(ctx, who)
  const unavailable = fortitude === 'Force' || frozen <= free ? 0n : frozen - free
  return reserved > unavailable ? reserved - unavailable : 0n
}

/** Gives what moved. */
export function transferReserved(
  ctx: f.Context,
  { from, to, amount, status }: Repatriation,
  precision: Precision,
  fortitude: Fortitude,
): bigint {
  if (amount === 0n) return 0n
  const most = reducibleReserve(ctx, from, fortitude)
  const actual = precision === 'BestEffort' && amount > most ? most : amount
  f.ensure(actual <= most, f.token_error.FundsUnavailable)
  if (from === to) return status === 'Reserved' ? actual : actual - unreserve(ctx, from, actual)
  const outer = mutateAccount(ctx, to, (target, isNew) => {
    f.ensure(!isNew, errors.DeadAccount)
    return mutateAccount(ctx, from, (source) => {
      const field = status === 'Free' ? 'free' : 'reserved'
      f.ensure(target[field] + actual <= f.satU64.MAX, f.arithmetic_error.Overflow)
      target[field] += actual
      source.reserved = source.reserved > actual ? source.reserved - actual : 0n
    }).dust
  })
  handleRawDust(ctx, outer.result)
  handleRawDust(ctx, outer.dust)
  ctx.deposit(events.ReserveRepatriated({ from, to, amount: actual, destination_status: status }))
  return actual
}

/** Moves another's reserve; gives what was asked for and not there. */
export const repatriateReserved = (ctx: f.Context, move: Repatriation): bigint =>
  move.amount - transferReserved(ctx, move, 'BestEffort', 'Polite')
