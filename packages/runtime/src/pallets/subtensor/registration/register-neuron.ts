/** A hotkey becomes a neuron. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { NoNeuronIdAvailable } from '../errors.ts'
import { MaxAllowedUids, SubnetworkN } from '../storage.ts'
import { appendNeuron } from './append-neuron.ts'
import { getNeuronToPrune } from './prune.ts'
import { replaceNeuron } from './replace-neuron.ts'

/**
 * Gives a hotkey a uid: a new one, or in a full subnet that of another; gives the uid.
 *
 * refuses NoNeuronIdAvailable
 * source  opentensor/subtensor pallets/subtensor/src/subnets/registration.rs register_neuron
 */
export function registerNeuron(ctx: f.Context, netuid: NetUid, hotkey: f.AccountId): number {
  const block = currentBlock(ctx)
  const size = SubnetworkN.get(ctx, netuid)
  if (size < MaxAllowedUids.get(ctx, netuid)) {
    appendNeuron(ctx, netuid, hotkey, block)
    return size
  }
  const uid = getNeuronToPrune(ctx, netuid)
  f.ensure(uid !== undefined, NoNeuronIdAvailable)
  replaceNeuron(ctx, { netuid, uid, hotkey, block })
  return uid
}
