/** Calls that replace keys or bind others to them. */
import * as f from '@taonet/frame'
import * as weights from '../call-weights.ts'
import { Deprecated } from '../errors.ts'
import {
  announceColdkeySwap,
  clearColdkeySwap,
  disputeColdkeySwap,
  forgetColdkeySwap,
  resetColdkeySwap,
  swapColdkeyAnnounced,
} from '../keys/coldkey-announcement.ts'
import { associateEvmKey } from '../keys/evm-key.ts'
import { chargeSwapCost, swapColdkey } from '../keys/swap-coldkey.ts'
import { swapHotkey } from '../keys/swap-hotkey.ts'

const SWAP = { hotkey: f.AccountId, new_hotkey: f.AccountId, netuid: f.option(f.u16) }

export const swap_hotkey = f.deprecated(
  f.call({
    index: 70,
    origin: f.signed,
    args: SWAP,
    weight: weights.swap_hotkey,
    docs: 'Deprecated: swap_hotkey_v2 with all stake moving along.',
    run: (ctx, coldkey, { hotkey: from, new_hotkey: to, netuid }) => ({
      actual_weight: swapHotkey(ctx, { coldkey, from, to, netuid, keepStake: false }),
    }),
  }),
  'Please use swap_hotkey_v2 instead. This extrinsic will be removed some time after June 2026.',
)

export const swap_hotkey_v2 = f.call({
  index: 72,
  origin: f.signed,
  args: { ...SWAP, keep_stake: f.bool },
  weight: f.addWeight(f.weight(275_300_000n), f.dbReadsWrites(52, 35)),
  docs: 'Replaces a hotkey on one subnet or everywhere, with or without its stake.',
  run: (ctx, coldkey, { hotkey: from, new_hotkey: to, netuid, keep_stake: keepStake }) => ({
    actual_weight: swapHotkey(ctx, { coldkey, from, to, netuid, keepStake }),
  }),
})

export const swap_coldkey = f.call({
  index: 71,
  origin: f.root,
  args: { old_coldkey: f.AccountId, new_coldkey: f.AccountId, swap_cost: f.u64 },
  weight: weights.swap_coldkey,
  docs: 'Moves all that a coldkey has to another one. Root only.',
  run(ctx, _, { old_coldkey: from, new_coldkey: to, swap_cost }) {
    if (swap_cost !== 0n) chargeSwapCost(ctx, from, swap_cost)
    swapColdkey(ctx, { from, to })
    forgetColdkeySwap(ctx, from)
  },
})

export const schedule_swap_coldkey = f.deprecated(
  f.call({
    index: 73,
    origin: f.anyone,
    args: { new_coldkey: f.AccountId },
    weight: f.dbReads(5),
    docs: 'Deprecated; refuses everyone.',
    run(): never {
      throw Deprecated
    },
  }),
  'Deprecated, please migrate to `announce_coldkey_swap`/`coldkey_swap`',
)

export const announce_coldkey_swap = f.call({
  index: 125,
  origin: f.signed,
  args: { new_coldkey_hash: f.H256 },
  weight: weights.announce_coldkey_swap,
  docs: 'Announces a swap to the coldkey with this hash. The first announcement is paid for.',
  run: (ctx, who, { new_coldkey_hash }) => announceColdkeySwap(ctx, who, new_coldkey_hash),
})

export const swap_coldkey_announced = f.call({
  index: 126,
  origin: f.signed,
  args: { new_coldkey: f.AccountId },
  weight: weights.swap_coldkey_announced,
  docs: 'Swaps to the announced coldkey once its time has come.',
  run: (ctx, who, { new_coldkey }) => swapColdkeyAnnounced(ctx, who, new_coldkey),
})

export const dispute_coldkey_swap = f.call({
  index: 127,
  origin: f.signed,
  args: {},
  weight: weights.dispute_coldkey_swap,
  docs: 'Freezes the announcing account until root decides.',
  run: (ctx, who) => disputeColdkeySwap(ctx, who),
})

export const reset_coldkey_swap = f.call({
  index: 128,
  origin: f.root,
  args: { coldkey: f.AccountId },
  weight: weights.reset_coldkey_swap,
  docs: "Withdraws a coldkey's announcement and dispute. Root only.",
  run: (ctx, _, { coldkey }) => resetColdkeySwap(ctx, coldkey),
})

export const clear_coldkey_swap_announcement = f.call({
  index: 133,
  origin: f.signed,
  args: {},
  weight: f.addWeight(f.weight(17_890_000n), f.dbReadsWrites(2, 1)),
  docs: "Withdraws the caller's announcement once it is old enough.",
  run: (ctx, who) => clearColdkeySwap(ctx, who),
})

export const associate_evm_key = f.call({
  index: 93,
  origin: f.signed,
  args: { netuid: f.u16, evm_key: f.H160, block_number: f.u64, signature: f.bytesN(65) },
  weight: weights.associate_evm_key,
  pays: 'No',
  docs: "Binds an EVM address to the caller's uid.",
  run: (ctx, hotkey, { netuid, ...proof }) => associateEvmKey(ctx, hotkey, netuid, proof),
})
