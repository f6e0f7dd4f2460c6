/** Swaps of coldkeys are announced, and wait, and may be disputed. */
import * as f from '@taonet/frame'
import { satU32 } from '@taonet/frame'
import { KeySwapCost } from '../constants.ts'
import {
  AnnouncedColdkeyHashDoesNotMatch,
  ColdkeySwapAlreadyDisputed,
  ColdkeySwapAnnouncementNotFound,
  ColdkeySwapClearTooEarly,
  ColdkeySwapReannouncedTooEarly,
  ColdkeySwapTooEarly,
} from '../errors.ts'
import {
  ColdkeySwapAnnounced,
  ColdkeySwapCleared,
  ColdkeySwapDisputed,
  ColdkeySwapReset,
} from '../events.ts'
import {
  ColdkeySwapAnnouncementDelay,
  ColdkeySwapAnnouncements,
  ColdkeySwapDisputes,
  ColdkeySwapReannouncementDelay,
} from '../storage.ts'
import { chargeSwapCost, swapColdkey } from './swap-coldkey.ts'

/** Whether a swap that may happen from block `when` on may be announced anew, or withdrawn. */
const isStale = (ctx: f.Context, when: number): boolean =>
  ctx.block >= satU32.add(when, ColdkeySwapReannouncementDelay.get(ctx))

/**
 * Announces a swap to a coldkey by its hash. The first announcement costs what a swap does.
 *
 * refuses ColdkeySwapReannouncedTooEarly, NotEnoughBalanceToPaySwapColdKey
 * source  opentensor/subtensor pallets/subtensor/src/macros/dispatches.rs announce_coldkey_swap
 */
export function announceColdkeySwap(
  ctx: f.Context,
  who: f.AccountId,
  new_coldkey_hash: f.H256,
): void {
  const announced = ColdkeySwapAnnouncements.get(ctx, who)
  if (announced === undefined) chargeSwapCost(ctx, who, KeySwapCost.get(ctx))
  else f.ensure(isStale(ctx, announced[0]), ColdkeySwapReannouncedTooEarly)
  const when = satU32.add(ctx.block, ColdkeySwapAnnouncementDelay.get(ctx))
  ColdkeySwapAnnouncements.set(ctx, who, [when, new_coldkey_hash])
  ctx.deposit(ColdkeySwapAnnounced({ who, new_coldkey_hash }))
}

/**
 * Swaps to the announced coldkey.
 *
 * refuses ColdkeySwapAnnouncementNotFound, AnnouncedColdkeyHashDoesNotMatch, ColdkeySwapTooEarly, and as `swapColdkey`
 * source  opentensor/subtensor pallets/subtensor/src/macros/dispatches.rs swap_coldkey_announced
 */
export function swapColdkeyAnnounced(ctx: f.Context, from: f.AccountId, to: f.AccountId): void {
  const announced = ColdkeySwapAnnouncements.take(ctx, from)
  f.ensure(announced !== undefined, ColdkeySwapAnnouncementNotFound)
  const [when, hash] = announced
  f.ensure(hash === f.toHex(f.blake2_256(f.fromHex(to))), AnnouncedColdkeyHashDoesNotMatch)
  f.ensure(ctx.block >= when, ColdkeySwapTooEarly)
  swapColdkey(ctx, { from, to })
}

/**
 * Freezes the caller's own account until root decides.
 *
 * refuses ColdkeySwapAnnouncementNotFound, ColdkeySwapAlreadyDisputed
 * source  opentensor/subtensor pallets/subtensor/src/macros/dispatches.rs dispute_coldkey_swap
 */
export function disputeColdkeySwap(ctx: f.Context, coldkey: f.AccountId): void {
  f.ensure(ColdkeySwapAnnouncements.has(ctx, coldkey), ColdkeySwapAnnouncementNotFound)
  f.ensure(!ColdkeySwapDisputes.has(ctx, coldkey), ColdkeySwapAlreadyDisputed)
  ColdkeySwapDisputes.set(ctx, coldkey, ctx.block)
  ctx.deposit(ColdkeySwapDisputed({ coldkey }))
}

/** Withdraws an account's announcement and dispute. `source` macros/dispatches.rs swap_coldkey */
export function forgetColdkeySwap(ctx: f.Context, coldkey: f.AccountId): void {
  ColdkeySwapAnnouncements.remove(ctx, coldkey)
  ColdkeySwapDisputes.remove(ctx, coldkey)
}

/** The same, and reports it. `source` macros/dispatches.rs reset_coldkey_swap */
export function resetColdkeySwap(ctx: f.Context, who: f.AccountId): void {
  forgetColdkeySwap(ctx, who)
  ctx.deposit(ColdkeySwapReset({ who }))
}

/**
 * Withdraws the caller's announcement.
 *
 * refuses ColdkeySwapAnnouncementNotFound, ColdkeySwapClearTooEarly
 * source  opentensor/subtensor pallets/subtensor/src/macros/dispatches.rs clear_coldkey_swap_announcement
 */
export function clearColdkeySwap(ctx: f.Context, who: f.AccountId): void {
  const announced = ColdkeySwapAnnouncements.get(ctx, who)
  f.ensure(announced !== undefined, ColdkeySwapAnnouncementNotFound)
  f.ensure(isStale(ctx, announced[0]), ColdkeySwapClearTooEarly)
  ColdkeySwapAnnouncements.remove(ctx, who)
  ctx.deposit(ColdkeySwapCleared({ who }))
}
