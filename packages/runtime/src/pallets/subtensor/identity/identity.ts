/** What coldkeys and subnets say about themselves. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { HotKeyNotRegisteredInNetwork, InvalidIdentity, NotSubnetOwner } from '../errors.ts'
import { ChainIdentitySet, SubnetIdentitySet } from '../events.ts'
import { isHotkeyRegisteredOnAnyNetwork } from '../registration/uids.ts'
import { IdentitiesV2, OwnedHotkeys, SubnetIdentitiesV3, SubnetOwner } from '../storage.ts'
import type { ChainIdentityV2, SubnetIdentityV3 } from '../types.ts'

/** Longest content of each field, bytes. */
const CHAIN_LIMITS: Readonly<Record<keyof ChainIdentityV2, number>> = {
  name: 256,
  url: 256,
  github_repo: 256,
  image: 1024,
  discord: 256,
  description: 1024,
  additional: 1024,
}
const CHAIN_TOTAL = 4096
const SUBNET_LIMITS: Readonly<Record<keyof SubnetIdentityV3, number>> = {
  subnet_name: 256,
  github_repo: 1024,
  subnet_contact: 1024,
  subnet_url: 1024,
  discord: 256,
  description: 1024,
  logo_url: 1024,
  additional: 1024,
}

function fits<K extends string>(
  identity: Readonly<Record<K, Uint8Array>>,
  limits: Readonly<Record<K, number>>,
): boolean {
  return (Object.keys(limits) as K[]).every((field) => identity[field].length <= limits[field])
}

/** The repository does not count toward the total. `source` utils/identity.rs is_valid_identity */
export function isValidIdentity(identity: ChainIdentityV2): boolean {
  const total = Object.values(identity).reduce((sum, field) => sum + field.length, 0)
  return total - identity.github_repo.length <= CHAIN_TOTAL && fits(identity, CHAIN_LIMITS)
}

/** Upstream's limit of the total is never reached. `source` utils/identity.rs is_valid_subnet_identity */
export const isValidSubnetIdentity = (identity: SubnetIdentityV3): boolean =>
  fits(identity, SUBNET_LIMITS)

/**
 * Sets the identity of a coldkey that has a neuron somewhere.
 *
 * refuses HotKeyNotRegisteredInNetwork, InvalidIdentity
 * source  opentensor/subtensor pallets/subtensor/src/utils/identity.rs do_set_identity
 */
export function setIdentity(ctx: f.Context, coldkey: f.AccountId, identity: ChainIdentityV2): void {
  const isNeuron = (hotkey: f.AccountId) => isHotkeyRegisteredOnAnyNetwork(ctx, hotkey)
  f.ensure(OwnedHotkeys.get(ctx, coldkey).some(isNeuron), HotKeyNotRegisteredInNetwork)
  f.ensure(isValidIdentity(identity), InvalidIdentity)
  IdentitiesV2.set(ctx, coldkey, identity)
  ctx.deposit(ChainIdentitySet([coldkey]))
}

/**
 * Sets the identity of a subnet. Any account counts as owner that the subnet names as such.
 *
 * refuses NotSubnetOwner, InvalidIdentity
 * source  opentensor/subtensor pallets/subtensor/src/utils/identity.rs do_set_subnet_identity
 */
export function setSubnetIdentity(
  ctx: f.Context,
  coldkey: f.AccountId,
  netuid: NetUid,
  identity: SubnetIdentityV3,
): void {
  f.ensure(SubnetOwner.get(ctx, netuid) === coldkey, NotSubnetOwner)
  putSubnetIdentity(ctx, netuid, identity)
}

/** Sets the identity of a subnet. `refuses` InvalidIdentity */
export function putSubnetIdentity(
  ctx: f.Context,
  netuid: NetUid,
  identity: SubnetIdentityV3,
): void {
  f.ensure(isValidSubnetIdentity(identity), InvalidIdentity)
  SubnetIdentitiesV3.set(ctx, netuid, identity)
  ctx.deposit(SubnetIdentitySet([netuid]))
}
