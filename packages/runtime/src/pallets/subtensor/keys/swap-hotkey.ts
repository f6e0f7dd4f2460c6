/** Replacing a hotkey by another one. */
import * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { HotkeySwapOnSubnetInterval, KeySwapCost, KeySwapOnSubnetCost } from '../constants.ts'
import { canRemoveBalance, recycleTao } from '../currency.ts'
import {
  CannotUseSystemAccount,
  HotKeyAlreadyRegisteredInSubNet,
  HotKeySetTxRateLimitExceeded,
  HotKeySwapOnSubnetIntervalNotPassed,
  NewHotKeyIsSameWithOld,
  NewHotKeyNotCleanForRootSwap,
  NonAssociatedColdKey,
  NotEnoughBalanceToPaySwapHotKey,
} from '../errors.ts'
import { HotkeySwapped, HotkeySwappedOnSubnet } from '../events.ts'
import { swapHotkeyLocks } from '../locks/hotkey-swap.ts'
import {
  isHotkeyRegisteredOnAnyNetwork,
  isHotkeyRegisteredOnSpecificNetwork,
} from '../registration/uids.ts'
import { isZero } from '../share-pool/safe-float.ts'
import { coldkeyOwnsHotkey, hotkeyAccountExists, setHotkeyOwner } from '../staking/accounts.ts'
import { alphaRowsOfHotkey } from '../staking/alpha-rows.ts'
import { getHotkeyStake } from '../staking/stake.ts'
import * as storage from '../storage.ts'
import { isSubnetAccountId } from '../subnets/account.ts'
import { getAllSubnetNetuids, ROOT } from '../subnets/exists.ts'
import {
  copyLastTxBlocks,
  exceedsTxRateLimit,
  recordLastTxBlock,
  removeLastTxBlocks,
} from './last-tx-block.ts'
import { type HotkeySwap, moveHotkey } from './move-hotkey.ts'
import { moveHotkeyStake } from './move-stake.ts'
import { WeightTally } from './weight-tally.ts'

/** A swap that a coldkey asks for. */
export interface SwapRequest extends HotkeySwap {
  readonly coldkey: f.AccountId
  /** The only subnet, or undefined for all. */
  readonly netuid: NetUid | undefined
  /** Stake stays where it is. */
  readonly keepStake: boolean
}

/**
 * Replaces a hotkey on one subnet or everywhere, for a price that is recycled; gives the weight.
 *
 * refuses NonAssociatedColdKey, NewHotKeyIsSameWithOld, HotKeySetTxRateLimitExceeded,
 *         HotKeyAlreadyRegisteredInSubNet, NewHotKeyNotCleanForRootSwap, HotKeySwapOnSubnetIntervalNotPassed,
 *         CannotUseSystemAccount, NotEnoughBalanceToPaySwapHotKey, and what the payment and families refuse
 * source  opentensor/subtensor pallets/subtensor/src/swap/swap_hotkey.rs do_swap_hotkey
 */
export function swapHotkey(ctx: f.Context, request: SwapRequest): f.Weight {
  const { coldkey, from, to, netuid } = request
  const meter = new WeightTally()
  f.ensure(coldkeyOwnsHotkey(ctx, coldkey, from), NonAssociatedColdKey)
  if (hotkeyAccountExists(ctx, to))
    f.ensure(coldkeyOwnsHotkey(ctx, coldkey, to), NonAssociatedColdKey)
  f.ensure(from !== to, NewHotKeyIsSameWithOld)
  f.ensure(!exceedsTxRateLimit(ctx, coldkey), HotKeySetTxRateLimitExceeded)
  meter.count(4)
  const isTaken =
    netuid === undefined
      ? isHotkeyRegisteredOnAnyNetwork(ctx, to)
      : isHotkeyRegisteredOnSpecificNetwork(ctx, to, netuid)
  f.ensure(!isTaken, HotKeyAlreadyRegisteredInSubNet)
  if (netuid === undefined || netuid === ROOT)
    f.ensure(isCleanOnRoot(ctx, to), NewHotKeyNotCleanForRootSwap)
  const copied = copyLastTxBlocks(ctx, from, to)
  meter.count(copied, copied)
  if (netuid === undefined) swapEverywhere(ctx, request, meter)
  else swapOnSubnet(ctx, request, netuid, meter)
  return meter.total
}

/** Whether a hotkey has neither root stake nor anything to do with claims. */
const isCleanOnRoot = (ctx: f.Context, hotkey: f.AccountId): boolean =>
  storage.RootClaimable.get(ctx, hotkey).size === 0 &&
  getHotkeyStake(ctx, hotkey, ROOT) === 0n &&
  !storage.RootClaimed.any(ctx, ROOT, hotkey)

function pay(ctx: f.Context, coldkey: f.AccountId, price: bigint): void {
  f.ensure(canRemoveBalance(ctx, coldkey, price), NotEnoughBalanceToPaySwapHotKey)
  recycleTao(ctx, coldkey, price)
}

/** Whether a coldkey has swapped on a subnet within the interval. */
const isWithinInterval = (ctx: f.Context, lastSwap: bigint): boolean =>
  satU64.add(lastSwap, HotkeySwapOnSubnetInterval.get(ctx)) >= currentBlock(ctx)

function performOn(
  ctx: f.Context,
  netuid: NetUid,
  { keepStake, ...swap }: SwapRequest,
  meter: WeightTally,
): void {
  moveHotkey(ctx, netuid, swap, meter)
  if (!keepStake) moveHotkeyStake(ctx, netuid, swap, meter)
}

/** The old hotkey stays its owner's. `source` swap/swap_hotkey.rs swap_hotkey_on_subnet */
function swapOnSubnet(
  ctx: f.Context,
  request: SwapRequest,
  netuid: NetUid,
  meter: WeightTally,
): void {
  const { coldkey, from, to } = request
  const last = storage.LastHotkeySwapOnNetuid.get(ctx, netuid, coldkey)
  f.ensure(!isWithinInterval(ctx, last), HotKeySwapOnSubnetIntervalNotPassed)
  f.ensure(isSubnetAccountId(ctx, to) === undefined, CannotUseSystemAccount)
  pay(ctx, coldkey, KeySwapOnSubnetCost.get(ctx))
  storage.Owner.set(ctx, to, coldkey)
  meter.count(7, 2)
  const owned = storage.OwnedHotkeys.get(ctx, coldkey)
  if (!owned.includes(to)) {
    storage.OwnedHotkeys.set(ctx, coldkey, [...owned, to])
    meter.count(1, 1)
  }
  const { reads, writes } = swapHotkeyLocks(ctx, from, to, [netuid])
  meter.count(reads, writes)
  performOn(ctx, netuid, request, meter)
  recordLastTxBlock(ctx, coldkey)
  storage.LastHotkeySwapOnNetuid.set(ctx, netuid, coldkey, currentBlock(ctx))
  meter.count(0, 2)
  ctx.deposit(HotkeySwappedOnSubnet({ coldkey, old_hotkey: from, new_hotkey: to, netuid }))
}

/** Subnets that count as swapped: where the hotkey is a member or has children. */
function affectedNetuids(
  ctx: f.Context,
  hotkey: f.AccountId,
  netuids: readonly NetUid[],
): NetUid[] {
  return netuids.filter(
    (netuid) =>
      storage.IsNetworkMember.get(ctx, hotkey, netuid) ||
      storage.ChildKeys.get(ctx, hotkey, netuid).length > 0,
  )
}

function swapEverywhere(ctx: f.Context, request: SwapRequest, meter: WeightTally): void {
  const { coldkey, from, to } = request
  const netuids = getAllSubnetNetuids(ctx)
  meter.count(2 * netuids.length + 1)
  const affected = affectedNetuids(ctx, from, netuids)
  for (const netuid of affected) {
    const last = storage.LastHotkeySwapOnNetuid.get(ctx, netuid, coldkey)
    f.ensure(last === 0n || !isWithinInterval(ctx, last), HotKeySwapOnSubnetIntervalNotPassed)
  }
  meter.count(affected.length)
  pay(ctx, coldkey, KeySwapCost.get(ctx))
  meter.count(3, 2)
  performEverywhere(ctx, request, netuids, meter)
  for (const netuid of affected)
    storage.LastHotkeySwapOnNetuid.set(ctx, netuid, coldkey, currentBlock(ctx))
  recordLastTxBlock(ctx, coldkey)
  meter.count(0, affected.length + 1)
  ctx.deposit(HotkeySwapped({ coldkey, old_hotkey: from, new_hotkey: to }))
}

/** The old hotkey loses its owner. `source` swap/swap_hotkey.rs perform_hotkey_swap_on_all_subnets */
function performEverywhere(
  ctx: f.Context,
  request: SwapRequest,
  netuids: readonly NetUid[],
  meter: WeightTally,
): void {
  const { coldkey, from, to, keepStake } = request
  const shares = alphaRowsOfHotkey(ctx, from)
  meter.count(shares.length)
  const { reads, writes } = swapHotkeyLocks(ctx, from, to, netuids)
  meter.count(reads, writes)
  storage.Owner.remove(ctx, from)
  setHotkeyOwner(ctx, coldkey, to)
  const owned = storage.OwnedHotkeys.get(ctx, coldkey)
  const withNew = owned.includes(to) ? owned : [...owned, to]
  storage.OwnedHotkeys.set(
    ctx,
    coldkey,
    withNew.filter((hotkey) => hotkey !== from),
  )
  meter.count(2, 2)
  for (const netuid of netuids) performOn(ctx, netuid, request, meter)
  const removed = removeLastTxBlocks(ctx, from)
  meter.count(removed, 2 * removed)
  if (storage.Delegates.has(ctx, from)) {
    storage.Delegates.set(ctx, to, storage.Delegates.take(ctx, from))
    meter.count(2, 2)
  }
  if (keepStake) return
  for (const share of shares)
    if (!isZero(share.share)) replaceStakingHotkey(ctx, share.coldkey, request, meter)
}

/** Puts the new hotkey in the place of the old one, at the end of a coldkey's list. */
function replaceStakingHotkey(
  ctx: f.Context,
  coldkey: f.AccountId,
  { from, to }: HotkeySwap,
  meter: WeightTally,
): void {
  const hotkeys = storage.StakingHotkeys.get(ctx, coldkey)
  meter.count(1)
  if (!hotkeys.includes(from)) return
  const others = hotkeys.filter((hotkey) => hotkey !== from && hotkey !== to)
  storage.StakingHotkeys.set(ctx, coldkey, [...others, to])
  meter.count(0, 1)
}
