/** A new neuron on the uid of another. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import {
  AssociatedEvmAddress,
  Axons,
  Bonds,
  Consensus,
  Dividends,
  Emission,
  Incentive,
  IsNetworkMember,
  Keys,
  NeuronCertificates,
  Prometheus,
  StakeWeight,
  SubnetOwnerHotkey,
  Uids,
  ValidatorPermit,
  ValidatorTrust,
  Weights,
} from '../storage.ts'
import { mechanismIndices } from '../subnets/mechanisms.ts'
import { forgetTarget } from '../weights/forget-target.ts'
import { type Enrolment, enrol } from './append-neuron.ts'
import { setActiveForUid, setLastUpdateForUid, withElement } from './uid-lists.ts'

/**
 * Gives a uid to another hotkey. That of the subnet owner's hotkey keeps it, without a refusal.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/uids.rs replace_neuron
 */
export function replaceNeuron(ctx: f.Context, enrolment: Enrolment): void {
  const { netuid, uid, block } = enrolment
  const before = Keys.get(ctx, netuid, uid)
  if (SubnetOwnerHotkey.find(ctx, netuid) === before) return
  Uids.remove(ctx, netuid, before)
  AssociatedEvmAddress.remove(ctx, netuid, uid)
  IsNetworkMember.remove(ctx, before, netuid)
  setActiveForUid(ctx, netuid, uid, true)
  enrol(ctx, enrolment)
  Axons.remove(ctx, netuid, before)
  NeuronCertificates.remove(ctx, netuid, before)
  Prometheus.remove(ctx, netuid, before)
  clearNeuron(ctx, netuid, uid)
  for (const index of mechanismIndices(ctx, netuid)) setLastUpdateForUid(ctx, index, uid, block)
}

/**
 * Forgets what a uid has earned, its weights and bonds; weights of others for it become 0.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/uids.rs clear_neuron
 */
export function clearNeuron(ctx: f.Context, netuid: NetUid, uid: number): void {
  Emission.mutate(ctx, netuid, (list) => withElement(list, uid, 0n))
  for (const list of [Consensus, Dividends, StakeWeight, ValidatorTrust])
    list.mutate(ctx, netuid, (values) => withElement(values, uid, 0))
  ValidatorPermit.mutate(ctx, netuid, (list) => withElement(list, uid, false))
  for (const index of mechanismIndices(ctx, netuid)) {
    Incentive.mutate(ctx, index, (list) => withElement(list, uid, 0))
    Bonds.remove(ctx, index, uid)
    Weights.remove(ctx, index, uid)
    forgetTarget(ctx, index, uid)
  }
}
