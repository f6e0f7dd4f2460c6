/** Founding a subnet with the funds of a crowdloan. */
import * as f from '@taonet/frame'
import { U64F64 } from '@taonet/frame'
import type { NetUid, Tao } from '../../../common/units.ts'
import * as balances from '../../balances/index.ts'
import { InvalidCrowdloanId } from '../../crowdloan/errors.ts'
import { Contributions, Crowdloans, CurrentCrowdloanId } from '../../crowdloan/storage.ts'
import type { CrowdloanInfo } from '../../crowdloan/types.ts'
import { addProxy } from '../../proxy/delegates.ts'
import {
  InvalidLeaseBeneficiary,
  LeaseCannotEndInThePast,
  LeaseNetuidNotFound,
  Overflow,
} from '../errors.ts'
import { SubnetLeaseCreated } from '../events.ts'
import {
  Delegates,
  NextSubnetLeaseId,
  SubnetLeaseShares,
  SubnetLeases,
  SubnetOwner,
  SubnetUidToLeaseId,
} from '../storage.ts'
import { registerNetwork } from '../subnets/register-network.ts'
import { leaseColdkey, leaseHotkey } from './accounts.ts'

/** What the beneficiary asks for. */
export interface LeaseTerms {
  readonly beneficiary: f.AccountId
  /** Contributors' part of the owner's cut. */
  readonly emissionsShare: f.PercentParts
  readonly endBlock: number | undefined
}

interface RunningCrowdloan {
  readonly id: number
  readonly info: CrowdloanInfo
}

/** The crowdloan whose call this is. `refuses` InvalidCrowdloanId */
function crowdloanBeingFinalized(ctx: f.Context): RunningCrowdloan {
  const id = CurrentCrowdloanId.get(ctx)
  const info = id === undefined ? undefined : Crowdloans.get(ctx, id)
  f.ensure(id !== undefined && info !== undefined, InvalidCrowdloanId)
  return { id, info }
}

function takeLeaseId(ctx: f.Context): number {
  const id = NextSubnetLeaseId.get(ctx)
  f.ensure(id < f.satU32.MAX, Overflow)
  NextSubnetLeaseId.set(ctx, id + 1)
  return id
}

function pay(ctx: f.Context, from: f.AccountId, to: f.AccountId, amount: Tao): void {
  balances.transfer(ctx, { from, to, amount, preservation: 'Expendable' })
}

function netuidOf(ctx: f.Context, coldkey: f.AccountId): NetUid {
  const row = SubnetOwner.entries(ctx).find(([, owner]) => owner === coldkey)
  f.ensure(row !== undefined, LeaseNetuidNotFound)
  return row[0][0]
}

/**
 * Notes each contributor's share and gives back their part of what was not needed; the beneficiary, whose share
 * is the rest, gets the rest.
 */
function shareOut(
  ctx: f.Context,
  leaseId: number,
  { id, info }: RunningCrowdloan,
  leftover: Tao,
): void {
  const coldkey = leaseColdkey(leaseId)
  let refunded = 0n
  for (const [[, contributor], amount] of Contributions.entries(ctx, id)) {
    if (contributor === info.creator) continue
    const share = U64F64.div(U64F64.fromInt(amount), U64F64.fromInt(info.raised))
    SubnetLeaseShares.set(ctx, leaseId, contributor, share)
    const refund = U64F64.toU64(U64F64.floor(U64F64.mul(share, U64F64.fromInt(leftover))))
    pay(ctx, coldkey, contributor, refund)
    refunded = f.satU64.add(refunded, refund)
  }
  pay(ctx, coldkey, info.creator, f.satU64.sub(leftover, refunded))
}

/**
 * Founds a subnet that belongs to a lease: the crowdloan's contributors get part of its owner's cut, and its
 * creator runs it as a proxy. To be called by the crowdloan that is being finalized. Gives how many have
 * contributed.
 *
 * refuses InvalidCrowdloanId, InvalidLeaseBeneficiary, LeaseCannotEndInThePast, and as `registerNetwork`
 * source  opentensor/subtensor pallets/subtensor/src/subnets/leasing.rs do_register_leased_network
 */
export function registerLeasedNetwork(ctx: f.Context, terms: LeaseTerms): number {
  const { beneficiary, endBlock } = terms
  const crowdloan = crowdloanBeingFinalized(ctx)
  const { creator, funds_account, raised } = crowdloan.info
  f.ensure(beneficiary === creator, InvalidLeaseBeneficiary)
  f.ensure(endBlock === undefined || endBlock > ctx.block, LeaseCannotEndInThePast)
  const leaseId = takeLeaseId(ctx)
  const [coldkey, hotkey] = [leaseColdkey(leaseId), leaseHotkey(leaseId)]
  f.system.incProviders(ctx, coldkey)
  f.system.incProviders(ctx, hotkey)
  pay(ctx, funds_account, coldkey, raised)
  registerNetwork(ctx, { coldkey, hotkey })
  const netuid = netuidOf(ctx, coldkey)
  addProxy(ctx, coldkey, {
    delegate: beneficiary,
    proxy_type: 'SubnetLeaseBeneficiary',
    delay: 0,
  })
  const leftover = balances.freeBalance(ctx, coldkey)
  SubnetLeases.set(ctx, leaseId, {
    beneficiary,
    coldkey,
    hotkey,
    emissions_share: terms.emissionsShare,
    end_block: endBlock,
    netuid,
    cost: f.satU64.sub(raised, leftover),
  })
  SubnetUidToLeaseId.set(ctx, netuid, leaseId)
  Delegates.set(ctx, hotkey, 0)
  shareOut(ctx, leaseId, crowdloan, leftover)
  const created = { beneficiary, lease_id: leaseId, netuid, end_block: endBlock }
  ctx.deposit(SubnetLeaseCreated(created))
  return crowdloan.info.contributors_count
}
