/** Calls that stake, unstake and move stake. */
import * as f from '@taonet/frame'
import * as weights from '../call-weights.ts'
import { createAccountIfNonExistent } from '../staking/accounts.ts'
import { addStake, addStakeLimit } from '../staking/add-stake.ts'
import { setAutoStakeHotkey } from '../staking/auto-stake.ts'
import { moveStake, swapStake, transferStake } from '../staking/move-stake.ts'
import { addStakeBurn, burnAlphaStake, recycleAlphaStake } from '../staking/recycle-alpha.ts'
import { removeStake, removeStakeFull, removeStakeLimit } from '../staking/remove-stake.ts'
import { unstakeAll, unstakeAllAlpha } from '../staking/unstake-all.ts'

export const add_stake = f.call({
  index: 2,
  origin: f.signed,
  args: { hotkey: f.AccountId, netuid: f.u16, amount_staked: f.u64 },
  weight: weights.add_stake,
  docs: 'Buys alpha of a subnet with TAO and stakes it to a hotkey.',
  run(ctx, coldkey, { hotkey, netuid, amount_staked }) {
    addStake(ctx, { hotkey, coldkey, netuid }, amount_staked)
  },
})

export const add_stake_limit = f.call({
  index: 88,
  origin: f.signed,
  args: {
    hotkey: f.AccountId,
    netuid: f.u16,
    amount_staked: f.u64,
    limit_price: f.u64,
    allow_partial: f.bool,
  },
  weight: weights.add_stake_limit,
  docs: 'Stakes TAO at a price of at most a limit, all of it or, if allowed, as much as that lets.',
  run(ctx, coldkey, { hotkey, netuid, amount_staked, limit_price, allow_partial }) {
    const limit = { limitPrice: limit_price, allowPartial: allow_partial }
    addStakeLimit(ctx, { hotkey, coldkey, netuid }, amount_staked, limit)
  },
})

export const remove_stake = f.call({
  index: 3,
  origin: f.signed,
  args: { hotkey: f.AccountId, netuid: f.u16, amount_unstaked: f.u64 },
  weight: weights.remove_stake,
  docs: 'Sells stake for TAO, at most what there is.',
  run: (ctx, coldkey, { hotkey, netuid, amount_unstaked }) =>
    removeStake(ctx, { hotkey, coldkey, netuid }, amount_unstaked),
})

export const remove_stake_limit = f.call({
  index: 89,
  origin: f.signed,
  args: {
    hotkey: f.AccountId,
    netuid: f.u16,
    amount_unstaked: f.u64,
    limit_price: f.u64,
    allow_partial: f.bool,
  },
  weight: weights.remove_stake_limit,
  docs: 'Sells stake at a price of at least a limit, all of it or, if allowed, as much as that lets.',
  run(ctx, coldkey, { hotkey, netuid, amount_unstaked, limit_price, allow_partial }) {
    const limit = { limitPrice: limit_price, allowPartial: allow_partial }
    removeStakeLimit(ctx, { hotkey, coldkey, netuid }, amount_unstaked, limit)
  },
})

export const remove_stake_full_limit = f.call({
  index: 103,
  origin: f.signed,
  args: { hotkey: f.AccountId, netuid: f.u16, limit_price: f.option(f.u64) },
  weight: weights.remove_stake_full_limit,
  docs: 'Sells a whole position, at a price of at least a limit if one is given.',
  run: (ctx, coldkey, { hotkey, netuid, limit_price }) =>
    removeStakeFull(ctx, { hotkey, coldkey, netuid }, limit_price),
})

export const unstake_all = f.call({
  index: 83,
  origin: f.signed,
  args: { hotkey: f.AccountId },
  weight: weights.unstake_all,
  docs: 'Sells all stake at a hotkey, on every subnet; what cannot be sold stays.',
  run: (ctx, coldkey, { hotkey }) => unstakeAll(ctx, { hotkey, coldkey }),
})

export const unstake_all_alpha = f.call({
  index: 84,
  origin: f.signed,
  args: { hotkey: f.AccountId },
  weight: weights.unstake_all_alpha,
  docs: 'Sells all stake at a hotkey but that on root, and stakes the TAO on root.',
  run: (ctx, coldkey, { hotkey }) => unstakeAllAlpha(ctx, { hotkey, coldkey }),
})

export const move_stake = f.call({
  index: 85,
  origin: f.signed,
  args: {
    origin_hotkey: f.AccountId,
    destination_hotkey: f.AccountId,
    origin_netuid: f.u16,
    destination_netuid: f.u16,
    alpha_amount: f.u64,
  },
  weight: weights.move_stake,
  docs: 'Moves stake to another hotkey, another subnet or both.',
  run(ctx, coldkey, args) {
    const origin = { hotkey: args.origin_hotkey, coldkey, netuid: args.origin_netuid }
    const destination = {
      hotkey: args.destination_hotkey,
      coldkey,
      netuid: args.destination_netuid,
    }
    moveStake(ctx, { origin, destination }, args.alpha_amount)
  },
})

export const transfer_stake = f.call({
  index: 86,
  origin: f.signed,
  args: {
    destination_coldkey: f.AccountId,
    hotkey: f.AccountId,
    origin_netuid: f.u16,
    destination_netuid: f.u16,
    alpha_amount: f.u64,
  },
  weight: weights.transfer_stake,
  docs: 'Gives stake to another coldkey, on the same subnet or another one.',
  run(ctx, coldkey, { destination_coldkey, hotkey, ...args }) {
    const origin = { hotkey, coldkey, netuid: args.origin_netuid }
    const destination = { hotkey, coldkey: destination_coldkey, netuid: args.destination_netuid }
    transferStake(ctx, { origin, destination }, args.alpha_amount)
  },
})

export const swap_stake = f.call({
  index: 87,
  origin: f.signed,
  args: {
    hotkey: f.AccountId,
    origin_netuid: f.u16,
    destination_netuid: f.u16,
    alpha_amount: f.u64,
  },
  weight: weights.swap_stake,
  docs: 'Moves stake to another subnet.',
  run(ctx, coldkey, { hotkey, origin_netuid, destination_netuid, alpha_amount }) {
    const origin = { hotkey, coldkey, netuid: origin_netuid }
    const destination = { hotkey, coldkey, netuid: destination_netuid }
    swapStake(ctx, { origin, destination }, alpha_amount, undefined)
  },
})

export const swap_stake_limit = f.call({
  index: 90,
  origin: f.signed,
  args: {
    hotkey: f.AccountId,
    origin_netuid: f.u16,
    destination_netuid: f.u16,
    alpha_amount: f.u64,
    limit_price: f.u64,
    allow_partial: f.bool,
  },
  weight: weights.swap_stake_limit,
  docs: 'Moves stake to another subnet while the ratio of their prices is at least a limit.',
  run(ctx, coldkey, { hotkey, alpha_amount, limit_price, allow_partial, ...args }) {
    const origin = { hotkey, coldkey, netuid: args.origin_netuid }
    const destination = { hotkey, coldkey, netuid: args.destination_netuid }
    const limit = { limitPrice: limit_price, allowPartial: allow_partial }
    swapStake(ctx, { origin, destination }, alpha_amount, limit)
  },
})

export const recycle_alpha = f.call({
  index: 101,
  origin: f.signed,
  args: { hotkey: f.AccountId, amount: f.u64, netuid: f.u16 },
  weight: weights.recycle_alpha,
  docs: 'Takes stake out of existence.',
  run: (ctx, coldkey, { hotkey, amount, netuid }) =>
    recycleAlphaStake(ctx, { hotkey, coldkey, netuid }, amount),
})

export const burn_alpha = f.call({
  index: 102,
  origin: f.signed,
  args: { hotkey: f.AccountId, amount: f.u64, netuid: f.u16 },
  weight: weights.burn_alpha,
  docs: "Takes stake out of anybody's hands; it still counts as issued.",
  run: (ctx, coldkey, { hotkey, amount, netuid }) =>
    burnAlphaStake(ctx, { hotkey, coldkey, netuid }, amount),
})

export const add_stake_burn = f.call({
  index: 132,
  origin: f.signed,
  args: { hotkey: f.AccountId, netuid: f.u16, amount: f.u64, limit: f.option(f.u64) },
  weight: weights.add_stake_burn,
  docs: 'Buys alpha with TAO, within a price limit if one is given, and burns it.',
  run: (ctx, coldkey, { hotkey, netuid, amount, limit }) =>
    addStakeBurn(ctx, { hotkey, coldkey, netuid }, amount, limit),
})

export const set_coldkey_auto_stake_hotkey = f.call({
  index: 114,
  origin: f.signed,
  args: { netuid: f.u16, hotkey: f.AccountId },
  weight: weights.set_coldkey_auto_stake_hotkey,
  docs: "Has the caller's mining rewards on a subnet staked to a hotkey.",
  run: (ctx, coldkey, { netuid, hotkey }) => setAutoStakeHotkey(ctx, coldkey, netuid, hotkey),
})

export const try_associate_hotkey = f.call({
  index: 91,
  origin: f.signed,
  args: { hotkey: f.AccountId },
  weight: weights.try_associate_hotkey,
  docs: 'Makes the caller the owner of a hotkey that has none.',
  run: (ctx, coldkey, { hotkey }) => createAccountIfNonExistent(ctx, coldkey, hotkey),
})
