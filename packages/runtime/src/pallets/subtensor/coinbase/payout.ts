/** Paying an epoch's alpha: owner's cut, incentives, dividends of stakers and of root stakers. */
import type * as f from '@taonet/frame'
import { satU64, U96F32 } from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { getHotkeyTakeFloat } from '../delegation/takes.ts'
import { AutoStakeAdded } from '../events.ts'
import { distributeLeasedNetworkDividends } from '../leasing/distribute-dividends.ts'
import { autoLockOwnerCut } from '../locks/lock-stake.ts'
import { burnSubnetAlpha, recycleSubnetAlpha } from '../pools/alpha.ts'
import { increaseRootClaimable } from '../staking/root-claims/rates.ts'
import { increaseHotkeyStake, increaseStake } from '../staking/stake.ts'
import {
  AlphaDividendsPerSubnet,
  AutoStakeDestination,
  MinerBurned,
  OwnedHotkeys,
  Owner,
  RecycleOrBurn,
  RootAlphaDividendsPerSubnet,
  SubnetOwner,
  SubnetOwnerHotkey,
  SubnetUidToLeaseId,
  TotalHotkeyAlpha,
  TotalHotkeyAlphaLastEpoch,
  Uids,
} from '../storage.ts'
import type { Amounts, Earnings } from './dividends.ts'

/** Stakes the owner's cut to its hotkey, shares it with lessees, locks it; without an owner it is lost. */
export function payOwnerCut(ctx: f.Context, netuid: NetUid, cut: Alpha): void {
  const coldkey = SubnetOwner.find(ctx, netuid)
  const hotkey = SubnetOwnerHotkey.find(ctx, netuid)
  if (coldkey === undefined || hotkey === undefined) return
  increaseStake(ctx, { hotkey, coldkey, netuid }, cut)
  const leaseId = SubnetUidToLeaseId.get(ctx, netuid)
  if (leaseId !== undefined) distributeLeasedNetworkDividends(ctx, leaseId, cut)
  autoLockOwnerCut(ctx, netuid, cut)
}

/**
 * Hotkeys with a uid whose incentives are withheld: those of the owner coldkey, and the owner hotkey.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs get_owner_hotkeys
 */
function ownerHotkeys(ctx: f.Context, netuid: NetUid): ReadonlySet<f.AccountId> {
  const owned = OwnedHotkeys.get(ctx, SubnetOwner.get(ctx, netuid))
  const ownerHotkey = SubnetOwnerHotkey.find(ctx, netuid)
  const hotkeys = ownerHotkey === undefined ? owned : [...owned, ownerHotkey]
  return new Set(hotkeys.filter((hotkey) => Uids.has(ctx, netuid, hotkey)))
}

/** Stakes a miner's incentive where its owner wants it. */
function payMiner(ctx: f.Context, netuid: NetUid, hotkey: f.AccountId, incentive: Alpha): void {
  const owner = Owner.get(ctx, hotkey)
  const destination = AutoStakeDestination.get(ctx, owner, netuid)
  if (destination !== undefined)
    ctx.deposit(AutoStakeAdded({ netuid, destination, hotkey, owner, incentive }))
  increaseStake(ctx, { hotkey: destination ?? hotkey, coldkey: owner, netuid }, incentive)
}

/** Pays incentives; the owner's own miners get none, and how much that is counts against the subnet's emission. */
function payIncentives(ctx: f.Context, netuid: NetUid, incentives: Earnings['incentives']): void {
  const withheldFrom = ownerHotkeys(ctx, netuid)
  const giveUp = RecycleOrBurn.get(ctx, netuid) === 'Recycle' ? recycleSubnetAlpha : burnSubnetAlpha
  let total = 0n
  let withheld = 0n
  for (const [hotkey, incentive] of incentives) {
    total = satU64.add(total, incentive)
    if (withheldFrom.has(hotkey)) {
      withheld = satU64.add(withheld, incentive)
      giveUp(ctx, netuid, incentive)
    } else payMiner(ctx, netuid, hotkey, incentive)
  }
  const part = U96F32.safeDiv(U96F32.fromInt(withheld), U96F32.fromInt(total))
  MinerBurned.set(ctx, netuid, part)
}

/** Pays a hotkey's owner its take, as stake; gives whole rao of the rest. */
function payTake(ctx: f.Context, netuid: NetUid, hotkey: f.AccountId, dividend: f.U96F32): Alpha {
  const coldkey = Owner.get(ctx, hotkey)
  const take = takeOf(ctx, hotkey, dividend)
  increaseStake(ctx, { hotkey, coldkey, netuid }, U96F32.toU64(take))
  return U96F32.toU64(U96F32.sub(dividend, take))
}

/** Most hotkeys earn nothing: of nothing there is no take. */
const takeOf = (ctx: f.Context, hotkey: f.AccountId, dividend: f.U96F32): f.U96F32 =>
  dividend === U96F32.ZERO ? dividend : U96F32.mul(getHotkeyTakeFloat(ctx, hotkey), dividend)

/** Whole rao by hotkey, as they are stored for a subnet. */
type Paid = [keys: [netuid: NetUid, hotkey: f.AccountId], rest: Alpha][]

function payAlphaDividends(ctx: f.Context, netuid: NetUid, dividends: Amounts): void {
  const paid: Paid = []
  for (const [hotkey, dividend] of dividends) {
    const rest = payTake(ctx, netuid, hotkey, dividend)
    increaseHotkeyStake(ctx, hotkey, netuid, rest)
    paid.push([[netuid, hotkey], rest])
    TotalHotkeyAlphaLastEpoch.set(ctx, hotkey, netuid, TotalHotkeyAlpha.get(ctx, hotkey, netuid))
  }
  AlphaDividendsPerSubnet.replace(ctx, [netuid], paid)
}

function payRootDividends(ctx: f.Context, netuid: NetUid, dividends: Amounts): void {
  const paid: Paid = []
  for (const [hotkey, dividend] of dividends) {
    const rest = payTake(ctx, netuid, hotkey, dividend)
    increaseRootClaimable(ctx, hotkey, netuid, rest)
    paid.push([[netuid, hotkey], rest])
  }
  RootAlphaDividendsPerSubnet.replace(ctx, [netuid], paid)
}

/** What an epoch pays. */
export interface Payout {
  readonly ownerCut: Alpha
  readonly incentives: Earnings['incentives']
  /** To the stakers of the subnet's alpha. */
  readonly alpha: Amounts
  /** To root stakers. */
  readonly root: Amounts
}

/**
 * Pays.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs distribute_dividends_and_incentives
 */
export function payOut(ctx: f.Context, netuid: NetUid, payout: Payout): void {
  payOwnerCut(ctx, netuid, payout.ownerCut)
  payIncentives(ctx, netuid, payout.incentives)
  payAlphaDividends(ctx, netuid, payout.alpha)
  payRootDividends(ctx, netuid, payout.root)
}
