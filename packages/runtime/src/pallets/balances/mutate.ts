/** Moving, making and destroying money. Amounts are rao. */
import * as f from '@taonet/frame'
import {
  decreaseIssuance,
  existentialDeposit,
  handleDust,
  increaseIssuance,
  mutateAccount,
} from './account.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import {
  canDeposit,
  canWithdraw,
  ensureDeposited,
  ensureWithdrawn,
  type Fortitude,
  freeBalance,
  type Precision,
  type Preservation,
  reducibleBalance,
  totalIssuance,
} from './inspect.ts'

/** How to take money. */
export interface Taking {
  readonly precision: Precision
  readonly preservation: Preservation
  readonly fortitude: Fortitude
}

function writeBalance(ctx: f.Context, who: f.AccountId, amount: bigint): void {
  const most = reducibleBalance(ctx, who, 'Expendable', 'Force')
  const { dust } = mutateAccount(ctx, who, (draft) => {
    f.ensure(draft.free - amount <= most, errors.InsufficientBalance)
    draft.free = amount
  })
  handleDust(ctx, dust)
}

/**
 * Takes from an account without changing the issuance; gives what was taken.
 *
 * refuses FundsUnavailable
 * source  polkadot-sdk substrate/frame/support/src/traits/tokens/fungible/regular.rs decrease_balance
 */
export function decreaseBalance(
  ctx: f.Context,
  who: f.AccountId,
  amount: bigint,
  { precision, preservation, fortitude }: Taking,
): bigint {
  const free = freeBalance(ctx, who)
  const reducible = reducibleBalance(ctx, who, preservation, fortitude)
  if (precision === 'Exact') f.ensure(reducible >= amount, f.token_error.FundsUnavailable)
  const taken = amount > reducible ? reducible : amount
  f.ensure(free >= taken, f.token_error.FundsUnavailable)
  writeBalance(ctx, who, free - taken)
  return taken
}

/**
 * Gives to an account without changing the issuance; gives what arrived.
 *
 * refuses Overflow, BelowMinimum; with best effort neither
 */
export function increaseBalance(
  ctx: f.Context,
  who: f.AccountId,
  amount: bigint,
  precision: Precision,
): bigint {
  const old = freeBalance(ctx, who)
  if (precision === 'Exact') f.ensure(old + amount <= f.satU64.MAX, f.arithmetic_error.Overflow)
  const free = f.satU64.clamp(old + amount)
  if (free < existentialDeposit(ctx)) {
    if (precision === 'Exact') throw f.token_error.BelowMinimum
    return 0n
  }
  if (free === old) return 0n
  writeBalance(ctx, who, free)
  return free - old
}

/** Makes new money in an account. */
export function mintInto(ctx: f.Context, who: f.AccountId, amount: bigint): bigint {
  f.ensure(totalIssuance(ctx) + amount <= f.satU64.MAX, f.arithmetic_error.Overflow)
  const actual = increaseBalance(ctx, who, amount, 'Exact')
  increaseIssuance(ctx, actual)
  ctx.deposit(events.Minted({ who, amount }))
  return actual
}

/** Destroys money of an account; gives how much. */
export function burnFrom(ctx: f.Context, who: f.AccountId, amount: bigint, taking: Taking): bigint {
  const reducible = reducibleBalance(ctx, who, taking.preservation, taking.fortitude)
  const wanted = amount > reducible ? reducible : amount
  f.ensure(wanted === amount || taking.precision === 'BestEffort', f.token_error.FundsUnavailable)
  f.ensure(totalIssuance(ctx) >= wanted, f.arithmetic_error.Overflow)
  const actual = decreaseBalance(ctx, who, wanted, { ...taking, precision: 'BestEffort' })
  decreaseIssuance(ctx, actual)
  ctx.deposit(events.Burned({ who, amount: actual }))
  return actual
}

/** From whom, to whom, how much, and whether the source may die. */
export interface Transfer {
  readonly from: f.AccountId
  readonly to: f.AccountId
  readonly amount: bigint
  readonly preservation: Preservation
}

/**
 * Moves money.
 *
 * refuses FundsUnavailable, Frozen, NotExpendable, OnlyProvider, BelowMinimum, Underflow, Overflow
 * source  polkadot-sdk substrate/frame/support/src/traits/tokens/fungible/regular.rs transfer
 */
export function transfer(ctx: f.Context, { from, to, amount, preservation }: Transfer): bigint {
  ensureWithdrawn(canWithdraw(ctx, from, amount), preservation === 'Expendable')
  ensureDeposited(canDeposit(ctx, to, amount, false))
  if (from === to) return amount
  decreaseBalance(ctx, from, amount, { precision: 'BestEffort', preservation, fortitude: 'Polite' })
  attemptIncrease(ctx, to, amount)
  ctx.deposit(events.Transfer({ from, to, amount }))
  return amount
}

/** The deposit was checked before; a refusal all the same is upstream's to ignore. */
function attemptIncrease(ctx: f.Context, who: f.AccountId, amount: bigint): void {
  try {
    increaseBalance(ctx, who, amount, 'BestEffort')
  } catch (error) {
    f.plainError(error)
  }
}

/** Mints or burns until the free balance is `amount`, as far as that is possible; gives the balance. */
export function setBalance(ctx: f.Context, who: f.AccountId, amount: bigint): bigint {
  const free = freeBalance(ctx, who)
  try {
    if (free <= amount) return free + mintInto(ctx, who, amount - free)
    return free - burnFrom(ctx, who, free - amount, BURN_ALL)
  } catch (error) {
    f.plainError(error)
    return free
  }
}

const BURN_ALL: Taking = {
  precision: 'BestEffort',
  preservation: 'Expendable',
  fortitude: 'Force',
}
