/** Calls of Crowdloan. */
import * as f from '@taonet/frame'
import { Tao } from '../../common/units.ts'
import { RefundContributorsLimit } from './constants.ts'
import * as contributing from './contribute.ts'
import { createLoan } from './create.ts'
import * as end from './end.ts'
import * as update from './update.ts'
import * as weights from './weights.ts'

const amount = f.compact(Tao)
const block = f.compact(f.u32)
const named = { crowdloan_id: f.compact(f.u32) }

export const create = f.call({
  index: 0,
  docs: 'Starts a crowdloan for a call, or for an account to be paid.',
  origin: f.signed,
  args: {
    deposit: amount,
    min_contribution: amount,
    cap: amount,
    end: block,
    call: f.option(f.RuntimeCall),
    target_address: f.option(f.AccountId),
  },
  weight: ({ call }, ctx) =>
    call ? f.addWeight(weights.create, f.callWeight(ctx, call)) : weights.create,
  run: (ctx, who, plan) => createLoan(ctx, who, plan),
})

export const contribute = f.call({
  index: 1,
  docs: 'Contributes to a crowdloan, at most what it still needs.',
  origin: f.signed,
  args: { ...named, amount },
  weight: weights.contribute,
  run: (ctx, who, args) => contributing.contribute(ctx, who, args.crowdloan_id, args.amount),
})

export const withdraw = f.call({
  index: 2,
  docs: 'Takes the caller’s contribution back.',
  origin: f.signed,
  args: named,
  weight: weights.withdraw,
  run: (ctx, who, { crowdloan_id }) => contributing.withdraw(ctx, who, crowdloan_id),
})

export const finalize = f.call({
  index: 3,
  docs: 'Does what a crowdloan was for, once its cap is raised.',
  origin: f.signed,
  args: named,
  weight: weights.finalize,
  run: (ctx, who, { crowdloan_id }) => end.finalize(ctx, who, crowdloan_id),
})

export const refund = f.call({
  index: 4,
  docs: 'Gives contributions back, fifty in a call.',
  origin: f.signed,
  args: named,
  weight: (_args, ctx) => weights.refund(RefundContributorsLimit.get(ctx)),
  run: (ctx, who, { crowdloan_id }) => end.refund(ctx, who, crowdloan_id),
})

export const dissolve = f.call({
  index: 5,
  docs: 'Ends a crowdloan that nobody else has a contribution in.',
  origin: f.signed,
  args: named,
  weight: weights.dissolve,
  run: (ctx, who, { crowdloan_id }) => end.dissolve(ctx, who, crowdloan_id),
})

export const update_min_contribution = f.call({
  index: 6,
  docs: 'Sets the least that a contribution has to be.',
  origin: f.signed,
  args: { ...named, new_min_contribution: amount },
  weight: weights.update_min_contribution,
  run: (ctx, who, args) =>
    update.updateMinContribution(ctx, who, args.crowdloan_id, args.new_min_contribution),
})

export const update_end = f.call({
  index: 7,
  docs: 'Sets the block in which a crowdloan ends.',
  origin: f.signed,
  args: { ...named, new_end: block },
  weight: weights.update_end,
  run: (ctx, who, args) => update.updateEnd(ctx, who, args.crowdloan_id, args.new_end),
})

export const update_cap = f.call({
  index: 8,
  docs: 'Sets how much a crowdloan raises.',
  origin: f.signed,
  args: { ...named, new_cap: amount },
  weight: weights.update_cap,
  run: (ctx, who, args) => update.updateCap(ctx, who, args.crowdloan_id, args.new_cap),
})

export const set_max_contribution = f.call({
  index: 9,
  docs: 'Sets the most that one account may contribute, or lifts that limit.',
  origin: f.signed,
  args: { ...named, new_max_contribution: f.option(Tao) },
  weight: weights.set_max_contribution,
  run: (ctx, who, args) =>
    update.setMaxContribution(ctx, who, args.crowdloan_id, args.new_max_contribution),
})
