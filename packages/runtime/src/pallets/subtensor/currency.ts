/** TAO balances as SubtensorModule moves them. */
import * as f from '@taonet/frame'
import { attempt } from '../../common/attempt.ts'
import type { NetUid, Tao } from '../../common/units.ts'
import { type Credit, dropCredit, issue, resolve, withdraw } from '../balances/imbalance.ts'
import { reducibleBalance, totalIssuance } from '../balances/inspect.ts'
import { type Taking, type Transfer, transfer } from '../balances/mutate.ts'
import { BalanceWithdrawalError, InsufficientBalance, SubnetNotExists } from './errors.ts'
import { TotalIssuance } from './storage.ts'
import { getBurnAccountId, getSubnetAccountId } from './subnets/account.ts'

export type { Credit } from '../balances/imbalance.ts'

/** Most TAO that may ever be issued, rao. */
const MAX_TAO_ISSUANCE = 21_000_000_000_000_000n

const least = (a: bigint, b: bigint) => (a < b ? a : b)

/** Balance that may be moved, the account dying if need be. `source` coinbase/tao.rs get_coldkey_balance */
export const getColdkeyBalance = (ctx: f.Context, coldkey: f.AccountId): Tao =>
  reducibleBalance(ctx, coldkey, 'Expendable', 'Polite')

/** Balance that may be moved with the account staying alive. `source` coinbase/tao.rs get_keep_alive_balance */
export const getKeepAliveBalance = (ctx: f.Context, coldkey: f.AccountId): Tao =>
  reducibleBalance(ctx, coldkey, 'Preserve', 'Polite')

/** `source` coinbase/tao.rs can_remove_balance_from_coldkey_account */
export const canRemoveBalance = (ctx: f.Context, coldkey: f.AccountId, amount: Tao): boolean =>
  amount <= getColdkeyBalance(ctx, coldkey)

/** A transfer that may end the sender's account; its dust leaves this pallet's issuance too. */
function transferAllowDeath(ctx: f.Context, move: Omit<Transfer, 'preservation'>): void {
  const before = totalIssuance(ctx)
  transfer(ctx, { ...move, preservation: 'Expendable' })
  const burned = f.satU64.sub(before, totalIssuance(ctx))
  if (burned > 0n) TotalIssuance.mutate(ctx, (total) => f.satU64.sub(total, burned))
}

/**
 * Moves TAO between accounts.
 *
 * units   rao
 * refuses InsufficientBalance, and what Balances refuses
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/tao.rs transfer_tao
 */
export function transferTao(ctx: f.Context, from: f.AccountId, to: f.AccountId, amount: Tao): void {
  f.ensure(amount <= getColdkeyBalance(ctx, from), InsufficientBalance)
  transferAllowDeath(ctx, { from, to, amount })
}

/** Moves all TAO of an account, which ends it. `source` coinbase/tao.rs transfer_all_tao_and_kill */
export function transferAllTaoAndKill(ctx: f.Context, from: f.AccountId, to: f.AccountId): void {
  const amount = getColdkeyBalance(ctx, from)
  if (amount !== 0n) transferAllowDeath(ctx, { from, to, amount })
}

/**
 * Moves TAO to a subnet's account, as much as the sender can give and live; gives what moved.
 *
 * units   rao
 * refuses SubnetNotExists; InsufficientBalance when nothing could be moved
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/tao.rs transfer_tao_to_subnet
 */
export function transferTaoToSubnet(
  ctx: f.Context,
  netuid: NetUid,
  from: f.AccountId,
  amount: Tao,
): Tao {
  if (amount === 0n) return 0n
  const account = getSubnetAccountId(ctx, netuid)
  f.ensure(account !== undefined, SubnetNotExists)
  const moved = least(amount, getKeepAliveBalance(ctx, from))
  f.ensure(moved !== 0n, InsufficientBalance)
  transfer(ctx, { from, to: account, amount: moved, preservation: 'Preserve' })
  return moved
}

/**
 * Moves TAO out of a subnet's account.
 *
 * refuses SubnetNotExists, and as `transferTao`
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/tao.rs transfer_tao_from_subnet
 */
export function transferTaoFromSubnet(
  ctx: f.Context,
  netuid: NetUid,
  to: f.AccountId,
  amount: Tao,
): void {
  const account = getSubnetAccountId(ctx, netuid)
  f.ensure(account !== undefined, SubnetNotExists)
  transferTao(ctx, account, to, amount)
}

/** Moves TAO where nobody can get it; it stays issued. `source` coinbase/tao.rs burn_tao */
export const burnTao = (ctx: f.Context, from: f.AccountId, amount: Tao): void =>
  transferTao(ctx, from, getBurnAccountId(ctx), amount)

/**
 * Takes TAO out of existence, the account staying alive.
 *
 * refuses InsufficientBalance, BalanceWithdrawalError
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/tao.rs recycle_tao
 */
export function recycleTao(ctx: f.Context, from: f.AccountId, amount: Tao): void {
  f.ensure(amount <= getKeepAliveBalance(ctx, from), InsufficientBalance)
  TotalIssuance.mutate(ctx, (total) => f.satU64.sub(total, amount))
  const withdrawn = attempt(() => withdraw(ctx, from, amount, BY_FORCE))
  f.ensure(withdrawn.ok, BalanceWithdrawalError)
  dropCredit(ctx, withdrawn.value)
}

const BY_FORCE: Taking = {
  precision: 'Exact',
  preservation: 'Expendable',
  fortitude: 'Force',
}

/**
 * Mints TAO, as far as the cap lets.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/tao.rs mint_tao
 */
export function mintTao(ctx: f.Context, amount: Tao): Credit {
  const minted = least(amount, f.satU64.sub(MAX_TAO_ISSUANCE, totalIssuance(ctx)))
  TotalIssuance.mutate(ctx, (total) => f.satU64.add(total, minted))
  return issue(ctx, minted)
}

/**
 * Puts a part of a credit into an account; gives what is left, or undefined when it does not go.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/tao.rs spend_tao
 */
export function spendTao(
  ctx: f.Context,
  account: f.AccountId,
  credit: Credit,
  part: Tao,
): Credit | undefined {
  const paid: Credit = part as bigint
  return credit >= paid && resolve(ctx, account, paid) ? credit - paid : undefined
}

/**
 * Takes a credit out of existence.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/tao.rs recycle_credit
 */
export function recycleCredit(ctx: f.Context, credit: Credit): void {
  if (credit === 0n) return
  TotalIssuance.mutate(ctx, (total) => f.satU64.sub(total, credit))
  dropCredit(ctx, credit)
}
