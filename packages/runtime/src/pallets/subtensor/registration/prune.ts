/** Which neuron has to make room for a new one. */
import type * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { immuneOwnerUids, neuronToPrune, type PruneCandidate } from '../epoch/prune.ts'
import {
  BlockAtRegistration,
  Emission,
  ImmuneOwnerUidsLimit,
  ImmunityPeriod,
  Keys,
  MinNonImmuneUids,
  OwnedHotkeys,
  SubnetOwner,
  SubnetworkN,
  Uids,
} from '../storage.ts'
import { getOwnerUid } from './uids.ts'

/** Whether a neuron is too young to be replaced. `source` utils/misc.rs get_neuron_is_immune */
export const getNeuronIsImmune = (ctx: f.Context, netuid: NetUid, uid: number): boolean =>
  satU64.sub(currentBlock(ctx), BlockAtRegistration.get(ctx, netuid, uid)) <
  BigInt(ImmunityPeriod.get(ctx, netuid))

/**
 * Uids of the subnet's owner that are never replaced.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/registration.rs get_immune_owner_uids
 */
export function getImmuneOwnerUids(
  ctx: f.Context,
  netuid: NetUid,
  owner: f.AccountId,
): readonly number[] {
  const owned = OwnedHotkeys.get(ctx, owner).flatMap((hotkey) => {
    const uid = Uids.find(ctx, netuid, hotkey)
    return uid === undefined
      ? []
      : [{ uid, BlockAtRegistration: BlockAtRegistration.get(ctx, netuid, uid) }]
  })
  return immuneOwnerUids(owned, getOwnerUid(ctx, netuid), ImmuneOwnerUidsLimit.get(ctx, netuid))
}

/**
 * The uid that a new neuron of a full subnet would get, undefined when nobody may be replaced.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/registration.rs get_neuron_to_prune
 * cost    O(n)
 */
export function getNeuronToPrune(ctx: f.Context, netuid: NetUid): number | undefined {
  const immortal = immortalHotkeys(ctx, netuid)
  const emission = Emission.get(ctx, netuid)
  const candidates: PruneCandidate[] = []
  for (let uid = 0; uid < SubnetworkN.get(ctx, netuid); uid++) {
    const hotkey = Keys.find(ctx, netuid, uid)
    if (hotkey === undefined || immortal.has(hotkey)) continue
    candidates.push({
      uid,
      emission: emission[uid] ?? 0n,
      BlockAtRegistration: BlockAtRegistration.get(ctx, netuid, uid),
      isImmune: getNeuronIsImmune(ctx, netuid, uid),
    })
  }
  return neuronToPrune(candidates, MinNonImmuneUids.get(ctx, netuid))
}

function immortalHotkeys(ctx: f.Context, netuid: NetUid): ReadonlySet<f.AccountId | undefined> {
  const uids = getImmuneOwnerUids(ctx, netuid, SubnetOwner.get(ctx, netuid))
  return new Set(uids.map((uid) => Keys.find(ctx, netuid, uid)))
}
