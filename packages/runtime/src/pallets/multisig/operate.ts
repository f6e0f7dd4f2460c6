/** One step of an operation that needs several signatories: start, approve, or execute. */
import * as f from '@taonet/frame'
import type { Tao } from '../../common/units.ts'
import * as balances from '../balances/index.ts'
import { multiAccountId, signatoriesWith } from './account.ts'
import { DepositBase, DepositFactor } from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import type { Multisig, Timepoint } from './types.ts'
import * as weights from './weights.ts'

/** What a signatory wants. */
export interface Operation {
  readonly threshold: number
  readonly others: readonly f.AccountId[]
  /** When the operation was started; nothing to start it. */
  readonly timepoint: Timepoint | undefined
  readonly call_hash: f.H256
  /** The call, when it is at hand, and its length. */
  readonly call: f.CallValue | undefined
  readonly length: number
  readonly max_weight: f.Weight
}

/** The block, and the extrinsic in it. */
export const timepoint = (ctx: f.Context): Timepoint => ({
  height: ctx.block,
  index: f.system.extrinsicIndex(ctx) ?? 0,
})

export const isSame = (a: Timepoint, b: Timepoint): boolean =>
  a.height === b.height && a.index === b.index

/** What an operation costs while it is open. */
export const price = (ctx: f.Context, threshold: number): Tao =>
  DepositBase.get(ctx) + DepositFactor.get(ctx) * BigInt(threshold)

interface Step extends Operation {
  readonly who: f.AccountId
  /** The account of the signatories. */
  readonly multisig: f.AccountId
}

function start(ctx: f.Context, step: Step): f.PostInfo {
  const { who, multisig, call_hash, threshold } = step
  f.ensure(step.timepoint === undefined, errors.UnexpectedTimepoint)
  const deposit = price(ctx, threshold)
  balances.reserve(ctx, who, deposit)
  const opened = { when: timepoint(ctx), deposit, depositor: who, approvals: [who] }
  storage.Multisigs.set(ctx, multisig, call_hash, opened)
  ctx.deposit(events.NewMultisig({ approving: who, multisig, call_hash }))
  return { actual_weight: weights.as_multi_create(step.others.length, step.length) }
}

function execute(ctx: f.Context, step: Step, open: Multisig, call: f.CallValue): f.PostInfo {
  const { who, multisig, call_hash } = step
  const announced = f.callWeight(ctx, call)
  f.ensure(!f.anyGreater(announced, step.max_weight), errors.MaxWeightTooLow)
  storage.Multisigs.remove(ctx, multisig, call_hash)
  balances.unreserve(ctx, open.depositor, open.deposit)
  const outcome = f.outcomeOf(() => f.dispatch(ctx, f.Signed(multisig), call))
  const result = f.wireResult(outcome)
  const executed = { approving: who, timepoint: open.when, multisig, call_hash, result }
  ctx.deposit(events.MultisigExecuted(executed))
  const used = outcome.post.actual_weight
  if (used === undefined) return {}
  const own = weights.as_multi_complete(step.others.length, step.length)
  return { actual_weight: f.addWeight(own, used) }
}

function approve(ctx: f.Context, step: Step, open: Multisig): f.PostInfo {
  const { who, multisig, call_hash } = step
  const approvals = [...open.approvals, who].sort()
  storage.Multisigs.set(ctx, multisig, call_hash, { ...open, approvals })
  ctx.deposit(
    events.MultisigApproval({ approving: who, timepoint: open.when, multisig, call_hash }),
  )
  return { actual_weight: weights.as_multi_approve(step.others.length, step.length) }
}

/**
 * Starts an operation, approves it, or executes it with the last approval that it needs.
 *
 * refuses MinimumThreshold, TooFewSignatories, TooManySignatories, SignatoriesOutOfOrder,
 *         SenderInSignatories, NoTimepoint, WrongTimepoint, UnexpectedTimepoint, AlreadyApproved,
 *         MaxWeightTooLow, InsufficientBalance
 * source  polkadot-sdk substrate/frame/multisig/src/lib.rs operate
 */
export function operate(ctx: f.Context, who: f.AccountId, operation: Operation): f.PostInfo {
  const { threshold, others, call_hash, call } = operation
  f.ensure(threshold >= 2, errors.MinimumThreshold)
  const multisig = multiAccountId(signatoriesWith(ctx, others, who), threshold)
  const step: Step = { ...operation, who, multisig }
  const open = storage.Multisigs.get(ctx, multisig, call_hash)
  if (open === undefined) return start(ctx, step)
  f.ensure(operation.timepoint !== undefined, errors.NoTimepoint)
  f.ensure(isSame(open.when, operation.timepoint), errors.WrongTimepoint)
  const isNeeded = !open.approvals.includes(who) && open.approvals.length < threshold
  const approvals = open.approvals.length + (isNeeded ? 1 : 0)
  if (call !== undefined && approvals >= threshold) return execute(ctx, step, open, call)
  f.ensure(isNeeded, errors.AlreadyApproved)
  return approve(ctx, step, open)
}
