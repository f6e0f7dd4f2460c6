/** Starting a crowdloan. */
import * as f from '@taonet/frame'
import type { Tao } from '../../common/units.ts'
import * as balances from '../balances/index.ts'
import * as preimage from '../preimage/index.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { ensureEnd, fundsAccount } from './loans.ts'
import * as storage from './storage.ts'

/** What to raise until when, and what for: a call, or an account to give it to. */
export interface Plan {
  readonly deposit: Tao
  readonly min_contribution: Tao
  readonly cap: Tao
  /** First block in which nobody can contribute any more. */
  readonly end: number
  readonly call: f.CallValue | undefined
  readonly target_address: f.AccountId | undefined
}

function ensurePlan(ctx: f.Context, creator: f.AccountId, plan: Plan): void {
  const { deposit, cap, min_contribution, call, target_address } = plan
  f.ensure(deposit >= constants.MinimumDeposit.get(ctx), errors.DepositTooLow)
  f.ensure(cap > deposit, errors.CapTooLow)
  const least = constants.AbsoluteMinimumContribution.get(ctx)
  f.ensure(min_contribution >= least, errors.MinimumContributionTooLow)
  const isOne = (call === undefined) !== (target_address === undefined)
  f.ensure(isOne, errors.InvalidFinalizationConfig)
  ensureEnd(ctx, plan.end)
  f.ensure(balances.freeBalance(ctx, creator) >= deposit, errors.InsufficientBalance)
}

/**
 * Starts a crowdloan with the creator's deposit as the first contribution.
 *
 * refuses DepositTooLow, CapTooLow, MinimumContributionTooLow, InvalidFinalizationConfig,
 *         CannotEndInPast, BlockDurationTooShort, BlockDurationTooLong, InsufficientBalance, Overflow
 */
export function createLoan(ctx: f.Context, creator: f.AccountId, plan: Plan): void {
  ensurePlan(ctx, creator, plan)
  const { deposit, min_contribution, cap, end, target_address } = plan
  const id = storage.NextCrowdloanId.get(ctx)
  f.ensure(id < f.satU32.MAX, errors.Overflow)
  storage.NextCrowdloanId.set(ctx, id + 1)
  const funds_account = fundsAccount(ctx, id)
  f.system.incProviders(ctx, funds_account)
  storage.Crowdloans.set(ctx, id, {
    creator,
    deposit,
    min_contribution,
    end,
    cap,
    funds_account,
    raised: deposit,
    target_address,
    call: plan.call && preimage.bound(ctx, plan.call),
    finalized: false,
    contributors_count: 1,
  })
  balances.transfer(ctx, {
    from: creator,
    to: funds_account,
    amount: deposit,
    preservation: 'Expendable',
  })
  storage.Contributions.set(ctx, id, creator, deposit)
  ctx.deposit(events.Created({ crowdloan_id: id, creator, end, cap }))
}
