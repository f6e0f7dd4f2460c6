/**
 * Money between accounts. A credit is money out of some account (or new) that is in none yet, a debt
 * the opposite. Upstream settles what is left of them when they go out of scope; here that is said:
 * every credit and debt ends in one of `resolve`, `settle`, `dropCredit`, `dropDebt`, `offset`.
 *
 * source  polkadot-sdk substrate/frame/support/src/traits/tokens/fungible/{regular,imbalance}.rs
 */
import * as f from '@taonet/frame'
import { decreaseIssuance, increaseIssuance, setTotalIssuance } from './account.ts'
import * as events from './events.ts'
import { type Precision, type Preservation, totalIssuance } from './inspect.ts'
import { decreaseBalance, increaseBalance, type Taking } from './mutate.ts'

/** Rao that are issued and belong to nobody yet. */
export type Credit = f.Flavor<bigint, 'Credit'>
/** Rao that somebody has and that are not issued yet. */
export type Debt = f.Flavor<bigint, 'Debt'>

/** Issues new money. */
export function issue(ctx: f.Context, amount: bigint): Credit {
  const old = totalIssuance(ctx)
  const issued = f.satU64.clamp(old + amount) - old
  setTotalIssuance(ctx, old + issued)
  if (issued > 0n) ctx.deposit(events.Issued({ amount: issued }))
  return issued
}

/** Takes money out of the issuance before it is taken from somebody. */
export function rescind(ctx: f.Context, amount: bigint): Debt {
  const old = totalIssuance(ctx)
  const rescinded = amount > old ? old : amount
  setTotalIssuance(ctx, old - rescinded)
  ctx.deposit(events.Rescinded({ amount: rescinded }))
  return rescinded
}

/** Gives to an account; the issuance has to follow. */
export function deposit(
  ctx: f.Context,
  who: f.AccountId,
  amount: bigint,
  precision: Precision,
): Debt {
  const increase = increaseBalance(ctx, who, amount, precision)
  ctx.deposit(events.Deposit({ who, amount: increase }))
  return increase
}

/** Takes from an account; the money has to go somewhere. */
export function withdraw(ctx: f.Context, who: f.AccountId, amount: bigint, taking: Taking): Credit {
  const decrease = decreaseBalance(ctx, who, amount, taking)
  ctx.deposit(events.Withdraw({ who, amount: decrease }))
  return decrease
}

/** Lets a credit go: its money leaves the issuance. */
export function dropCredit(ctx: f.Context, credit: Credit): void {
  if (credit > 0n) decreaseIssuance(ctx, credit)
}

/** Lets a debt go: its money is issued. */
export function dropDebt(ctx: f.Context, debt: Debt): void {
  if (debt > 0n) increaseIssuance(ctx, debt)
}

/** Pays a credit to an account; `false` when it cannot take it, and then the credit is still there. */
export function resolve(ctx: f.Context, who: f.AccountId, credit: Credit): boolean {
  try {
    deposit(ctx, who, credit, 'Exact')
    return true
  } catch (error) {
    f.plainError(error)
    return false
  }
}

/** Makes an account pay a debt; `false` when it cannot, and then the debt is still there. */
export function settle(
  ctx: f.Context,
  who: f.AccountId,
  debt: Debt,
  preservation: Preservation,
): boolean {
  try {
    withdraw(ctx, who, debt, { precision: 'Exact', preservation, fortitude: 'Polite' })
    return true
  } catch (error) {
    f.plainError(error)
    return false
  }
}
