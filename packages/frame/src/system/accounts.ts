/** Accounts: nonces, reference counts, and the data that Balances keeps in them. */
import type { Context } from '../pallet/context.ts'
import { ConsumerRemaining, ensure, NoProviders, TooManyConsumers } from '../pallet/error.ts'
import type { AccountId } from '../types.ts'
import { type AccountData, NEW_LOGIC } from './account-data.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import type { AccountInfo } from './types.ts'

const U32_MAX = 0xffff_ffff
/** How many pallets may need an account at once. */
export const MAX_CONSUMERS = 16

/** The data of an account that holds nothing. */
export const NO_DATA: AccountData = { free: 0n, reserved: 0n, frozen: 0n, flags: NEW_LOGIC }

const bump = (count: number): number => Math.min(count + 1, U32_MAX)

const created = (ctx: Context, account: AccountId): void =>
  ctx.deposit(events.NewAccount({ account }))

function killed(ctx: Context, account: AccountId): 'Reaped' {
  ctx.deposit(events.KilledAccount({ account }))
  storage.Account.remove(ctx, account)
  return 'Reaped'
}

export const accountExists = (ctx: Context, who: AccountId): boolean =>
  storage.Account.has(ctx, who)
export const providers = (ctx: Context, who: AccountId): number =>
  storage.Account.get(ctx, who).providers
export const sufficients = (ctx: Context, who: AccountId): number =>
  storage.Account.get(ctx, who).sufficients
export const consumers = (ctx: Context, who: AccountId): number =>
  storage.Account.get(ctx, who).consumers
export const accountNonce = (ctx: Context, who: AccountId): number =>
  storage.Account.get(ctx, who).nonce

export function incAccountNonce(ctx: Context, who: AccountId): void {
  storage.Account.mutate(ctx, who, (info) => ({ ...info, nonce: info.nonce + 1 }))
}

/** Adds a reason to exist; the first one makes the account. */
export function incProviders(ctx: Context, who: AccountId): 'Created' | 'Existed' {
  const info = storage.Account.get(ctx, who)
  const isNew = info.providers === 0 && info.sufficients === 0
  if (isNew) created(ctx, who)
  storage.Account.set(ctx, who, { ...info, providers: isNew ? 1 : bump(info.providers) })
  return isNew ? 'Created' : 'Existed'
}

/**
 * Takes a reason to exist away; with the last one the account goes.
 *
 * refuses ConsumerRemaining while a pallet needs the account
 */
export function decProviders(ctx: Context, who: AccountId): 'Reaped' | 'Exists' {
  const info = storage.Account.find(ctx, who)
  if (info === undefined) return 'Reaped'
  const held = info.providers === 0 ? 1 : info.providers
  if (held === 1 && info.consumers === 0 && info.sufficients === 0) return killed(ctx, who)
  ensure(!(held === 1 && info.consumers > 0), ConsumerRemaining)
  storage.Account.set(ctx, who, { ...info, providers: held - 1 })
  return 'Exists'
}

/** Adds a reason to exist that needs no balance. */
export function incSufficients(ctx: Context, who: AccountId): 'Created' | 'Existed' {
  const info = storage.Account.get(ctx, who)
  const isNew = info.providers + info.sufficients === 0
  if (isNew) created(ctx, who)
  storage.Account.set(ctx, who, { ...info, sufficients: isNew ? 1 : bump(info.sufficients) })
  return isNew ? 'Created' : 'Existed'
}

export function decSufficients(ctx: Context, who: AccountId): 'Reaped' | 'Exists' {
  const info = storage.Account.find(ctx, who)
  if (info === undefined) return 'Reaped'
  if (info.sufficients <= 1 && info.providers === 0) return killed(ctx, who)
  storage.Account.set(ctx, who, { ...info, sufficients: Math.max(info.sufficients - 1, 0) })
  return 'Exists'
}

/**
 * Notes that a pallet needs the account.
 *
 * refuses NoProviders when the account does not exist by a balance, TooManyConsumers at the limit
 */
export function incConsumers(ctx: Context, who: AccountId): void {
  const info = storage.Account.get(ctx, who)
  ensure(info.providers > 0, NoProviders)
  ensure(info.consumers < MAX_CONSUMERS, TooManyConsumers)
  storage.Account.set(ctx, who, { ...info, consumers: info.consumers + 1 })
}

/** Like `incConsumers`, beyond the limit too. */
export function incConsumersWithoutLimit(ctx: Context, who: AccountId): void {
  const info = storage.Account.get(ctx, who)
  ensure(info.providers > 0, NoProviders)
  storage.Account.set(ctx, who, { ...info, consumers: bump(info.consumers) })
}

export function decConsumers(ctx: Context, who: AccountId): void {
  storage.Account.mutate(ctx, who, (info) => ({
    ...info,
    consumers: Math.max(info.consumers - 1, 0),
  }))
}

export const isProviderRequired = (ctx: Context, who: AccountId): boolean =>
  consumers(ctx, who) !== 0

/** Whether the account could lose a provider: nobody needs it, or others keep it alive. */
export function canDecProvider(ctx: Context, who: AccountId): boolean {
  const info = storage.Account.get(ctx, who)
  return info.consumers === 0 || info.providers > 1
}

export function canAccrueConsumers(ctx: Context, who: AccountId, amount: number): boolean {
  const info = storage.Account.get(ctx, who)
  return info.providers > 0 && info.consumers + amount <= MAX_CONSUMERS
}

export const canIncConsumer = (ctx: Context, who: AccountId): boolean =>
  canAccrueConsumers(ctx, who, 1)

/** What Balances keeps of an account; the data of nobody is all zeros. */
export const accountData = (ctx: Context, who: AccountId): AccountData =>
  storage.Account.get(ctx, who).data

export const isNoData = (data: AccountData): boolean =>
  data.free === 0n && data.reserved === 0n && data.frozen === 0n && data.flags === NEW_LOGIC

/**
 * Writes an account's data, or none; the row goes when nothing keeps the account alive.
 *
 * source  polkadot-sdk substrate/frame/system/src/lib.rs StoredMap::try_mutate_exists
 */
export function putAccountData(ctx: Context, who: AccountId, data: AccountData | undefined): void {
  const info: AccountInfo = storage.Account.get(ctx, who)
  if (info.providers > 0 || info.sufficients > 0)
    storage.Account.set(ctx, who, { ...info, data: data ?? NO_DATA })
  else storage.Account.remove(ctx, who)
}
