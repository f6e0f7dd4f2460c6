/**
 * The older way to move money, which pallets of other families use: results that leave the issuance
 * open are to be settled with `dropCurrency…`, which report it.
 *
 * source  polkadot-sdk substrate/frame/balances/src/impl_currency.rs
 */
import * as f from '@taonet/frame'
import {
  account,
  decreaseIssuance,
  existentialDeposit,
  increaseIssuance,
  mutateAccountHandlingDust,
} from './account.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { totalBalance } from './inspect.ts'
import { type Transfer, transfer } from './mutate.ts'

/** Like `transfer`; nothing or to oneself is no transfer and refuses nothing. */
export function transferCurrency(ctx: f.Context, move: Transfer): void {
  if (move.amount > 0n && move.from !== move.to) transfer(ctx, move)
}

/** Takes free balance by force, but for the deposit of an account that is needed. */
export function slash(
  ctx: f.Context,
  who: f.AccountId,
  amount: bigint,
): { credit: bigint; missing: bigint } {
  if (amount === 0n || totalBalance(ctx, who) === 0n) return { credit: 0n, missing: amount }
  const canDie = f.system.canDecProvider(ctx, who)
  const ed = existentialDeposit(ctx)
  const credit = mutateAccountHandlingDust(ctx, who, (draft) => {
    const slashable = canDie ? draft.free : draft.free > ed ? draft.free - ed : 0n
    const part = amount < slashable ? amount : slashable
    draft.free -= part
    return part
  })
  ctx.deposit(events.Slashed({ who, amount: credit }))
  return { credit, missing: amount - credit }
}

/** Gives to an account that exists; the debt is the caller's to settle. */
export function depositIntoExisting(ctx: f.Context, who: f.AccountId, amount: bigint): bigint {
  if (amount === 0n) return 0n
  return mutateAccountHandlingDust(ctx, who, (draft, isNew) => {
    f.ensure(!isNew, errors.DeadAccount)
    f.ensure(draft.free + amount <= f.satU64.MAX, f.arithmetic_error.Overflow)
    draft.free += amount
    ctx.deposit(events.Deposit({ who, amount }))
    return amount
  })
}

/** Gives to an account, making it if need be; gives what arrived: all or nothing. */
export function depositCreating(ctx: f.Context, who: f.AccountId, amount: bigint): bigint {
  if (amount === 0n) return 0n
  try {
    return mutateAccountHandlingDust(ctx, who, (draft, isNew) => {
      f.ensure(amount >= existentialDeposit(ctx) || !isNew, errors.ExistentialDeposit)
      if (draft.free + amount > f.satU64.MAX) return 0n
      draft.free += amount
      ctx.deposit(events.Deposit({ who, amount }))
      return amount
    })
  } catch (error) {
    f.plainError(error)
    return 0n
  }
}

/**
 * Takes free balance; the credit is the caller's to place.
 *
 * refuses InsufficientBalance, Expendability, LiquidityRestrictions
 */
export function withdrawCurrency(
  ctx: f.Context,
  who: f.AccountId,
  amount: bigint,
  mayDie: boolean,
): bigint {
  if (amount === 0n) return 0n
  return mutateAccountHandlingDust(ctx, who, (draft) => {
    const free = draft.free - amount
    f.ensure(free >= 0n, errors.InsufficientBalance)
    const ed = existentialDeposit(ctx)
    f.ensure(mayDie || !(free < ed && draft.free >= ed), errors.Expendability)
    f.ensure(free >= account(ctx, who).frozen, errors.LiquidityRestrictions)
    draft.free = free
    ctx.deposit(events.Withdraw({ who, amount }))
    return amount
  })
}

/** Lets a debt go: its money is issued, and that is reported. */
export function dropCurrencyDebt(ctx: f.Context, debt: bigint): void {
  if (debt === 0n) return
  increaseIssuance(ctx, debt)
  ctx.deposit(events.Issued({ amount: debt }))
}

/** Lets a credit go: its money leaves the issuance, and that is reported. */
export function dropCurrencyCredit(ctx: f.Context, credit: bigint): void {
  if (credit === 0n) return
  decreaseIssuance(ctx, credit)
  ctx.deposit(events.Rescinded({ amount: credit }))
}
