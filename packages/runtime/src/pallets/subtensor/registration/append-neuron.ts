/** A new neuron on a new uid. */
import type * as f from '@taonet/frame'
import { satU16 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import {
  Active,
  BlockAtRegistration,
  Consensus,
  Dividends,
  Emission,
  Incentive,
  IsNetworkMember,
  Keys,
  SubnetworkN,
  Uids,
  ValidatorPermit,
  ValidatorTrust,
} from '../storage.ts'
import { mechanismIndices } from '../subnets/mechanisms.ts'
import { setLastUpdateForUid } from './uid-lists.ts'

/**
 * Gives a hotkey the next uid.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/uids.rs append_neuron
 */
export function appendNeuron(
  ctx: f.Context,
  netuid: NetUid,
  hotkey: f.AccountId,
  block: bigint,
): void {
  const uid = SubnetworkN.get(ctx, netuid)
  SubnetworkN.set(ctx, netuid, satU16.add(uid, 1))
  Active.mutate(ctx, netuid, (list) => [...list, true])
  Emission.mutate(ctx, netuid, (list) => [...list, 0n])
  for (const list of [Consensus, Dividends, ValidatorTrust])
    list.mutate(ctx, netuid, (values) => [...values, 0])
  ValidatorPermit.mutate(ctx, netuid, (list) => [...list, false])
  for (const index of mechanismIndices(ctx, netuid)) {
    Incentive.mutate(ctx, index, (list) => [...list, 0])
    setLastUpdateForUid(ctx, index, uid, block)
  }
  enrol(ctx, { netuid, uid, hotkey, block })
}

/** A hotkey and the uid it gets at a block. */
export interface Enrolment {
  readonly netuid: NetUid
  readonly uid: number
  readonly hotkey: f.AccountId
  readonly block: bigint
}

/** Writes which hotkey has a uid, since when. */
export function enrol(ctx: f.Context, { netuid, uid, hotkey, block }: Enrolment): void {
  Keys.set(ctx, netuid, uid, hotkey)
  Uids.set(ctx, netuid, hotkey, uid)
  BlockAtRegistration.set(ctx, netuid, uid, block)
  IsNetworkMember.set(ctx, hotkey, netuid, true)
}
