/** What the stakers of a subnet get when it ends. */
import * as f from '@taonet/frame'
import { satU64, U96F32 } from '@taonet/frame'
import { succeeds } from '../../../common/attempt.ts'
import type { NetUid, Tao } from '../../../common/units.ts'
import { currentAlphaPrice } from '../../swap/pool.ts'
import {
  getColdkeyBalance,
  getKeepAliveBalance,
  recycleTao,
  transferTao,
  transferTaoFromSubnet,
} from '../currency.ts'
import { SubnetNotExists } from '../errors.ts'
import { destroyLockMaps } from '../locks/destroy.ts'
import { getAlphaIssuance } from '../pools/alpha.ts'
import { safeFloat } from '../share-pool/index.ts'
import { alphaRowsOfHotkey } from '../staking/alpha-rows.ts'
import { getStake, type Position } from '../staking/stake.ts'
import * as storage from '../storage.ts'
import { getSubnetAccountId } from './account.ts'
import { ifSubnetExist } from './exists.ts'

/** What a weight gets of a pot. */
export interface Portion {
  /** Position of the weight. */
  readonly index: number
  readonly amount: bigint
}

const ascending = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Splits a pot by weights. What rounding leaves over goes in units of one to the largest remainders, of equal
 * ones to the first, and then the portions come in that order.
 *
 * shape   one portion for each weight; nothing without any weight above 0
 * source  opentensor/subtensor pallets/subtensor/src/staking/remove_stake.rs destroy_alpha_in_out_stakes
 */
export function splitByLargestRemainder(pot: bigint, weights: readonly bigint[]): Portion[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total === 0n) return []
  const portions = weights.map((weight, index) => ({
    index,
    amount: (pot * weight) / total,
    remainder: (pot * weight) % total,
  }))
  const left = portions.reduce((rest, { amount }) => rest - amount, pot)
  if (left > 0n) portions.sort((a, b) => ascending(b.remainder, a.remainder))
  return portions.map(({ index, amount }, place) => ({
    index,
    amount: BigInt(place) < left ? amount + 1n : amount,
  }))
}

/** All stake of a subnet, by hotkey in storage order. */
interface Holdings {
  readonly hotkeys: readonly f.AccountId[]
  readonly positions: readonly Position[]
}

function holdingsOf(ctx: f.Context, netuid: NetUid): Holdings {
  const hotkeys = storage.TotalHotkeyAlpha.keysOf(ctx).flatMap(([hotkey, on]) =>
    on === netuid ? [hotkey] : [],
  )
  const positions = hotkeys.flatMap((hotkey) =>
    alphaRowsOfHotkey(ctx, hotkey).filter((row) => row.netuid === netuid),
  )
  return { hotkeys, positions }
}

/** Alpha of a position; where its pool counts none, the share itself. */
function valueOf(ctx: f.Context, position: Position): bigint {
  const stake = getStake(ctx, position)
  if (stake !== 0n) return stake
  const { hotkey, coldkey, netuid } = position
  const legacy = storage.Alpha.find(ctx, hotkey, coldkey, netuid)
  const share = storage.AlphaV2.find(ctx, hotkey, coldkey, netuid)
  if (share !== undefined) return safeFloat.toU64(share)
  return legacy === undefined ? 0n : safeFloat.toU64(safeFloat.fromU64F64(legacy))
}

/** Alpha that counts for nobody: the protocol's, and the pool's unless the subnet is from before it did. */
function protocolAlpha(ctx: f.Context, netuid: NetUid): bigint {
  const own = storage.SubnetProtocolAlpha.get(ctx, netuid)
  const countsPool =
    storage.NetworkRegisteredAt.get(ctx, netuid) > storage.TaoInRefundDeploymentBlock.get(ctx)
  return countsPool ? satU64.add(storage.SubnetAlphaIn.get(ctx, netuid), own) : own
}

/**
 * Price of the subnet that its owner has not earned back; 0 but for subnets from before a certain block.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/remove_stake.rs destroy_alpha_in_out_stakes
 */
function ownerRefund(ctx: f.Context, netuid: NetUid): Tao {
  const registeredAt = storage.NetworkRegisteredAt.get(ctx, netuid)
  if (registeredAt >= storage.NetworkRegistrationStartBlock.get(ctx)) return 0n
  const locked = storage.SubnetLocked.get(ctx, netuid)
  if (locked === 0n) return 0n
  const cut = U96F32.safeDiv(
    U96F32.fromInt(storage.SubnetOwnerCut.get(ctx)),
    U96F32.fromInt(65_535),
  )
  const alpha = U96F32.toU64(
    U96F32.floor(U96F32.mul(U96F32.fromInt(getAlphaIssuance(ctx, netuid)), cut)),
  )
  const price = U96F32.from(f.U64F64, currentAlphaPrice(ctx, netuid))
  const earned = U96F32.toU64(U96F32.floor(U96F32.mul(U96F32.fromInt(alpha), price)))
  return satU64.sub(locked, earned)
}

/** Pays the stakers from the pool, in proportion; gives the protocol's part, which stays. */
function payStakers(ctx: f.Context, netuid: NetUid, positions: readonly Position[]): Tao {
  const holders = positions
    .map((position) => ({ to: position.coldkey, alpha: valueOf(ctx, position) }))
    .filter(({ alpha }) => alpha > 0n)
  const protocol = protocolAlpha(ctx, netuid)
  const pot = storage.SubnetTAO.get(ctx, netuid)
  if (pot === 0n) return 0n
  storage.SubnetTAO.remove(ctx, netuid)
  storage.TotalStake.mutate(ctx, (total) => satU64.sub(total, pot))
  const weights = holders.map(({ alpha }) => alpha)
  let kept = 0n
  for (const { index, amount } of splitByLargestRemainder(
    pot,
    [...weights, protocol].filter(isPositive),
  )) {
    const holder = holders[index]
    if (holder === undefined) kept = amount
    else if (amount > 0n) succeeds(() => transferTaoFromSubnet(ctx, netuid, holder.to, amount))
  }
  return kept
}

const isPositive = (weight: bigint) => weight > 0n

function forgetStakes(ctx: f.Context, netuid: NetUid, { hotkeys, positions }: Holdings): void {
  for (const { hotkey, coldkey } of positions) {
    storage.Alpha.remove(ctx, hotkey, coldkey, netuid)
    storage.AlphaV2.remove(ctx, hotkey, coldkey, netuid)
  }
  for (const hotkey of hotkeys) {
    storage.TotalHotkeyAlpha.remove(ctx, hotkey, netuid)
    storage.TotalHotkeyShares.remove(ctx, hotkey, netuid)
    storage.TotalHotkeySharesV2.remove(ctx, hotkey, netuid)
  }
  storage.SubnetAlphaIn.remove(ctx, netuid)
  storage.SubnetAlphaOut.remove(ctx, netuid)
  storage.SubnetProtocolAlpha.remove(ctx, netuid)
  storage.SubnetLocked.set(ctx, netuid, 0n)
}

/**
 * Pays out a subnet: its TAO to the stakers' coldkeys by their alpha, a refund to the owner of an old subnet, and
 * the rest of its account, but the existential deposit, out of existence. No payment that fails stops the others.
 *
 * refuses SubnetNotExists
 * source  opentensor/subtensor pallets/subtensor/src/staking/remove_stake.rs destroy_alpha_in_out_stakes
 */
export function destroyAlphaInOutStakes(ctx: f.Context, netuid: NetUid): void {
  f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
  const account = getSubnetAccountId(ctx, netuid)
  f.ensure(account !== undefined, SubnetNotExists)
  const refund = ownerRefund(ctx, netuid)
  const holdings = holdingsOf(ctx, netuid)
  const kept = payStakers(ctx, netuid, holdings.positions)
  forgetStakes(ctx, netuid, holdings)
  if (refund > 0n) {
    const most = satU64.sub(getColdkeyBalance(ctx, account), kept)
    const owner = storage.SubnetOwner.get(ctx, netuid)
    succeeds(() => transferTao(ctx, account, owner, refund < most ? refund : most))
  }
  const rest = getKeepAliveBalance(ctx, account)
  if (succeeds(() => recycleTao(ctx, account, rest)))
    storage.RAORecycledForRegistration.set(ctx, netuid, rest)
  destroyLockMaps(ctx, netuid)
}
