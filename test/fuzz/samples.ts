/** Right questions to a node, from which wrong ones are made. */
import { keyPairFromUri, toHex, twox128, utf8 } from '@taonet/frame'

export interface Sample {
  readonly method: string
  readonly params: readonly unknown[]
}

/** What takes a transaction; the last one asks the runtime about it. */
export const SUBMITTING = [
  'author_submitExtrinsic',
  'author_submitExtrinsic',
  'author_submitExtrinsic',
  'author_submitAndWatchExtrinsic',
  'transaction_v1_broadcast',
  'system_dryRun',
  'payment_queryInfo',
  'payment_queryFeeDetails',
  'state_call',
]

const APIS: readonly (readonly [method: string, args: string])[] = [
  ['Core_version', '0x'],
  ['Metadata_metadata_at_version', '0x0f000000'],
  ['SubnetInfoRuntimeApi_get_subnet_info', '0x0100'],
  ['SubnetInfoRuntimeApi_get_dynamic_info', '0x0100'],
  ['SubnetInfoRuntimeApi_get_metagraph', '0x0100'],
  ['SubnetInfoRuntimeApi_get_selective_metagraph', '0x01000800000100'],
  ['NeuronInfoRuntimeApi_get_neurons_lite', '0x0100'],
  ['NeuronInfoRuntimeApi_get_neuron', '0x01000000'],
  ['DelegateInfoRuntimeApi_get_delegates', '0x'],
  ['SwapRuntimeApi_current_alpha_price', '0x0100'],
  ['SwapRuntimeApi_sim_swap_tao_for_alpha', '0x010000ca9a3b00000000'],
  ['AccountNonceApi_account_nonce', `0x${'d4'.repeat(32)}`],
  ['StakeInfoRuntimeApi_get_stake_info_for_coldkey', `0x${'d4'.repeat(32)}`],
  ['EthereumRuntimeRPCApi_account_basic', `0x${'d4'.repeat(20)}`],
  ['ProxyFilterRuntimeApi_get_proxy_filter', '0x00'],
]

const prefix = (pallet: string, item: string): string =>
  toHex(twox128(utf8(pallet))) + toHex(twox128(utf8(item))).slice(2)

const SUBTENSOR = ['Owner', 'SubnetTAO', 'Uids', 'Keys', 'Weights', 'TotalHotkeyAlpha', 'Axons']

/** Calls and their parameters as clients make them, on a chain with this genesis. */
export function samplesOf(genesis: string): {
  readonly questions: readonly Sample[]
  readonly calls: readonly Sample[]
  readonly keys: readonly string[]
} {
  const account = toHex(keyPairFromUri('//Alice').publicKey)
  const keys = [
    ...[prefix('System', 'Account'), prefix('System', 'Events'), prefix('Timestamp', 'Now')],
    ...SUBTENSOR.map((item) => prefix('SubtensorModule', item)),
    ...['0x3a636f6465', '0x3a657874726eff'],
  ]
  const byKey = keys.flatMap((key): Sample[] => [
    { method: 'state_getStorage', params: [key] },
    { method: 'state_getStorage', params: [key, genesis] },
    { method: 'state_getKeysPaged', params: [key, 10, key] },
    { method: 'state_getStorageSize', params: [key] },
    { method: 'state_getStorageHash', params: [key] },
    { method: 'state_queryStorageAt', params: [[key, account]] },
    { method: 'state_getReadProof', params: [[key]] },
    { method: 'childstate_getStorage', params: [key, key] },
  ])
  const apis = APIS.map(([name, args]): Sample => ({ method: 'state_call', params: [name, args] }))
  const calls: Sample[] = [
    { method: 'chain_getBlock', params: [genesis] },
    { method: 'chain_getBlockHash', params: [1] },
    { method: 'chain_getHeader', params: [] },
    { method: 'system_accountNextIndex', params: [account] },
    { method: 'system_health', params: [] },
    { method: 'chainHead_v1_follow', params: [true] },
    { method: 'chainHead_v1_storage', params: ['x', genesis, [{ key: '0x', type: 'value' }]] },
    {
      method: 'archive_v1_storage',
      params: [genesis, [{ key: '0x', type: 'closestDescendantMerkleValue' }]],
    },
    { method: 'archive_v1_call', params: [genesis, 'Core_version', '0x'] },
    { method: 'state_subscribeStorage', params: [keys.slice(0, 2)] },
    { method: 'eth_call', params: [{ to: `0x${'00'.repeat(20)}`, data: '0x' }, 'latest'] },
    { method: 'eth_sendRawTransaction', params: [`0x${'f8'.repeat(90)}`] },
    { method: 'eth_getLogs', params: [{ fromBlock: '0x0', toBlock: 'latest' }] },
    { method: 'subnetInfo_getSubnetInfo', params: [1] },
    { method: 'neuronInfo_getNeuronsLite', params: [1] },
  ]
  return { questions: [...byKey, ...apis], calls, keys }
}
