/** Changing what a crowdloan asks for. */
import * as f from '@taonet/frame'
import type { Tao } from '../../common/units.ts'
import { AbsoluteMinimumContribution } from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { ensureEnd, ownLoan } from './loans.ts'
import * as storage from './storage.ts'

/** refuses what `ownLoan` refuses; MinimumContributionTooLow, MinimumContributionTooHigh */
export function updateMinContribution(
  ctx: f.Context,
  who: f.AccountId,
  id: number,
  min_contribution: Tao,
): void {
  const loan = ownLoan(ctx, id, who)
  const least = AbsoluteMinimumContribution.get(ctx)
  f.ensure(min_contribution >= least, errors.MinimumContributionTooLow)
  const most = storage.MaxContributions.get(ctx, id)
  const isBelow = most === undefined || min_contribution <= most
  f.ensure(isBelow, errors.MinimumContributionTooHigh)
  storage.Crowdloans.set(ctx, id, { ...loan, min_contribution })
  const changed = { crowdloan_id: id, new_min_contribution: min_contribution }
  ctx.deposit(events.MinContributionUpdated(changed))
}

/** refuses what `ownLoan` and `ensureEnd` refuse */
export function updateEnd(ctx: f.Context, who: f.AccountId, id: number, end: number): void {
  const loan = ownLoan(ctx, id, who)
  ensureEnd(ctx, end)
  storage.Crowdloans.set(ctx, id, { ...loan, end })
  ctx.deposit(events.EndUpdated({ crowdloan_id: id, new_end: end }))
}

/** refuses what `ownLoan` refuses; CapTooLow */
export function updateCap(ctx: f.Context, who: f.AccountId, id: number, cap: Tao): void {
  const loan = ownLoan(ctx, id, who)
  f.ensure(cap >= loan.raised, errors.CapTooLow)
  storage.Crowdloans.set(ctx, id, { ...loan, cap })
  ctx.deposit(events.CapUpdated({ crowdloan_id: id, new_cap: cap }))
}

/** refuses what `ownLoan` refuses; MaximumContributionTooLow */
export function setMaxContribution(
  ctx: f.Context,
  who: f.AccountId,
  id: number,
  most: Tao | undefined,
): void {
  const loan = ownLoan(ctx, id, who)
  const own = storage.Contributions.get(ctx, id, loan.creator) ?? 0n
  const isAbove = most === undefined || (most >= loan.min_contribution && most >= own)
  f.ensure(isAbove, errors.MaximumContributionTooLow)
  storage.MaxContributions.put(ctx, id, most)
  ctx.deposit(events.MaxContributionUpdated({ crowdloan_id: id, new_max_contribution: most }))
}
