/** Replacing a coldkey by another one. */
import * as f from '@taonet/frame'
import { attempt } from '../../../common/attempt.ts'
import type { NetUid, Tao } from '../../../common/units.ts'
import { recycleTao, transferAllTaoAndKill } from '../currency.ts'
import {
  ColdKeyAlreadyAssociated,
  NewColdKeyIsHotkey,
  NotEnoughBalanceToPaySwapColdKey,
} from '../errors.ts'
import { ColdkeySwapped } from '../events.ts'
import { setAcceptLockedAlpha } from '../locks/accept-locked-alpha.ts'
import { swapColdkeyLocks } from '../locks/coldkey-swap.ts'
import { hotkeyAccountExists, setHotkeyOwner } from '../staking/accounts.ts'
import {
  maybeAddColdkeyIndex,
  maybeRemoveColdkeyIndex,
} from '../staking/root-claims/coldkey-index.ts'
import { transferRootClaimed } from '../staking/root-claims/moves.ts'
import { decreaseStake, getStake, increaseStake } from '../staking/stake.ts'
import * as storage from '../storage.ts'
import { getAllSubnetNetuids, ROOT } from '../subnets/exists.ts'
import { recordLastTxBlock } from './last-tx-block.ts'

/** One coldkey gives way to another. */
export interface ColdkeySwap {
  readonly from: f.AccountId
  readonly to: f.AccountId
}

/**
 * Moves all that a coldkey has to another one: identity, subnets, stake, hotkeys, locks and balance.
 *
 * refuses ColdKeyAlreadyAssociated, NewColdKeyIsHotkey, ActiveLockExists, and what locks and the transfer refuse
 * source  opentensor/subtensor pallets/subtensor/src/swap/swap_coldkey.rs do_swap_coldkey
 */
export function swapColdkey(ctx: f.Context, swap: ColdkeySwap): void {
  const { from, to } = swap
  f.ensure(storage.StakingHotkeys.get(ctx, to).length === 0, ColdKeyAlreadyAssociated)
  f.ensure(!hotkeyAccountExists(ctx, to), NewColdKeyIsHotkey)
  if (!storage.IdentitiesV2.has(ctx, to)) {
    const identity = storage.IdentitiesV2.take(ctx, from)
    if (identity !== undefined) storage.IdentitiesV2.set(ctx, to, identity)
  }
  // Stake that is locked has to arrive too; the flags of the old key replace this one below.
  setAcceptLockedAlpha(ctx, to, true)
  for (const netuid of getAllSubnetNetuids(ctx)) {
    if (storage.SubnetOwner.get(ctx, netuid) === from) storage.SubnetOwner.set(ctx, netuid, to)
    moveAutoStakeDestination(ctx, netuid, swap)
    moveColdkeyStake(ctx, netuid, swap)
  }
  moveStakingHotkeys(ctx, swap)
  moveOwnedHotkeys(ctx, swap)
  swapColdkeyLocks(ctx, from, to)
  transferAllTaoAndKill(ctx, from, to)
  recordLastTxBlock(ctx, to)
  ctx.deposit(ColdkeySwapped({ old_coldkey: from, new_coldkey: to }))
}

/**
 * Takes the price of a swap and recycles it.
 *
 * refuses NotEnoughBalanceToPaySwapColdKey
 * source  opentensor/subtensor pallets/subtensor/src/swap/swap_coldkey.rs charge_swap_cost
 */
export function chargeSwapCost(ctx: f.Context, coldkey: f.AccountId, price: Tao): void {
  f.ensure(attempt(() => recycleTao(ctx, coldkey, price)).ok, NotEnoughBalanceToPaySwapColdKey)
}

function moveAutoStakeDestination(ctx: f.Context, netuid: NetUid, { from, to }: ColdkeySwap): void {
  const hotkey = storage.AutoStakeDestination.take(ctx, from, netuid)
  if (hotkey === undefined) return
  storage.AutoStakeDestination.set(ctx, to, netuid, hotkey)
  storage.AutoStakeDestinationColdkeys.mutate(ctx, hotkey, netuid, (coldkeys) => [
    ...coldkeys.filter((coldkey) => coldkey !== from && coldkey !== to),
    to,
  ])
}

/** Moves the stake on a subnet, and what has been claimed for it. */
function moveColdkeyStake(ctx: f.Context, netuid: NetUid, { from, to }: ColdkeySwap): void {
  for (const hotkey of storage.StakingHotkeys.get(ctx, from)) {
    const alpha = getStake(ctx, { hotkey, coldkey: from, netuid })
    decreaseStake(ctx, { hotkey, coldkey: from, netuid }, alpha)
    increaseStake(ctx, { hotkey, coldkey: to, netuid }, alpha)
    if (getStake(ctx, { hotkey, coldkey: to, netuid }) === 0n) continue
    transferRootClaimed(ctx, netuid, { hotkey, coldkey: from }, { hotkey, coldkey: to })
    if (netuid === ROOT) maybeAddColdkeyIndex(ctx, to)
  }
  if (netuid === ROOT) maybeRemoveColdkeyIndex(ctx, from)
}

const union = (a: readonly f.AccountId[], b: readonly f.AccountId[]): f.AccountId[] => [
  ...new Set([...a, ...b]),
]

function moveStakingHotkeys(ctx: f.Context, { from, to }: ColdkeySwap): void {
  const moved = storage.StakingHotkeys.take(ctx, from)
  storage.StakingHotkeys.mutate(ctx, to, (own) => union(own, moved))
}

function moveOwnedHotkeys(ctx: f.Context, { from, to }: ColdkeySwap): void {
  const moved = storage.OwnedHotkeys.take(ctx, from)
  for (const hotkey of moved) {
    storage.Owner.remove(ctx, hotkey)
    setHotkeyOwner(ctx, to, hotkey)
  }
  storage.OwnedHotkeys.mutate(ctx, to, (own) => union(own, moved))
}
