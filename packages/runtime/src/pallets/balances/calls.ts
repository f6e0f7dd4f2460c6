/** Calls of Balances. */
import * as f from '@taonet/frame'
import { ensureUpgraded, existentialDeposit, mutateAccountHandlingDust } from './account.ts'
import { dropCurrencyCredit, dropCurrencyDebt } from './currency.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { reducibleBalance } from './inspect.ts'
import { burnFrom, transfer } from './mutate.ts'
import { unreserve } from './reserve.ts'
import * as storage from './storage.ts'
import { AdjustmentDirection } from './types.ts'
import * as weights from './weights.ts'

const Amount = f.compact(f.u64)

export const transfer_allow_death = f.call({
  index: 0,
  docs: 'Transfers free balance; the sender may die.',
  origin: f.signed,
  args: { dest: f.MultiAddress, value: Amount },
  weight: weights.transfer_allow_death,
  run(ctx, from, { dest, value }) {
    const to = f.targetOf(dest)
    transfer(ctx, { from, to, amount: value, preservation: 'Expendable' })
    return undefined
  },
})

export const force_transfer = f.call({
  index: 2,
  docs: 'Transfers between any two accounts.',
  origin: f.root,
  args: { source: f.MultiAddress, dest: f.MultiAddress, value: Amount },
  weight: weights.force_transfer,
  run(ctx, _root, { source, dest, value }) {
    const [from, to] = [f.targetOf(source), f.targetOf(dest)]
    transfer(ctx, { from, to, amount: value, preservation: 'Expendable' })
    return undefined
  },
})

export const transfer_keep_alive = f.call({
  index: 3,
  docs: 'Transfers free balance; the sender keeps its deposit.',
  origin: f.signed,
  args: { dest: f.MultiAddress, value: Amount },
  weight: weights.transfer_keep_alive,
  run(ctx, from, { dest, value }) {
    const to = f.targetOf(dest)
    transfer(ctx, { from, to, amount: value, preservation: 'Preserve' })
    return undefined
  },
})

export const transfer_all = f.call({
  index: 4,
  docs: 'Transfers all that can be transferred.',
  origin: f.signed,
  args: { dest: f.MultiAddress, keep_alive: f.bool },
  weight: weights.transfer_all,
  run(ctx, from, { dest, keep_alive }) {
    const preservation = keep_alive ? 'Preserve' : 'Expendable'
    const amount = reducibleBalance(ctx, from, preservation, 'Polite')
    transfer(ctx, { from, to: f.targetOf(dest), amount, preservation })
    return undefined
  },
})

export const force_unreserve = f.call({
  index: 5,
  docs: 'Frees reserved balance of an account.',
  origin: f.root,
  args: { who: f.MultiAddress, amount: f.u64 },
  weight: weights.force_unreserve,
  run(ctx, _root, { who, amount }) {
    unreserve(ctx, f.targetOf(who), amount)
    return undefined
  },
})

export const upgrade_accounts = f.call({
  index: 6,
  docs: 'Brings accounts of old chains up to date; free when nine of ten needed it.',
  origin: f.signed,
  args: { who: f.vec(f.AccountId) },
  weight: ({ who }) => weights.upgrade_accounts(who.length),
  run(ctx, _caller, { who }) {
    let upgraded = 0
    for (const account of who) if (ensureUpgraded(ctx, account)) upgraded++
    return { pays_fee: who.length > 0 && upgraded * 10 >= who.length * 9 ? 'No' : 'Yes' }
  },
})

export const force_set_balance = f.call({
  index: 8,
  docs: 'Sets the free balance of an account.',
  origin: f.root,
  args: { who: f.MultiAddress, new_free: Amount },
  weight: f.maxWeight(weights.force_set_balance_creating, weights.force_set_balance_killing),
  run(ctx, _root, args) {
    const who = f.targetOf(args.who)
    const free = args.new_free < existentialDeposit(ctx) ? 0n : args.new_free
    const old = mutateAccountHandlingDust(ctx, who, (draft) => {
      const before = draft.free
      draft.free = free
      return before
    })
    if (free > old) dropCurrencyDebt(ctx, free - old)
    else dropCurrencyCredit(ctx, old - free)
    ctx.deposit(events.BalanceSet({ who, free }))
    return undefined
  },
})

export const force_adjust_total_issuance = f.call({
  index: 9,
  docs: 'Adjusts the total issuance.',
  origin: f.root,
  args: { direction: AdjustmentDirection, delta: Amount },
  weight: weights.force_adjust_total_issuance,
  run(ctx, _root, { direction, delta }) {
    f.ensure(delta > 0n, errors.DeltaZero)
    const old = storage.TotalIssuance.get(ctx)
    const changed = direction === 'Increase' ? old + delta : old - delta
    const issuance = f.satU64.clamp(changed)
    f.ensure(storage.InactiveIssuance.get(ctx) <= issuance, errors.IssuanceDeactivated)
    storage.TotalIssuance.set(ctx, issuance)
    ctx.deposit(events.TotalIssuanceForced({ old, new: issuance }))
    return undefined
  },
})

export const burn = f.call({
  index: 10,
  docs: 'Burns free balance of the caller.',
  origin: f.signed,
  args: { value: Amount, keep_alive: f.bool },
  weight: ({ keep_alive }) => (keep_alive ? weights.burn_allow_death : weights.burn_keep_alive),
  run(ctx, who, { value, keep_alive }) {
    const preservation = keep_alive ? 'Preserve' : 'Expendable'
    burnFrom(ctx, who, value, { precision: 'Exact', preservation, fortitude: 'Polite' })
    return undefined
  },
})
