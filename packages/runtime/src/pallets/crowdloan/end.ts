/** The ends a crowdloan can come to: finalized, refunded, dissolved. */
import * as f from '@taonet/frame'
import { attempt } from '../../common/attempt.ts'
import * as balances from '../balances/index.ts'
import * as preimage from '../preimage/index.ts'
import { RefundContributorsLimit } from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { loanOf, ownLoan } from './loans.ts'
import * as storage from './storage.ts'
import type { CrowdloanInfo } from './types.ts'
import * as weights from './weights.ts'

/** Pays out of a crowdloan's funds. */
function pay(ctx: f.Context, loan: CrowdloanInfo, to: f.AccountId, amount: bigint): void {
  const move = { from: loan.funds_account, to, amount, preservation: 'Expendable' } as const
  balances.transfer(ctx, move)
}

/** Makes the crowdloan's call as its creator; the call can see the crowdloan's number. */
function makeCall(ctx: f.Context, id: number, loan: CrowdloanInfo, kept: f.Bounded): void {
  storage.CurrentCrowdloanId.set(ctx, id)
  const peeked = attempt(() => preimage.peek(ctx, kept))
  f.ensure(peeked.ok, errors.CallUnavailable)
  const outcome = f.outcomeOf(() => f.dispatch(ctx, f.Signed(loan.creator), peeked.value.call))
  if (!outcome.ok) throw outcome.error
  storage.CurrentCrowdloanId.remove(ctx)
}

/**
 * Does what the crowdloan was for.
 *
 * refuses InvalidCrowdloanId, InvalidOrigin, CapNotRaised, AlreadyFinalized, CallUnavailable,
 *         InvalidFinalizationConfig; whatever refuses the call or the transfer
 */
export function finalize(ctx: f.Context, who: f.AccountId, id: number): void {
  const loan = loanOf(ctx, id)
  f.ensure(who === loan.creator, errors.InvalidOrigin)
  f.ensure(loan.raised === loan.cap, errors.CapNotRaised)
  f.ensure(!loan.finalized, errors.AlreadyFinalized)
  const { call, target_address } = loan
  const isOne = (call === undefined) !== (target_address === undefined)
  f.ensure(isOne, errors.InvalidFinalizationConfig)
  if (call !== undefined) makeCall(ctx, id, loan, call)
  if (target_address !== undefined) pay(ctx, loan, target_address, loan.raised)
  storage.Crowdloans.set(ctx, id, { ...loan, finalized: true })
  ctx.deposit(events.Finalized({ crowdloan_id: id }))
}

/**
 * Gives contributions but the creator's back, as many as fit into one call.
 *
 * refuses InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin, Underflow
 */
export function refund(ctx: f.Context, who: f.AccountId, id: number): f.PostInfo {
  const loan = ownLoan(ctx, id, who)
  const others = storage.Contributions.entries(ctx, id).filter(
    ([[, contributor]]) => contributor !== loan.creator,
  )
  const now = others.slice(0, RefundContributorsLimit.get(ctx))
  let { raised } = loan
  for (const [[, contributor], amount] of now) {
    pay(ctx, loan, contributor, amount)
    raised = f.satU64.sub(raised, amount)
  }
  f.ensure(now.length <= loan.contributors_count, errors.Underflow)
  const contributors_count = loan.contributors_count - now.length
  storage.Crowdloans.set(ctx, id, { ...loan, raised, contributors_count })
  for (const [[, contributor]] of now) storage.Contributions.remove(ctx, id, contributor)
  if (now.length < others.length) {
    ctx.deposit(events.PartiallyRefunded({ crowdloan_id: id }))
    return {}
  }
  ctx.deposit(events.AllRefunded({ crowdloan_id: id }))
  return { actual_weight: weights.refund(now.length) }
}

/** The account loses what kept it alive beside its balance; if something else needs it, it stays. */
function releaseFunds(ctx: f.Context, account: f.AccountId): void {
  attempt(() => f.system.decProviders(ctx, account))
}

/**
 * Gives the creator's contribution back and forgets the crowdloan; there may be no other one.
 *
 * refuses InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin, NoContribution, NotReadyToDissolve
 */
export function dissolve(ctx: f.Context, who: f.AccountId, id: number): void {
  const loan = ownLoan(ctx, id, who)
  const own = storage.Contributions.get(ctx, id, loan.creator)
  f.ensure(own !== undefined, errors.NoContribution)
  f.ensure(own === loan.raised, errors.NotReadyToDissolve)
  pay(ctx, loan, loan.creator, own)
  storage.Contributions.remove(ctx, id, loan.creator)
  if (loan.call !== undefined) preimage.drop(ctx, loan.call)
  releaseFunds(ctx, loan.funds_account)
  storage.Crowdloans.remove(ctx, id)
  storage.MaxContributions.remove(ctx, id)
  ctx.deposit(events.Dissolved({ crowdloan_id: id }))
}
