/** Holds: money that stays an account's own and is bound for a reason. */
import * as f from '@taonet/frame'
import type { RuntimeHoldReason } from '../../common/reasons.ts'
import { account, decreaseIssuance, mutateAccount } from './account.ts'
import * as errors from './errors.ts'
import { canDeposit, type Precision, reducibleBalance } from './inspect.ts'
import { decreaseBalance, increaseBalance } from './mutate.ts'
import * as storage from './storage.ts'

/** As many reasons as the runtime has, so that one more never fits. */
const MAX_HOLDS = 4

const isSame = (a: RuntimeHoldReason, b: RuntimeHoldReason) =>
  a.type === b.type && JSON.stringify(a.value) === JSON.stringify(b.value)

export const balanceOnHold = (
  ctx: f.Context,
  reason: RuntimeHoldReason,
  who: f.AccountId,
): bigint => storage.Holds.get(ctx, who).find(({ id }) => isSame(id, reason))?.amount ?? 0n

function isHoldAvailable(ctx: f.Context, reason: RuntimeHoldReason, who: f.AccountId): boolean {
  if (f.system.providers(ctx, who) === 0) return false
  const holds = storage.Holds.get(ctx, who)
  return holds.length < MAX_HOLDS || holds.some(({ id }) => isSame(id, reason))
}

/** source  polkadot-sdk substrate/frame/balances/src/impl_fungible.rs set_balance_on_hold */
function setBalanceOnHold(
  ctx: f.Context,
  reason: RuntimeHoldReason,
  who: f.AccountId,
  amount: bigint,
): void {
  const holds = storage.Holds.get(ctx, who)
  const old = balanceOnHold(ctx, reason, who)
  const isKnown = holds.some(({ id }) => isSame(id, reason))
  if (!isKnown && amount > 0n) f.ensure(holds.length < MAX_HOLDS, errors.TooManyHolds)
  const changed = isKnown
    ? holds.map((hold) => (isSame(hold.id, reason) ? { id: hold.id, amount } : hold))
    : [...holds, { id: reason, amount }]
  const before = account(ctx, who)
  const next = before.reserved + amount - old
  f.ensure(next <= f.satU64.MAX, f.arithmetic_error.Overflow)
  f.ensure(next >= 0n, f.arithmetic_error.Underflow)
  mutateAccount(ctx, who, (draft) => {
    // as it was read: upstream takes the upgrade of an old account back here
    Object.assign(draft, before, { reserved: next })
  })
  storage.Holds.set(
    ctx,
    who,
    changed.filter((hold) => hold.amount > 0n),
  )
}

function decreaseHold(
  ctx: f.Context,
  reason: RuntimeHoldReason,
  who: f.AccountId,
  { amount, precision }: { amount: bigint; precision: Precision },
): bigint {
  const old = balanceOnHold(ctx, reason, who)
  const taken = precision === 'BestEffort' && amount > old ? old : amount
  f.ensure(old >= taken, f.token_error.FundsUnavailable)
  setBalanceOnHold(ctx, reason, who, old - taken)
  return taken
}

/**
 * Binds free balance.
 *
 * refuses FundsUnavailable, CannotCreateHold, TooManyHolds
 */
export function hold(
  ctx: f.Context,
  reason: RuntimeHoldReason,
  who: f.AccountId,
  amount: bigint,
): void {
  const most = reducibleBalance(ctx, who, 'Protect', 'Force')
  f.ensure(amount <= most, f.token_error.FundsUnavailable)
  f.ensure(isHoldAvailable(ctx, reason, who), f.token_error.CannotCreateHold)
  const how = { precision: 'Exact', preservation: 'Protect', fortitude: 'Force' } as const
  decreaseBalance(ctx, who, amount, how)
  if (amount > 0n) setBalanceOnHold(ctx, reason, who, balanceOnHold(ctx, reason, who) + amount)
}

/** Frees held balance; gives how much. */
export function release(
  ctx: f.Context,
  reason: RuntimeHoldReason,
  who: f.AccountId,
  { amount, precision }: { amount: bigint; precision: Precision },
): bigint {
  const canTake = canDeposit(ctx, who, amount, false) === 'Success'
  f.ensure(canTake, f.token_error.CannotCreate)
  const taken = decreaseHold(ctx, reason, who, { amount, precision })
  return increaseBalance(ctx, who, taken, 'BestEffort')
}

/** Holds or releases until `amount` is bound. */
export function setOnHold(
  ctx: f.Context,
  reason: RuntimeHoldReason,
  who: f.AccountId,
  amount: bigint,
): void {
  const now = balanceOnHold(ctx, reason, who)
  if (now < amount) hold(ctx, reason, who, amount - now)
  if (now > amount) release(ctx, reason, who, { amount: now - amount, precision: 'Exact' })
}

/** Destroys held balance, as far as freezes allow unless forced; gives how much. */
export function burnHeld(
  ctx: f.Context,
  reason: RuntimeHoldReason,
  who: f.AccountId,
  burning: { amount: bigint; precision: Precision; isForced: boolean },
): bigint {
  const { free, reserved, frozen } = account(ctx, who)
  const unavailable = burning.isForced || frozen <= free ? 0n : frozen - free
  const liquid = reserved > unavailable ? reserved - unavailable : 0n
  const { precision } = burning
  if (precision === 'Exact') f.ensure(burning.amount <= liquid, f.token_error.Frozen)
  const amount = burning.amount > liquid ? liquid : burning.amount
  const taken = decreaseHold(ctx, reason, who, { amount, precision })
  decreaseIssuance(ctx, taken)
  return taken
}
