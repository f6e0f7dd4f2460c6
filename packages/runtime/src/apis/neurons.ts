/** Neurons one by one. */
import * as f from '@taonet/frame'
import {
  getNeuron,
  getNeuronLite,
  getNeurons,
  getNeuronsLite,
} from '../pallets/subtensor/rpc-info/neuron-info.ts'
import { NeuronInfo, NeuronInfoLite } from '../pallets/subtensor/rpc-info/types.ts'

/** source  opentensor/subtensor pallets/subtensor/runtime-api/src/lib.rs NeuronInfoRuntimeApi */
export const NeuronInfoRuntimeApi = f.api('NeuronInfoRuntimeApi', 1, {
  get_neurons: f.method({ netuid: f.u16 }, f.vec(NeuronInfo), (ctx, { netuid }) =>
    getNeurons(ctx, netuid),
  ),
  get_neuron: f.method(
    { netuid: f.u16, uid: f.u16 },
    f.option(NeuronInfo),
    (ctx, { netuid, uid }) => getNeuron(ctx, netuid, uid),
  ),
  get_neurons_lite: f.method({ netuid: f.u16 }, f.vec(NeuronInfoLite), (ctx, { netuid }) =>
    getNeuronsLite(ctx, netuid),
  ),
  get_neuron_lite: f.method(
    { netuid: f.u16, uid: f.u16 },
    f.option(NeuronInfoLite),
    (ctx, { netuid, uid }) => getNeuronLite(ctx, netuid, uid),
  ),
})
