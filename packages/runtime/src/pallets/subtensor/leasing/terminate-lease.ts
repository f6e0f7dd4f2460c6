/** The end of a lease: the subnet goes to its beneficiary. */
import * as f from '@taonet/frame'
import { succeeds } from '../../../common/attempt.ts'
import { MaxContributors } from '../../crowdloan/constants.ts'
import { removeProxy } from '../../proxy/delegates.ts'
import {
  BeneficiaryDoesNotOwnHotkey,
  ExpectedBeneficiaryOrigin,
  LeaseDoesNotExist,
  LeaseHasNoEndBlock,
  LeaseHasNotEnded,
} from '../errors.ts'
import { SubnetLeaseTerminated } from '../events.ts'
import { coldkeyOwnsHotkey } from '../staking/accounts.ts'
import {
  AccumulatedLeaseDividends,
  SubnetLeaseShares,
  SubnetLeases,
  SubnetOwner,
} from '../storage.ts'
import { setSubnetOwnerHotkey } from '../subnets/owner-hotkey.ts'

/** Who ends which lease, and the hotkey that the owner of the subnet has from then on. */
export interface LeaseEnd {
  readonly caller: f.AccountId
  readonly leaseId: number
  readonly hotkey: f.AccountId
}

/**
 * Hands a leased subnet over to the beneficiary once the lease has run out; gives how many shares ended. The
 * subnet goes on pointing at the lease, as upstream leaves it.
 *
 * refuses LeaseDoesNotExist, ExpectedBeneficiaryOrigin, LeaseHasNoEndBlock, LeaseHasNotEnded,
 *         BeneficiaryDoesNotOwnHotkey
 * source  opentensor/subtensor pallets/subtensor/src/subnets/leasing.rs do_terminate_lease
 */
export function terminateLease(ctx: f.Context, { caller, leaseId, hotkey }: LeaseEnd): number {
  const lease = SubnetLeases.get(ctx, leaseId)
  f.ensure(lease !== undefined, LeaseDoesNotExist)
  const { beneficiary, coldkey, netuid } = lease
  f.ensure(beneficiary === caller, ExpectedBeneficiaryOrigin)
  f.ensure(lease.end_block !== undefined, LeaseHasNoEndBlock)
  f.ensure(ctx.block >= lease.end_block, LeaseHasNotEnded)
  f.ensure(coldkeyOwnsHotkey(ctx, beneficiary, hotkey), BeneficiaryDoesNotOwnHotkey)
  SubnetOwner.set(ctx, netuid, beneficiary)
  setSubnetOwnerHotkey(ctx, netuid, hotkey)
  // A key that is still needed stays; upstream carries on likewise.
  for (const key of [coldkey, lease.hotkey]) succeeds(() => f.system.decProviders(ctx, key))
  const ended = SubnetLeaseShares.clear(ctx, [leaseId], MaxContributors.get(ctx))
  AccumulatedLeaseDividends.remove(ctx, leaseId)
  SubnetLeases.remove(ctx, leaseId)
  const proxy_type = 'SubnetLeaseBeneficiary'
  removeProxy(ctx, coldkey, { delegate: beneficiary, proxy_type, delay: 0 })
  ctx.deposit(SubnetLeaseTerminated({ beneficiary, netuid }))
  return ended
}
