// `chainSpec_v1_*`: what the chain specification says.

import type { Chain } from '../../chain.ts'
import { type MethodTable, method, methods } from '../methods.ts'

/** source polkadot-sdk sc-rpc-spec-v2 chain_spec ChainSpecApi */
export function chainSpecMethods(chain: Chain): MethodTable {
  return methods({
    chainSpec_v1_chainName: method([], () => chain.spec.name),
    chainSpec_v1_genesisHash: method([], () => chain.genesisHash),
    chainSpec_v1_properties: method([], () => chain.spec.properties),
  })
}
