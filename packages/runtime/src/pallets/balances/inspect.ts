/** Looking at balances: what there is, what can be taken, what can be given. */
import * as f from '@taonet/frame'
import { account, existentialDeposit } from './account.ts'
import * as storage from './storage.ts'

/** What has to become of an account: it may die, must not die by our doing, or must keep its deposit. */
export type Preservation = 'Expendable' | 'Protect' | 'Preserve'
/** Whether freezes are respected. */
export type Fortitude = 'Polite' | 'Force'
/** All or nothing, or as much as there is. */
export type Precision = 'Exact' | 'BestEffort'

export type WithdrawConsequence =
  | 'Success'
  | 'ReducedToZero'
  | 'BalanceLow'
  | 'WouldDie'
  | 'Frozen'
  | 'Underflow'
export type DepositConsequence = 'Success' | 'BelowMinimum' | 'Overflow'

const U64_MAX = f.satU64.MAX
const lessOf = (a: bigint, b: bigint) => (a > b ? a - b : 0n)

export const totalIssuance = (ctx: f.Context): bigint => storage.TotalIssuance.get(ctx)
export const activeIssuance = (ctx: f.Context): bigint =>
  lessOf(totalIssuance(ctx), storage.InactiveIssuance.get(ctx))
export const freeBalance = (ctx: f.Context, who: f.AccountId): bigint => account(ctx, who).free
export const reservedBalance = (ctx: f.Context, who: f.AccountId): bigint =>
  account(ctx, who).reserved
export function totalBalance(ctx: f.Context, who: f.AccountId): bigint {
  const { free, reserved } = account(ctx, who)
  return f.satU64.clamp(free + reserved)
}

/** Whether the account's own deposit has to stay. */
function needsDeposit(
  ctx: f.Context,
  who: f.AccountId,
  { preservation, free }: { preservation: Preservation; free: bigint },
): boolean {
  if (preservation === 'Preserve') return true
  if (free === 0n) return false
  return preservation === 'Protect'
    ? f.system.providers(ctx, who) === 1
    : !f.system.canDecProvider(ctx, who)
}

/**
 * How much of the free balance can be taken.
 *
 * source  polkadot-sdk substrate/frame/balances/src/impl_fungible.rs reducible_balance
 */
export function reducibleBalance(
  ctx: f.Context,
  who: f.AccountId,
  preservation: Preservation,
  fortitude: Fortitude,
): bigint {
  const { free, reserved, frozen } = account(ctx, who)
  let untouchable = fortitude === 'Polite' ? lessOf(frozen, reserved) : 0n
  const ed = existentialDeposit(ctx)
  if (needsDeposit(ctx, who, { preservation, free }) && ed > untouchable) untouchable = ed
  return lessOf(free, untouchable)
}

/** What giving `amount` would come to; `isMinted` when it is new money. */
export function canDeposit(
  ctx: f.Context,
  who: f.AccountId,
  amount: bigint,
  isMinted: boolean,
): DepositConsequence {
  if (amount === 0n) return 'Success'
  if (isMinted && totalIssuance(ctx) + amount > U64_MAX) return 'Overflow'
  const { free, reserved } = account(ctx, who)
  const after = free + amount
  if (after > U64_MAX) return 'Overflow'
  if (after < existentialDeposit(ctx)) return 'BelowMinimum'
  return reserved + after > U64_MAX ? 'Overflow' : 'Success'
}

/** What taking `amount` would come to. */
export function canWithdraw(ctx: f.Context, who: f.AccountId, amount: bigint): WithdrawConsequence {
  if (amount === 0n) return 'Success'
  if (totalIssuance(ctx) < amount) return 'Underflow'
  const { free, reserved, frozen } = account(ctx, who)
  const after = free - amount
  if (after < 0n) return 'BalanceLow'
  if (amount > reducibleBalance(ctx, who, 'Expendable', 'Polite')) return 'Frozen'
  const isDead = after < existentialDeposit(ctx)
  if (isDead && !f.system.canDecProvider(ctx, who)) return 'WouldDie'
  if (f.satU64.clamp(after + reserved) < frozen) return 'Frozen'
  return isDead ? 'ReducedToZero' : 'Success'
}

/** Refuses a consequence that is no success; `mayDie` says whether the account may go. */
export function ensureWithdrawn(consequence: WithdrawConsequence, mayDie: boolean): void {
  switch (consequence) {
    case 'BalanceLow':
      throw f.token_error.FundsUnavailable
    case 'WouldDie':
      throw f.token_error.OnlyProvider
    case 'Underflow':
      throw f.arithmetic_error.Underflow
    case 'Frozen':
      throw f.token_error.Frozen
    case 'ReducedToZero':
      f.ensure(mayDie, f.token_error.NotExpendable)
      return
    case 'Success':
      return
  }
}

export function ensureDeposited(consequence: DepositConsequence): void {
  f.ensure(consequence !== 'BelowMinimum', f.token_error.BelowMinimum)
  f.ensure(consequence !== 'Overflow', f.arithmetic_error.Overflow)
}
