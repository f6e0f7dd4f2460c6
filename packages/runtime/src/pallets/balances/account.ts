/** An account's balances, and what follows from changing them: providers, consumers, dust. */
import * as f from '@taonet/frame'
import * as constants from './constants.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

/** A working copy of an account's balances. */
export type Draft = { -readonly [K in keyof f.AccountData]: f.AccountData[K] }

/** The existential deposit: accounts with less do not exist. In rao. */
export const existentialDeposit = (ctx: f.Context): bigint => constants.ExistentialDeposit.get(ctx)

export const account = (ctx: f.Context, who: f.AccountId): f.AccountData =>
  f.system.accountData(ctx, who)

const isConsuming = ({ reserved, frozen }: f.AccountData) => reserved > 0n || frozen > 0n
const isUpgraded = ({ flags }: f.AccountData) => (flags & f.NEW_LOGIC) !== 0n

/**
 * Brings an account of old chains under today's rules; says whether there was something to do.
 *
 * source  polkadot-sdk substrate/frame/balances/src/lib.rs ensure_upgraded
 */
export function ensureUpgraded(ctx: f.Context, who: f.AccountId): boolean {
  const data = account(ctx, who)
  if (isUpgraded(data)) return false
  const draft: Draft = { ...data, flags: data.flags | f.NEW_LOGIC }
  if (draft.reserved > 0n && draft.frozen === 0n) {
    if (f.system.providers(ctx, who) === 0) {
      const ed = existentialDeposit(ctx)
      if (draft.free < ed) draft.free = ed
      f.system.incProviders(ctx, who)
    }
    f.system.incConsumersWithoutLimit(ctx, who)
  }
  f.system.putAccountData(ctx, who, draft)
  ctx.deposit(events.Upgraded({ who }))
  return true
}

/** Counts the account's balance as a reason to exist, or no longer; reserves and freezes as a need. */
function updateReferences(
  ctx: f.Context,
  who: f.AccountId,
  { before, after, isNew }: { before: f.AccountData; after: f.AccountData; isNew: boolean },
): void {
  const ed = existentialDeposit(ctx)
  const [didProvide, doesProvide] = [before.free >= ed, after.free >= ed]
  const [didConsume, doesConsume] = [!isNew && isConsuming(before), isConsuming(after)]
  if (!didProvide && doesProvide) f.system.incProviders(ctx, who)
  if (didConsume && !doesConsume) f.system.decConsumers(ctx, who)
  if (!didConsume && doesConsume) f.system.incConsumers(ctx, who)
  if (doesConsume && f.system.consumers(ctx, who) === 0) f.system.incConsumers(ctx, who)
  if (!didProvide || doesProvide) return
  try {
    f.system.decProviders(ctx, who)
  } catch (error) {
    // upstream puts the consumers back before it hands the refusal on
    if (didConsume && !doesConsume) f.system.incConsumers(ctx, who)
    if (!didConsume && doesConsume) f.system.decConsumers(ctx, who)
    throw error
  }
}

/**
 * Changes an account's balances.
 *
 * shape   `change` edits the draft in place; `dust` is what was left below the existential deposit and
 *         has yet to leave the issuance
 * refuses what `change` refuses; ConsumerRemaining, TooManyConsumers, NoProviders
 * source  polkadot-sdk substrate/frame/balances/src/lib.rs try_mutate_account
 */
export function mutateAccount<R>(
  ctx: f.Context,
  who: f.AccountId,
  change: (draft: Draft, isNew: boolean) => R,
): { result: R; dust: bigint } {
  ensureUpgraded(ctx, who)
  const before = account(ctx, who)
  const isNew = f.system.isNoData(before)
  const draft: Draft = { ...before }
  const result = change(draft, isNew)
  updateReferences(ctx, who, { before, after: draft, isNew })
  const ed = existentialDeposit(ctx)
  const isDead = draft.free < ed && draft.reserved === 0n
  const dust = isDead ? draft.free : 0n
  f.system.putAccountData(ctx, who, isDead ? undefined : draft)
  if (isNew) ctx.deposit(events.Endowed({ account: who, free_balance: draft.free }))
  if (dust > 0n) ctx.deposit(events.DustLost({ account: who, amount: dust }))
  return { result, dust }
}

export const setTotalIssuance = (ctx: f.Context, amount: bigint): void =>
  storage.TotalIssuance.set(ctx, amount)

/** Takes `amount` out of the issuance, saturating. */
export function decreaseIssuance(ctx: f.Context, amount: bigint): void {
  const issued = storage.TotalIssuance.get(ctx)
  setTotalIssuance(ctx, issued > amount ? issued - amount : 0n)
}

/** Adds `amount` to the issuance, saturating. */
export function increaseIssuance(ctx: f.Context, amount: bigint): void {
  setTotalIssuance(ctx, f.satU64.clamp(storage.TotalIssuance.get(ctx) + amount))
}

/** Dust leaves the issuance. */
export function handleDust(ctx: f.Context, dust: bigint): void {
  if (dust > 0n) decreaseIssuance(ctx, dust)
}

/** Like `handleDust`, for less than an existential deposit at most. */
export function handleRawDust(ctx: f.Context, dust: bigint): void {
  const most = existentialDeposit(ctx) - 1n
  handleDust(ctx, dust > most ? most : dust)
}

/** Like `mutateAccount`; dust leaves the issuance at once. */
export function mutateAccountHandlingDust<R>(
  ctx: f.Context,
  who: f.AccountId,
  change: (draft: Draft, isNew: boolean) => R,
): R {
  const { result, dust } = mutateAccount(ctx, who, change)
  handleRawDust(ctx, dust)
  return result
}
