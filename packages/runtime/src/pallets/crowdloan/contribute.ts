/** Contributing to a crowdloan, and taking a contribution back. */
import * as f from '@taonet/frame'
import type { Tao } from '../../common/units.ts'
import * as balances from '../balances/index.ts'
import { MaxContributors } from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { loanOf, openLoan } from './loans.ts'
import * as storage from './storage.ts'
import type { CrowdloanInfo } from './types.ts'

const least = (a: Tao, b: Tao): Tao => (a <= b ? a : b)

/** refuses ContributionPeriodEnded, CapRaised, ContributionTooLow, MaxContributorsReached */
function ensureOpen(ctx: f.Context, loan: CrowdloanInfo, amount: Tao): void {
  f.ensure(ctx.block < loan.end, errors.ContributionPeriodEnded)
  f.ensure(loan.raised < loan.cap, errors.CapRaised)
  f.ensure(amount >= loan.min_contribution, errors.ContributionTooLow)
  const isRoom = loan.contributors_count < MaxContributors.get(ctx)
  f.ensure(isRoom, errors.MaxContributorsReached)
}

/**
 * As much of `amount` as the cap and the contributor's own limit leave room for.
 *
 * refuses MaxContributionReached
 */
function accepted(
  ctx: f.Context,
  { id, loan }: { id: number; loan: CrowdloanInfo },
  before: Tao,
  amount: Tao,
): Tao {
  const toCap = loan.cap - loan.raised
  const limit = storage.MaxContributions.get(ctx, id)
  if (limit === undefined) return least(amount, toCap)
  f.ensure(before < limit, errors.MaxContributionReached)
  return least(amount, least(limit - before, toCap))
}

/**
 * Contributes up to `amount`.
 *
 * refuses InvalidCrowdloanId, ContributionPeriodEnded, CapRaised, ContributionTooLow,
 *         MaxContributorsReached, MaxContributionReached, InsufficientBalance
 */
export function contribute(ctx: f.Context, who: f.AccountId, id: number, amount: Tao): void {
  const loan = loanOf(ctx, id)
  ensureOpen(ctx, loan, amount)
  const before = storage.Contributions.get(ctx, id, who)
  const taken = accepted(ctx, { id, loan }, before ?? 0n, amount)
  const raised = loan.raised + taken
  f.ensure(raised <= f.satU64.MAX, errors.Overflow)
  const isNew = before === undefined
  f.ensure(balances.freeBalance(ctx, who) >= taken, errors.InsufficientBalance)
  const move = { from: who, to: loan.funds_account, amount: taken }
  balances.transfer(ctx, { ...move, preservation: 'Expendable' })
  storage.Contributions.set(ctx, id, who, (before ?? 0n) + taken)
  const contributors_count = loan.contributors_count + (isNew ? 1 : 0)
  storage.Crowdloans.set(ctx, id, { ...loan, raised, contributors_count })
  ctx.deposit(events.Contributed({ crowdloan_id: id, contributor: who, amount: taken }))
}

/**
 * Gives a contribution back; the creator's deposit stays.
 *
 * refuses InvalidCrowdloanId, AlreadyFinalized, NoContribution, DepositCannotBeWithdrawn, Underflow
 */
export function withdraw(ctx: f.Context, who: f.AccountId, id: number): void {
  const loan = openLoan(ctx, id)
  const given = storage.Contributions.get(ctx, id, who) ?? 0n
  f.ensure(given > 0n, errors.NoContribution)
  const isCreator = who === loan.creator
  const amount = isCreator ? f.satU64.sub(given, loan.deposit) : given
  f.ensure(amount > 0n, errors.DepositCannotBeWithdrawn)
  f.ensure(isCreator || loan.contributors_count > 0, errors.Underflow)
  storage.Contributions.put(ctx, id, who, isCreator ? loan.deposit : undefined)
  const contributors_count = loan.contributors_count - (isCreator ? 0 : 1)
  const move = { from: loan.funds_account, to: who, amount }
  balances.transfer(ctx, { ...move, preservation: 'Expendable' })
  const raised = f.satU64.sub(loan.raised, amount)
  storage.Crowdloans.set(ctx, id, { ...loan, raised, contributors_count })
  ctx.deposit(events.Withdrew({ crowdloan_id: id, contributor: who, amount }))
}
