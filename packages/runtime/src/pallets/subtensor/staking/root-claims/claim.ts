/** Paying claimed alpha out: sold for root stake, or kept as stake. */
import * as f from '@taonet/frame'
import { I96F32, satU64, satU128 } from '@taonet/frame'
import type { Alpha, NetUid, Tao } from '../../../../common/units.ts'
import { MIN_PRICE } from '../../../swap/swap.ts'
import { transferTaoFromSubnet } from '../../currency.ts'
import { RootClaimed as RootClaimedEvent } from '../../events.ts'
import { recordProtocolOutflow } from '../../pools/flows.ts'
import { swapAlphaForTao } from '../../pools/swap.ts'
import {
  RootClaimableThreshold,
  RootClaimed,
  RootClaimType,
  StakingHotkeys,
  SubnetAlphaOut,
  SubnetRootSellTao,
  SubnetTAO,
  TotalStake,
} from '../../storage.ts'
import { getSubnetAccountId } from '../../subnets/account.ts'
import { ROOT } from '../../subnets/exists.ts'
import type { RootClaimTypeEnum } from '../../types.ts'
import { getStake, increaseStake } from '../stake.ts'
import { type Claimant, claimableRates } from './rates.ts'

/** Which subnets a claim is for; undefined means all. */
export type ClaimedSubnets = ReadonlySet<NetUid> | undefined

/** A claimant's rates with what has been claimed, kept here while the claims of one hotkey are paid. */
interface Ledger {
  readonly claimant: Claimant
  readonly rates: readonly (readonly [netuid: NetUid, rate: f.I96F32])[]
  /** What `RootClaimed` holds or will hold, by position in `rates`. */
  readonly claimed: bigint[]
  readonly touched: boolean[]
  /** Root stake of the claimant, which sales add to; rao. */
  rootStake: bigint
}

const rootStakeOf = (ctx: f.Context, claimant: Claimant) =>
  getStake(ctx, { ...claimant, netuid: ROOT })

const isSold = (type: RootClaimTypeEnum, netuid: NetUid): boolean =>
  type.type === 'Swap' || (type.type === 'KeepSubnets' && !type.value.subnets.includes(netuid))

/** Alpha owed at a position of the ledger, 0 below the subnet's threshold. `source` staking/claim_root.rs get_root_owed_for_hotkey_coldkey_float */
function payable(ctx: f.Context, ledger: Ledger, at: number): Alpha {
  const { rates, claimed, rootStake } = ledger
  const [netuid, rate] = rates[at]!
  const stake = I96F32.fromInt(rootStake)
  const owed = I96F32.sub(I96F32.mul(rate, stake), I96F32.fromInt(claimed[at]!))
  return owed < RootClaimableThreshold.get(ctx, netuid) ? 0n : I96F32.toU64(owed)
}

/** Moves the proceeds of a sale from a subnet to root. */
function bookRootStake(ctx: f.Context, claimant: Claimant, netuid: NetUid, tao: Tao): void {
  const rootAccount = getSubnetAccountId(ctx, ROOT)
  f.assert(rootAccount !== undefined, 'root always has an account')
  transferTaoFromSubnet(ctx, netuid, rootAccount, tao)
  SubnetRootSellTao.mutate(ctx, netuid, (total) => satU64.add(total, tao))
  recordProtocolOutflow(ctx, netuid, tao)
  increaseStake(ctx, { ...claimant, netuid: ROOT }, tao as bigint)
  SubnetTAO.mutate(ctx, ROOT, (total) => satU64.add(total, tao))
  SubnetAlphaOut.mutate(ctx, ROOT, (total) => satU64.add(total, tao))
  TotalStake.mutate(ctx, (total) => satU64.add(total, tao))
}

/** Counts alpha that new root stake did not earn as claimed, on every subnet. */
function raiseBaseline({ rates, claimed, touched }: Ledger, tao: Tao): void {
  const amount = I96F32.fromInt(tao)
  for (let i = 0; i < rates.length; i++) {
    const earned = I96F32.toU128(I96F32.mul(rates[i]![1], amount))
    claimed[i] = satU128.add(claimed[i]!, earned)
    touched[i] = true
  }
}

/**
 * Pays what is owed on one subnet; nothing below the threshold.
 *
 * refuses what the pool or the subnet's account refuse
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs root_claim_on_subnet
 */
function claimOnSubnet(ctx: f.Context, ledger: Ledger, at: number, type: RootClaimTypeEnum): void {
  const { claimant, rates, claimed, touched } = ledger
  const [netuid] = rates[at]!
  const owed = payable(ctx, ledger, at)
  if (owed === 0n) return
  if (isSold(type, netuid)) {
    const terms = { priceLimit: MIN_PRICE, dropFees: true }
    const { amountPaidOut } = swapAlphaForTao(ctx, netuid, owed, terms)
    bookRootStake(ctx, claimant, netuid, amountPaidOut)
    ledger.rootStake = rootStakeOf(ctx, claimant)
    raiseBaseline(ledger, amountPaidOut)
  } else increaseStake(ctx, { ...claimant, netuid }, owed)
  claimed[at] = satU128.add(claimed[at]!, owed)
  touched[at] = true
}

const CLAIM_WEIGHT = f.addWeight(f.weight(60_000_000n, 6987n), f.dbReadsWrites(7, 5))

/**
 * Pays what a coldkey is owed at one hotkey.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs root_claim_all
 * cost    number of subnets, squared where alpha is sold: each sale adds root stake, which moves every baseline
 */
function claimAtHotkey(ctx: f.Context, claimant: Claimant, subnets: ClaimedSubnets): f.Weight {
  const { hotkey, coldkey } = claimant
  const type = RootClaimType.get(ctx, coldkey)
  const rates = claimableRates(ctx, hotkey)
  const ledger: Ledger = {
    claimant,
    rates,
    claimed: rates.map(([netuid]) => RootClaimed.get(ctx, netuid, hotkey, coldkey)),
    touched: rates.map(() => false),
    rootStake: rootStakeOf(ctx, claimant),
  }
  let claims = 0n
  for (let at = 0; at < rates.length; at++) {
    if (subnets?.has(rates[at]![0]) === false) continue
    claimOnSubnet(ctx, ledger, at, type)
    claims++
  }
  for (const [at, [netuid]] of rates.entries())
    if (ledger.touched[at]) RootClaimed.set(ctx, netuid, hotkey, coldkey, ledger.claimed[at]!)
  return f.addWeight(f.dbReads(2), f.mulWeight(CLAIM_WEIGHT, claims))
}

/**
 * Pays what a coldkey is owed at all its hotkeys, or nothing at all when a payment fails.
 *
 * shape   the weight it took
 * refuses what a pool or a subnet's account refuse
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs do_root_claim
 */
export function claimRoot(ctx: f.Context, coldkey: f.AccountId, subnets: ClaimedSubnets): f.Weight {
  return ctx.layer(() => {
    let weight = f.dbReads(1)
    for (const hotkey of StakingHotkeys.get(ctx, coldkey)) {
      const claimed = claimAtHotkey(ctx, { hotkey, coldkey }, subnets)
      weight = f.addWeight(weight, f.addWeight(f.dbReads(1), claimed))
    }
    ctx.deposit(RootClaimedEvent({ coldkey }))
    return weight
  })
}
