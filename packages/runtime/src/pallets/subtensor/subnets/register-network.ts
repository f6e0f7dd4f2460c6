/** Creating a subnet. */
import * as f from '@taonet/frame'
import { satU64, U64F64 } from '@taonet/frame'
import { succeeds } from '../../../common/attempt.ts'
import type { NetUid, Tao } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { canRemoveBalance, recycleTao, transferTaoToSubnet } from '../currency.ts'
import { setRootValidatorsForSubnet } from '../delegation/children.ts'
import {
  CannotAffordLockCost,
  CannotUseSystemAccount,
  NetworkTxRateLimitExceeded,
  NonAssociatedColdKey,
  SubNetRegistrationDisabled,
  SubnetLimitReached,
} from '../errors.ts'
import { NetworkAdded } from '../events.ts'
import { putSubnetIdentity } from '../identity/identity.ts'
import { getMedianSubnetAlphaPrice } from '../pools/prices.ts'
import { appendNeuron } from '../registration/append-neuron.ts'
import {
  coldkeyOwnsHotkey,
  createAccountIfNonExistent,
  hotkeyAccountExists,
} from '../staking/accounts.ts'
import * as storage from '../storage.ts'
import type { SubnetIdentityV3 } from '../types.ts'
import { getSubnetAccountId, isSubnetAccountId } from './account.ts'
import { dissolveNetwork } from './dissolve-network.ts'
import { getAllSubnetNetuids, ROOT } from './exists.ts'
import { initNewNetwork } from './init-network.ts'
import { getNetworkLockCost, setNetworkLastLock } from './lock-cost.ts'
import { setSubnetOwnerHotkey } from './owner-hotkey.ts'
import { getNetworkToPrune } from './prune-network.ts'
import { passesRateLimit, RegisterNetwork } from './rate-limits.ts'
import { getNextAvailableSymbol } from './symbols.ts'

/** Subnets have a pool; the other kind is no longer made. */
const DYNAMIC = 1

/** Who makes a subnet. */
export interface Founding {
  readonly coldkey: f.AccountId
  readonly hotkey: f.AccountId
  readonly identity?: SubnetIdentityV3 | undefined
}

/**
 * Makes a subnet for its price, dissolving another when there are too many.
 *
 * refuses NonAssociatedColdKey, CannotUseSystemAccount, SubNetRegistrationDisabled, NetworkTxRateLimitExceeded,
 *         SubnetLimitReached, CannotAffordLockCost, InvalidIdentity, and what the payment refuses
 * source  opentensor/subtensor pallets/subtensor/src/subnets/subnet.rs do_register_network
 */
export function registerNetwork(ctx: f.Context, founding: Founding): void {
  ensureMayFound(ctx, founding)
  const pruned = networkToReplace(ctx)
  const price = getNetworkLockCost(ctx)
  f.ensure(canRemoveBalance(ctx, founding.coldkey, price), CannotAffordLockCost)
  if (pruned !== undefined) dissolveNetwork(ctx, pruned)
  const netuid = pruned ?? getNextNetuid(ctx)
  const median = getMedianSubnetAlphaPrice(ctx)
  initNewNetwork(ctx, netuid)
  const paid = transferTaoToSubnet(ctx, netuid, founding.coldkey, price)
  setNetworkLastLock(ctx, paid)
  createAccountIfNonExistent(ctx, founding.coldkey, founding.hotkey)
  appendNeuron(ctx, netuid, founding.hotkey, currentBlock(ctx))
  storage.SubnetMechanism.set(ctx, netuid, DYNAMIC)
  storage.NetworkRegisteredAt.set(ctx, netuid, currentBlock(ctx))
  storage.RegisteredSubnetCounter.mutate(ctx, netuid, (count) => satU64.add(count, 1n))
  storage.TokenSymbol.set(ctx, netuid, getNextAvailableSymbol(ctx, netuid))
  foundPool(ctx, netuid, founding, { paid, median })
  if (founding.identity !== undefined) putSubnetIdentity(ctx, netuid, founding.identity)
  // Upstream carries on with a validator less, or without any.
  succeeds(() => setRootValidatorsForSubnet(ctx, netuid))
  ctx.deposit(NetworkAdded([netuid, DYNAMIC]))
  storage.SubnetEmissionEnabled.set(ctx, netuid, false)
}

function ensureMayFound(ctx: f.Context, { coldkey, hotkey }: Founding): void {
  f.ensure(
    !hotkeyAccountExists(ctx, hotkey) || coldkeyOwnsHotkey(ctx, coldkey, hotkey),
    NonAssociatedColdKey,
  )
  f.ensure(isSubnetAccountId(ctx, hotkey) === undefined, CannotUseSystemAccount)
  const start = storage.NetworkRegistrationStartBlock.get(ctx)
  f.ensure(currentBlock(ctx) >= start, SubNetRegistrationDisabled)
  f.ensure(passesRateLimit(ctx, RegisterNetwork, coldkey, ROOT), NetworkTxRateLimitExceeded)
}

/** The subnet that has to go, undefined while there is room. `refuses` SubnetLimitReached */
function networkToReplace(ctx: f.Context): NetUid | undefined {
  const count = storage.NetworksAdded.entries(ctx).filter(
    ([[netuid], added]) => added && netuid !== ROOT,
  ).length
  if (count < storage.SubnetLimit.get(ctx)) return undefined
  const pruned = getNetworkToPrune(ctx)
  f.ensure(pruned !== undefined, SubnetLimitReached)
  return pruned
}

/** The lowest netuid that is free, but root's. `source` subnets/subnet.rs get_next_netuid */
export function getNextNetuid(ctx: f.Context): NetUid {
  const taken = new Set(getAllSubnetNetuids(ctx))
  let netuid = ROOT + 1
  while (taken.has(netuid)) netuid++
  return netuid
}

interface Payment {
  readonly paid: Tao
  /** Median price of the other subnets, U64F64. */
  readonly median: f.U64F64
}

/** The pool begins with what was paid and as much alpha as makes the median price; then the subnet has an owner. */
function foundPool(
  ctx: f.Context,
  netuid: NetUid,
  { coldkey, hotkey }: Founding,
  { paid, median }: Payment,
): void {
  const least = storage.NetworkMinLockCost.get(ctx)
  const tao = paid >= least ? paid : least
  const alpha = U64F64.toU64(U64F64.floor(U64F64.safeDiv(U64F64.fromInt(tao), median)))
  const excess = satU64.sub(paid, tao)
  storage.SubnetTAO.set(ctx, netuid, tao)
  storage.SubnetAlphaIn.set(ctx, netuid, alpha)
  storage.SubnetOwner.set(ctx, netuid, coldkey)
  setSubnetOwnerHotkey(ctx, netuid, hotkey)
  storage.SubnetLocked.set(ctx, netuid, paid)
  storage.SubnetAlphaOut.set(ctx, netuid, 0n)
  storage.SubnetVolume.set(ctx, netuid, 0n)
  storage.RAORecycledForRegistration.set(ctx, netuid, excess)
  const account = getSubnetAccountId(ctx, netuid)
  if (excess > 0n && account !== undefined) succeeds(() => recycleTao(ctx, account, excess))
  if (tao > 0n) storage.TotalStake.mutate(ctx, (total) => satU64.add(total, tao))
}
