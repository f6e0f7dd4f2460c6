/** Calls of Multisig. */
import * as f from '@taonet/frame'
import * as balances from '../balances/index.ts'
import { multiAccountId, signatoriesWith } from './account.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { isSame, operate, price, timepoint } from './operate.ts'
import * as storage from './storage.ts'
import { Timepoint } from './types.ts'
import * as weights from './weights.ts'

const CallHash = f.bytesN(32)
const lengthOf = (ctx: f.Context, call: f.CallValue): number => ctx.runtime.call.encode(call).length
const hashOf = (bytes: Uint8Array): f.H256 => f.toHex(f.blake2_256(bytes))

export const as_multi_threshold_1 = f.call({
  index: 0,
  docs: 'Makes a call for an account that each of its signatories may use alone.',
  origin: f.signed,
  args: { other_signatories: f.vec(f.AccountId), call: f.RuntimeCall },
  weight: ({ call }, ctx) =>
    f.addWeight(
      f.addWeight(weights.as_multi_threshold_1(lengthOf(ctx, call)), f.dbReadsWrites(1, 1)),
      f.callWeight(ctx, call),
    ),
  class: ({ call }, ctx) => f.callClass(ctx, call),
  run(ctx, who, { other_signatories, call }) {
    const multisig = multiAccountId(signatoriesWith(ctx, other_signatories, who), 1)
    const bytes = ctx.runtime.call.encode(call)
    const outcome = f.outcomeOf(() => f.dispatch(ctx, f.Signed(multisig), call))
    ctx.deposit(
      events.MultisigExecuted({
        approving: who,
        timepoint: timepoint(ctx),
        multisig,
        call_hash: hashOf(bytes),
        result: f.wireResult(outcome),
      }),
    )
    const used = outcome.post.actual_weight
    const own = weights.as_multi_threshold_1(bytes.length)
    const post = used && { actual_weight: f.addWeight(own, used) }
    if (!outcome.ok) throw new f.RefusedWithPost(outcome.error, post ?? outcome.post)
    return post
  },
})

export const as_multi = f.call({
  index: 1,
  docs: 'Approves a call of a multisig account, and makes it when enough have approved.',
  origin: f.signed,
  args: {
    threshold: f.u16,
    other_signatories: f.vec(f.AccountId),
    maybe_timepoint: f.option(Timepoint),
    call: f.RuntimeCall,
    max_weight: f.Weight,
  },
  weight({ other_signatories, call, max_weight }, ctx) {
    const size = [other_signatories.length, lengthOf(ctx, call)] as const
    const own = f.maxWeight(weights.as_multi_create(...size), weights.as_multi_approve(...size))
    return f.addWeight(f.maxWeight(own, weights.as_multi_complete(...size)), max_weight)
  },
  run(ctx, who, { threshold, other_signatories, maybe_timepoint, call, max_weight }) {
    const bytes = ctx.runtime.call.encode(call)
    return operate(ctx, who, {
      threshold,
      others: other_signatories,
      timepoint: maybe_timepoint,
      call_hash: hashOf(bytes),
      call,
      length: bytes.length,
      max_weight,
    })
  },
})

export const approve_as_multi = f.call({
  index: 2,
  docs: 'Approves a call of a multisig account by its hash.',
  origin: f.signed,
  args: {
    threshold: f.u16,
    other_signatories: f.vec(f.AccountId),
    maybe_timepoint: f.option(Timepoint),
    call_hash: CallHash,
    max_weight: f.Weight,
  },
  weight({ other_signatories, max_weight }) {
    const others = other_signatories.length
    const own = f.maxWeight(
      weights.approve_as_multi_create(others),
      weights.approve_as_multi_approve(others),
    )
    return f.addWeight(own, max_weight)
  },
  run(ctx, who, { threshold, other_signatories, maybe_timepoint, call_hash, max_weight }) {
    return operate(ctx, who, {
      threshold,
      others: other_signatories,
      timepoint: maybe_timepoint,
      call_hash,
      call: undefined,
      length: 0,
      max_weight,
    })
  },
})

/** Which open operation. */
interface Named {
  readonly threshold: number
  readonly other_signatories: readonly f.AccountId[]
  readonly call_hash: f.H256
}

function openedBy(ctx: f.Context, who: f.AccountId, named: Named) {
  f.ensure(named.threshold >= 2, errors.MinimumThreshold)
  const signatories = signatoriesWith(ctx, named.other_signatories, who)
  const multisig = multiAccountId(signatories, named.threshold)
  const open = storage.Multisigs.get(ctx, multisig, named.call_hash)
  f.ensure(open !== undefined, errors.NotFound)
  return { multisig, open }
}

export const cancel_as_multi = f.call({
  index: 3,
  docs: 'Gives an operation up that the caller started.',
  origin: f.signed,
  args: {
    threshold: f.u16,
    other_signatories: f.vec(f.AccountId),
    timepoint: Timepoint,
    call_hash: CallHash,
  },
  weight: ({ other_signatories }) => weights.cancel_as_multi(other_signatories.length),
  run(ctx, who, { timepoint: when, ...named }) {
    const { multisig, open } = openedBy(ctx, who, named)
    f.ensure(isSame(open.when, when), errors.WrongTimepoint)
    f.ensure(open.depositor === who, errors.NotOwner)
    const { call_hash } = named
    balances.unreserve(ctx, open.depositor, open.deposit)
    storage.Multisigs.remove(ctx, multisig, call_hash)
    ctx.deposit(events.MultisigCancelled({ cancelling: who, timepoint: when, multisig, call_hash }))
    return undefined
  },
})

export const poke_deposit = f.call({
  index: 4,
  docs: 'Brings the deposit of an operation to today’s price; free when it changes.',
  origin: f.signed,
  args: { threshold: f.u16, other_signatories: f.vec(f.AccountId), call_hash: CallHash },
  weight: ({ other_signatories }) => weights.poke_deposit(other_signatories.length),
  run(ctx, who, named) {
    const { call_hash } = named
    const { multisig, open } = openedBy(ctx, who, named)
    f.ensure(open.depositor === who, errors.NotOwner)
    const [old_deposit, new_deposit] = [open.deposit, price(ctx, named.threshold)]
    if (new_deposit === old_deposit) return undefined
    if (new_deposit > old_deposit) balances.reserve(ctx, who, new_deposit - old_deposit)
    else balances.unreserve(ctx, who, old_deposit - new_deposit)
    storage.Multisigs.set(ctx, multisig, call_hash, { ...open, deposit: new_deposit })
    ctx.deposit(events.DepositPoked({ who, call_hash, old_deposit, new_deposit }))
    return { pays_fee: 'No' }
  },
})
