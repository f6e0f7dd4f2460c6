// `delegateInfo_*`, `neuronInfo_*`, `subnetInfo_*`, `stakeInfo_*`: Bittensor's own questions. Bytes come
// back as JSON arrays of numbers, as upstream sends them.

import { option, u8 as u8Codec, u16 as u16Codec, u64 as u64Codec, vec } from '@taonet/frame'
import type { Chain, Hash } from '../../chain.ts'
import { jsonInteger } from '../json.ts'
import { type Method, type MethodTable, method, methods } from '../methods.ts'
import { byteNumbers, hash, list, optional, type Param, u8, u16 } from '../params.ts'
import { account } from '../substrate/system.ts'
import { askRuntime, runtimeError } from './runtime-question.ts'

const at = optional(hash)
const netuid16 = (netuid: number) => u16Codec.encode(netuid)
const indexes = vec(u16Codec)

/** source opentensor/subtensor pallets/subtensor/rpc/src/lib.rs SubtensorCustomApi */
export function subtensorMethods(chain: Chain): MethodTable {
  return methods({
    ...delegateAndNeuronMethods(chain),
    ...subnetMethods(chain),
    subnetInfo_getSelectiveMetagraph: method([u16, list(u16), at], (_ctx, netuid, fields, block) =>
      askBytes(chain, 'SubnetInfoRuntimeApi_get_selective_metagraph', block, {
        args: [netuid16(netuid), indexes.encode(fields)],
        failure: 'Unable to get selective metagraph',
      }),
    ),
    subnetInfo_getSelectiveMechagraph: method(
      [u16, u8, list(u16), at],
      (_ctx, netuid, mecid, fields, block) =>
        askBytes(chain, 'SubnetInfoRuntimeApi_get_selective_mechagraph', block, {
          args: [netuid16(netuid), u8Codec.encode(mecid), indexes.encode(fields)],
          failure: 'Unable to get selective mechagraph',
        }),
    ),
    subnetInfo_getMechagraph: method([u16, u8, at], (_ctx, netuid, mecid, block) =>
      askBytes(chain, 'SubnetInfoRuntimeApi_get_mechagraph', block, {
        args: [netuid16(netuid), u8Codec.encode(mecid)],
        failure: 'Unable to get dynamic subnets info',
      }),
    ),
    subnetInfo_getColdkeyAutoStakeHotkey: method(
      [account, u16, at],
      (_ctx, coldkey, netuid, block) =>
        askBytes(chain, 'SubnetInfoRuntimeApi_get_coldkey_auto_stake_hotkey', block, {
          args: [coldkey, netuid16(netuid)],
          failure: 'Unable to get coldkey auto stake hotkey',
        }),
    ),
    stakeInfo_getColdkeyLock: method([account, u16, at], (_ctx, coldkey, netuid, block) =>
      askBytes(chain, 'StakeInfoRuntimeApi_get_coldkey_lock', block, {
        args: [coldkey, netuid16(netuid)],
        failure: 'Unable to get coldkey lock',
      }),
    ),
    ...numberMethods(chain),
  })
}

interface Asked {
  readonly args: readonly Uint8Array[]
  readonly failure: string
}

async function askBytes(
  chain: Chain,
  api: string,
  block: Hash | undefined,
  { args, failure }: Asked,
): Promise<number[]> {
  return Array.from(await askRuntime(chain, { api, args, failure }, block))
}

/** A question without arguments. */
function plain(chain: Chain, api: string, failure: string): Method {
  return method([at], (_ctx, block) => askBytes(chain, api, block, { args: [], failure }))
}

/** A question about one subnet. */
function ofSubnet(chain: Chain, api: string, failure: string): Method {
  return method([u16, at], (_ctx, netuid, block) =>
    askBytes(chain, api, block, { args: [netuid16(netuid)], failure }),
  )
}

/** A question about one neuron. */
function ofNeuron(chain: Chain, api: string, failure: string): Method {
  return method([u16, u16, at], (_ctx, netuid, uid, block) =>
    askBytes(chain, api, block, { args: [netuid16(netuid), netuid16(uid)], failure }),
  )
}

const DELEGATES = 'Unable to get delegates info'

/** An account as 32 byte numbers; longer input is cut, as upstream's decoder does. */
const accountBytes: Param<Uint8Array> = {
  decode(value) {
    const bytes = byteNumbers.decode(value)
    if (bytes.length >= 32) return bytes.subarray(0, 32)
    const why = 'Error { cause: None, desc: "Not enough data to fill buffer" }'
    throw runtimeError(`${DELEGATES}: ${why}`)
  },
}

function ofDelegate(chain: Chain, api: string): Method {
  return method([accountBytes, at], (_ctx, delegate, block) =>
    askBytes(chain, api, block, { args: [delegate], failure: DELEGATES }),
  )
}

function delegateAndNeuronMethods(chain: Chain): MethodTable {
  const lite = 'Unable to get neurons lite info'
  return methods({
    delegateInfo_getDelegates: plain(chain, 'DelegateInfoRuntimeApi_get_delegates', DELEGATES),
    delegateInfo_getDelegate: ofDelegate(chain, 'DelegateInfoRuntimeApi_get_delegate'),
    delegateInfo_getDelegated: ofDelegate(chain, 'DelegateInfoRuntimeApi_get_delegated'),
    neuronInfo_getNeuronsLite: ofSubnet(chain, 'NeuronInfoRuntimeApi_get_neurons_lite', lite),
    neuronInfo_getNeuronLite: ofNeuron(chain, 'NeuronInfoRuntimeApi_get_neuron_lite', lite),
    neuronInfo_getNeurons: ofSubnet(
      chain,
      'NeuronInfoRuntimeApi_get_neurons',
      'Unable to get neurons info',
    ),
    neuronInfo_getNeuron: ofNeuron(
      chain,
      'NeuronInfoRuntimeApi_get_neuron',
      'Unable to get neuron info',
    ),
  })
}

function subnetMethods(chain: Chain): MethodTable {
  const info = 'Unable to get subnet info'
  const infos = 'Unable to get subnets info'
  const dynamic = 'Unable to get dynamic subnets info'
  const graphs = 'Unable to get metagraps'
  const api = (name: string) => `SubnetInfoRuntimeApi_${name}`
  return methods({
    subnetInfo_getSubnetInfo: ofSubnet(chain, api('get_subnet_info'), info),
    subnetInfo_getSubnetsInfo: plain(chain, api('get_subnets_info'), infos),
    subnetInfo_getSubnetInfo_v2: ofSubnet(chain, api('get_subnet_info_v2'), info),
    subnetInfo_getSubnetsInfo_v2: plain(chain, api('get_subnets_info_v2'), infos),
    subnetInfo_getSubnetHyperparams: ofSubnet(chain, api('get_subnet_hyperparams'), info),
    subnetInfo_getSubnetHyperparamsV2: ofSubnet(chain, api('get_subnet_hyperparams_v2'), info),
    subnetInfo_getAllDynamicInfo: plain(chain, api('get_all_dynamic_info'), dynamic),
    subnetInfo_getDynamicInfo: ofSubnet(chain, api('get_dynamic_info'), dynamic),
    subnetInfo_getAllMetagraphs: plain(chain, api('get_all_metagraphs'), graphs),
    subnetInfo_getMetagraph: ofSubnet(chain, api('get_metagraph'), dynamic),
    subnetInfo_getAllMechagraphs: plain(chain, api('get_all_mechagraphs'), graphs),
    subnetInfo_getSubnetState: ofSubnet(
      chain,
      api('get_subnet_state'),
      'Unable to get subnet state info',
    ),
    subnetInfo_getSubnetAccountId: method([u16, at], async (_ctx, netuid, block) => {
      try {
        const question = { args: [netuid16(netuid)], failure: '' }
        return await askBytes(chain, api('get_subnet_account_id'), block, question)
      } catch {
        throw runtimeError('Subnet does not exist')
      }
    }),
  })
}

/** Answers that are JSON numbers, not bytes. */
function numberMethods(chain: Chain): MethodTable {
  return methods({
    subnetInfo_getLockCost: method([at], async (_ctx, block) => {
      const api = 'SubnetRegistrationRuntimeApi_get_network_registration_cost'
      const failure = 'Unable to get subnet lock cost'
      const cost = await askRuntime(chain, { api, args: [], failure }, block)
      return jsonInteger(u64Codec.decode(cost))
    }),
    subnetInfo_getSubnetToPrune: method([at], async (_ctx, block) => {
      const api = 'SubnetInfoRuntimeApi_get_subnet_to_prune'
      const failure = 'Unable to get subnet to prune'
      const netuid = await askRuntime(chain, { api, args: [], failure }, block)
      return option(u16Codec).decode(netuid) ?? null
    }),
  })
}
