// `system_*`: who this node is, who it knows, how it is.

import { decodeSs58 } from '@taonet/frame'
import { type Chain, isChainError, type Network } from '../../chain.ts'
import { hexOf } from '../hex.ts'
import { type MethodTable, method, methods } from '../methods.ts'
import { bytes, hash, optional, type Param, text } from '../params.ts'
import { CODE, invalidParams, RpcError } from '../rpc-error.ts'
import { atOrBest } from './blocks.ts'
import { readExtrinsic } from './extrinsic-bytes.ts'
import { apiText } from './failures.ts'

const MALFORMED_PEER = 2002

/** An account as address; read as its public key. */
export const account: Param<Uint8Array> = {
  decode(value) {
    const address = text.decode(value)
    try {
      const { account: key } = decodeSs58(address)
      if (key.length === 32) return key
    } catch (error) {
      throw invalidParams(error instanceof Error ? error.message : 'BadBase58')
    }
    throw invalidParams('InvalidLength')
  },
}

/** source polkadot-sdk sc-rpc-api system SystemApi; substrate-frame-rpc-system SystemApi */
export function systemMethods(chain: Chain): MethodTable {
  const { network, spec, implementation } = chain
  return methods({
    system_name: method([], () => implementation.name),
    system_version: method([], () => implementation.version),
    system_chain: method([], () => spec.name),
    system_chainType: method([], () => spec.chainType),
    system_properties: method([], () => spec.properties),
    system_health: method([], () => ({
      peers: network.peers().length,
      isSyncing: network.syncState().isSyncing,
      shouldHavePeers: network.shouldHavePeers,
    })),
    system_localPeerId: method([], () => network.localPeerId),
    system_localListenAddresses: method([], () => network.listenAddresses),
    system_nodeRoles: method([], () => [network.isAuthority ? 'Authority' : 'Full']),
    system_syncState: method([], () => {
      const { startingBlock, currentBlock, highestBlock } = network.syncState()
      return { startingBlock, currentBlock, highestBlock }
    }),
    system_accountNextIndex: method([account], (_ctx, who) => nextIndex(chain, who), {
      aliases: ['account_nextIndex'],
    }),
    system_dryRun: method([bytes, optional(hash)], (_ctx, xt, at) => dryRun(chain, xt, at), {
      isUnsafe: true,
      aliases: ['system_dryRunAt'],
    }),
    ...networkMethods(network),
    ...logMethods(chain),
  })
}

function networkMethods(network: Network): MethodTable {
  const change = (run: () => void) => {
    try {
      run()
      return null
    } catch (error) {
      if (!isChainError(error, 'NETWORK')) throw error
      throw new RpcError(MALFORMED_PEER, error.details.reason)
    }
  }
  const peerJson = ({ peerId, roles, bestHash, bestNumber }: ReturnType<Network['peers']>[0]) => ({
    peerId,
    roles,
    bestHash,
    bestNumber,
  })
  return methods({
    system_peers: method([], () => network.peers().map(peerJson), { isUnsafe: true }),
    system_reservedPeers: method([], () => network.reservedPeers()),
    system_addReservedPeer: method(
      [text],
      (_ctx, address) => change(() => network.addReservedPeer(address)),
      { isUnsafe: true },
    ),
    system_removeReservedPeer: method(
      [text],
      (_ctx, peerId) => change(() => network.removeReservedPeer(peerId)),
      { isUnsafe: true },
    ),
    system_unstable_networkState: method(
      [],
      () => ({
        peerId: network.localPeerId,
        listenedAddresses: network.listenAddresses,
        externalAddresses: [],
        connectedPeers: Object.fromEntries(network.peers().map((peer) => [peer.peerId, {}])),
        notConnectedPeers: {},
        peerset: {},
      }),
      { isUnsafe: true },
    ),
  })
}

function logMethods(chain: Chain): MethodTable {
  const logs = () => {
    // as of a node that was not started with --enable-log-reloading
    if (chain.logs === undefined) throw new RpcError(CODE.internal, 'No reload handle present')
    return chain.logs
  }
  return methods({
    system_addLogFilter: method(
      [text],
      (_ctx, directives) => {
        logs().addFilter(directives)
        return null
      },
      { isUnsafe: true },
    ),
    system_resetLogFilter: method(
      [],
      () => {
        logs().resetFilter()
        return null
      },
      { isUnsafe: true },
    ),
  })
}

async function nextIndex(chain: Chain, who: Uint8Array): Promise<number> {
  try {
    return await chain.pool.accountNextIndex(who)
  } catch (error) {
    throw new RpcError(1, 'Unable to query nonce.', apiText(error))
  }
}

/** Applies an extrinsic to the state of a block and forgets the result. */
async function dryRun(chain: Chain, xt: Uint8Array, at?: `0x${string}`): Promise<string> {
  const extrinsic = readExtrinsic(
    xt,
    ({ text }) => new RpcError(2, 'Unable to dry run extrinsic', text),
  )
  try {
    const block = atOrBest(chain, at)
    return hexOf(await chain.call(block, 'BlockBuilder_apply_extrinsic', extrinsic))
  } catch (error) {
    throw new RpcError(1, 'Unable to dry run extrinsic.', apiText(error))
  }
}
