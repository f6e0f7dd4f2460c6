import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hexOf } from '../hex.ts'
import { type RpcServer, startRpcServer } from '../server.ts'
import { callHttp, post } from '../testing/client.ts'
import { FakeChain } from '../testing/fake-chain.ts'
import { bittensorMethods } from './index.ts'

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const ALICE_HEX = 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'

let chain: FakeChain
let server: RpcServer

before(async () => {
  chain = new FakeChain()
  server = await startRpcServer(bittensorMethods(chain), { port: 0 })
})
after(() => server.stop())

/** Answers one call with bytes and reports the arguments that the runtime saw. */
async function argsOf(method: string, params: unknown[], api: string): Promise<string> {
  let seen = 'nothing'
  chain.functions.clear()
  chain.functions.set(api, (args) => {
    seen = hexOf(args)
    return Uint8Array.of(1, 2, 255)
  })
  const frame = await callHttp(server.port, method, params)
  assert.deepEqual(frame.result, [1, 2, 255], `${method}: ${JSON.stringify(frame.error)}`)
  return seen
}

test('every question reaches its runtime API with its arguments encoded', async () => {
  const bytes = [...Buffer.from(ALICE_HEX, 'hex')]
  const cases: [string, unknown[], string, string][] = [
    ['delegateInfo_getDelegates', [], 'DelegateInfoRuntimeApi_get_delegates', '0x'],
    ['delegateInfo_getDelegate', [bytes], 'DelegateInfoRuntimeApi_get_delegate', `0x${ALICE_HEX}`],
    [
      'delegateInfo_getDelegated',
      [[...bytes, 7], null],
      'DelegateInfoRuntimeApi_get_delegated',
      `0x${ALICE_HEX}`,
    ],
    ['neuronInfo_getNeurons', [258], 'NeuronInfoRuntimeApi_get_neurons', '0x0201'],
    ['neuronInfo_getNeuron', [1, 2], 'NeuronInfoRuntimeApi_get_neuron', '0x01000200'],
    ['neuronInfo_getNeuronsLite', [1], 'NeuronInfoRuntimeApi_get_neurons_lite', '0x0100'],
    ['neuronInfo_getNeuronLite', [1, 2], 'NeuronInfoRuntimeApi_get_neuron_lite', '0x01000200'],
    ['subnetInfo_getSubnetInfo', [1], 'SubnetInfoRuntimeApi_get_subnet_info', '0x0100'],
    ['subnetInfo_getSubnetsInfo', [], 'SubnetInfoRuntimeApi_get_subnets_info', '0x'],
    ['subnetInfo_getSubnetInfo_v2', [1], 'SubnetInfoRuntimeApi_get_subnet_info_v2', '0x0100'],
    ['subnetInfo_getSubnetsInfo_v2', [], 'SubnetInfoRuntimeApi_get_subnets_info_v2', '0x'],
    [
      'subnetInfo_getSubnetHyperparams',
      [1],
      'SubnetInfoRuntimeApi_get_subnet_hyperparams',
      '0x0100',
    ],
    [
      'subnetInfo_getSubnetHyperparamsV2',
      [1],
      'SubnetInfoRuntimeApi_get_subnet_hyperparams_v2',
      '0x0100',
    ],
    ['subnetInfo_getAllDynamicInfo', [], 'SubnetInfoRuntimeApi_get_all_dynamic_info', '0x'],
    ['subnetInfo_getDynamicInfo', [1], 'SubnetInfoRuntimeApi_get_dynamic_info', '0x0100'],
    ['subnetInfo_getAllMetagraphs', [], 'SubnetInfoRuntimeApi_get_all_metagraphs', '0x'],
    ['subnetInfo_getMetagraph', [1], 'SubnetInfoRuntimeApi_get_metagraph', '0x0100'],
    ['subnetInfo_getAllMechagraphs', [], 'SubnetInfoRuntimeApi_get_all_mechagraphs', '0x'],
    ['subnetInfo_getMechagraph', [1, 2], 'SubnetInfoRuntimeApi_get_mechagraph', '0x010002'],
    ['subnetInfo_getSubnetState', [1], 'SubnetInfoRuntimeApi_get_subnet_state', '0x0100'],
    [
      'subnetInfo_getSelectiveMetagraph',
      [1, [0, 72]],
      'SubnetInfoRuntimeApi_get_selective_metagraph',
      '0x01000800004800',
    ],
    [
      'subnetInfo_getSelectiveMechagraph',
      [1, 2, [3]],
      'SubnetInfoRuntimeApi_get_selective_mechagraph',
      '0x010002040300',
    ],
    [
      'subnetInfo_getColdkeyAutoStakeHotkey',
      [ALICE, 1],
      'SubnetInfoRuntimeApi_get_coldkey_auto_stake_hotkey',
      `0x${ALICE_HEX}0100`,
    ],
    ['subnetInfo_getSubnetAccountId', [1], 'SubnetInfoRuntimeApi_get_subnet_account_id', '0x0100'],
    [
      'stakeInfo_getColdkeyLock',
      [ALICE, 1],
      'StakeInfoRuntimeApi_get_coldkey_lock',
      `0x${ALICE_HEX}0100`,
    ],
    [
      'swap_simSwapTaoForAlpha',
      [1, 1000000000],
      'SwapRuntimeApi_sim_swap_tao_for_alpha',
      '0x010000ca9a3b00000000',
    ],
    [
      'swap_simSwapAlphaForTao',
      [1, 5],
      'SwapRuntimeApi_sim_swap_alpha_for_tao',
      '0x01000500000000000000',
    ],
  ]
  for (const [method, params, api, args] of cases) {
    assert.equal(await argsOf(method, params, api), args, method)
  }
})

test('amounts beyond 2^53 arrive and leave exactly', async () => {
  let seen = ''
  chain.functions.set('SwapRuntimeApi_sim_swap_tao_for_alpha', (args) => {
    seen = hexOf(args)
    return args
  })
  const big = '18446744073709551615'
  await post(
    server.port,
    `{"jsonrpc":"2.0","id":1,"method":"swap_simSwapTaoForAlpha","params":[1,${big}]}`,
  )
  assert.equal(seen, '0x0100ffffffffffffffff')
  chain.functions.set('SwapRuntimeApi_current_alpha_price', () => new Uint8Array(8).fill(255))
  const { text } = await post(
    server.port,
    '{"jsonrpc":"2.0","id":1,"method":"swap_currentAlphaPrice","params":[1]}',
  )
  assert.equal(text, `{"jsonrpc":"2.0","id":1,"result":${big}}`)
})

test('numbers, lists of prices, and nothing to prune', async () => {
  const ask = async (method: string, ...params: unknown[]) =>
    (await callHttp(server.port, method, params)).result
  chain.functions.set('SubnetRegistrationRuntimeApi_get_network_registration_cost', () =>
    Buffer.from('00a0724e18090000', 'hex'),
  )
  assert.equal(await ask('subnetInfo_getLockCost'), 10_000_000_000_000)
  chain.functions.set('SubnetInfoRuntimeApi_get_subnet_to_prune', () => Uint8Array.of(0))
  assert.equal(await ask('subnetInfo_getSubnetToPrune'), null)
  chain.functions.set('SubnetInfoRuntimeApi_get_subnet_to_prune', () => Uint8Array.of(1, 5, 0))
  assert.equal(await ask('subnetInfo_getSubnetToPrune'), 5)
  chain.functions.set('SwapRuntimeApi_current_alpha_price_all', () =>
    Buffer.from('0801000a000000000000000200ff00000000000000', 'hex'),
  )
  assert.deepEqual(await ask('swap_currentAlphaPriceAll'), [
    { netuid: 1, price: 10 },
    { netuid: 2, price: 255 },
  ])
})

test('failures have code 1 and a sentence', async () => {
  chain.functions.clear()
  const failure = async (method: string, ...params: unknown[]) =>
    (await callHttp(server.port, method, params)).error
  const missing = await failure('neuronInfo_getNeurons', 1)
  assert.equal(missing?.code, 1)
  assert.match(missing!.message, /^Unable to get neurons info: Application\(.*is not found/)
  const unknown = `0x${'11'.repeat(32)}`
  assert.deepEqual(await failure('delegateInfo_getDelegates', unknown), {
    code: 1,
    message: `Unable to get delegates info: UnknownBlock("Expect block number from id: BlockId::Hash(${unknown})")`,
  })
  assert.equal((await failure('delegateInfo_getDelegate', [1, 2]))?.code, 1)
  assert.equal((await failure('neuronInfo_getNeurons', 65536))?.code, -32602)
  assert.equal((await failure('subnetInfo_getMechagraph', 1, 256))?.code, -32602)
  assert.deepEqual(await failure('subnetInfo_getSubnetAccountId', 1), {
    code: 1,
    message: 'Subnet does not exist',
  })
})
