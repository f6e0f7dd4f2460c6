import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { blake2_256, bytes as bytesCodec } from '@taonet/frame'
import { hexOf, hexOfKey } from '../hex.ts'
import { type RpcServer, startRpcServer } from '../server.ts'
import { Client, callHttp, until } from '../testing/client.ts'
import { extrinsicOf, FakeChain, VERSION_425 } from '../testing/fake-chain.ts'
import { substrateMethods } from './index.ts'

const one = (byte: number) => Uint8Array.of(byte)
const key = (text: string) => hexOfKey(text)

let chain: FakeChain
let server: RpcServer

before(async () => {
  chain = new FakeChain({ 'a:1': one(1), 'a:2': one(2), 'a:3': one(3), 'b:1': one(9) })
  chain.addBlock([['a:1', one(11)]], [extrinsicOf(1, 2, 3)])
  chain.addBlock([
    ['a:2', undefined],
    ['a:4', one(4)],
  ])
  chain.addBlock([['a:1', one(11)]])
  chain.functions.set('Echo_back', (args) => args)
  chain.functions.set('Metadata_metadata', () => bytesCodec.encode(Uint8Array.of(0x6d, 0x65)))
  server = await startRpcServer(substrateMethods(chain), { port: 0 })
})
after(() => server.stop())

const ask = async (method: string, ...params: unknown[]) =>
  (await callHttp(server.port, method, params)).result
const failure = async (method: string, ...params: unknown[]) =>
  (await callHttp(server.port, method, params)).error
const UNKNOWN = `0x${'77'.repeat(32)}`

test('headers and blocks have the shape that clients decode', async () => {
  const { hash, header } = chain.blocks[1]!
  const json = {
    parentHash: chain.genesisHash,
    number: '0x1',
    stateRoot: header.stateRoot,
    extrinsicsRoot: header.extrinsicsRoot,
    digest: { logs: ['0x066175726100'] },
  }
  assert.deepEqual(await ask('chain_getHeader', hash), json)
  assert.deepEqual(await ask('chain_getBlock', hash), {
    block: { header: json, extrinsics: ['0x0c010203'] },
    justifications: null,
  })
  assert.equal(await ask('chain_getHeader', UNKNOWN), null)
  assert.equal(await ask('chain_getBlock', UNKNOWN), null)
  const best = (await ask('chain_getHeader')) as { number: string }
  assert.equal(best.number, '0x3')
})

test('a block hash is its header hashed', () => {
  for (const { hash, bytes } of chain.blocks) assert.equal(hexOf(blake2_256(bytes)), hash)
})

test('block hashes by number, hex number, list and nothing', async () => {
  const [genesis, first] = chain.blocks.map(({ hash }) => hash)
  assert.equal(await ask('chain_getBlockHash'), chain.best().hash)
  assert.equal(await ask('chain_getHead', null), chain.best().hash)
  assert.equal(await ask('chain_getBlockHash', 0), genesis)
  assert.equal(await ask('chain_getBlockHash', '0x01'), first)
  assert.equal(await ask('chain_getBlockHash', 99), null)
  assert.deepEqual(await ask('chain_getBlockHash', [0, '0x1', 99]), [genesis, first, null])
  assert.equal(await ask('chain_getFinalisedHead'), chain.best().hash)
  assert.deepEqual(await failure('chain_getBlockHash', 4294967296), {
    code: 3001,
    message: '`Number(4294967296)` > u32::MAX, the max block number is u32.',
  })
})

test('storage: values, hashes, sizes', async () => {
  assert.equal(await ask('state_getStorage', key('a:1')), '0x0b')
  assert.equal(await ask('state_getStorageAt', key('a:1').slice(2), null), '0x0b')
  assert.equal(await ask('state_getStorage', key('a:1'), chain.genesisHash), '0x01')
  assert.equal(await ask('state_getStorage', key('nothing')), null)
  assert.equal(await ask('state_getStorageHash', key('a:1')), hexOf(blake2_256(one(11))))
  assert.equal(await ask('state_getStorageSize', key('a:1')), 1)
  assert.equal(await ask('state_getStorageSize', key('a:')), 3)
  assert.equal(await ask('state_getStorageSize', key('nothing')), null)
})

test('keys: all, paged, pairs', async () => {
  const keys = ['a:1', 'a:3', 'a:4'].map(key)
  assert.deepEqual(await ask('state_getKeys', key('a:')), keys)
  assert.deepEqual(await ask('state_getKeysPaged', key('a:'), 2), keys.slice(0, 2))
  // clients begin a walk with the prefix itself as the start
  assert.deepEqual(await ask('state_getKeysPaged', key('a:'), 2, key('a:')), keys.slice(0, 2))
  assert.deepEqual(await ask('state_getKeysPagedAt', key('a:'), 2, keys[1], null), [keys[2]])
  assert.deepEqual(await ask('state_getPairs', key('b:')), [[key('b:1'), '0x09']])
  assert.deepEqual(await failure('state_getKeysPaged', key('a:'), 1001), {
    code: 4002,
    message: 'count exceeds maximum value. value: 1001, max: 1000',
  })
})

test('queryStorageAt: one set, duplicates once, nothing for nothing', async () => {
  const block = chain.best().hash
  const keys = [key('a:1'), key('a:2'), key('a:1')]
  assert.deepEqual(await ask('state_queryStorageAt', keys, null), [
    {
      block,
      changes: [
        [key('a:1'), '0x0b'],
        [key('a:2'), null],
      ],
    },
  ])
  assert.deepEqual(await ask('state_queryStorageAt', []), [])
})

test('queryStorage: first everything, then what changed', async () => {
  const hashes = chain.blocks.map(({ hash }) => hash)
  const keys = [key('a:1'), key('a:2')]
  assert.deepEqual(await ask('state_queryStorage', keys, hashes[0]), [
    {
      block: hashes[0],
      changes: [
        [key('a:1'), '0x01'],
        [key('a:2'), '0x02'],
      ],
    },
    { block: hashes[1], changes: [[key('a:1'), '0x0b']] },
    { block: hashes[2], changes: [[key('a:2'), null]] },
  ])
  assert.deepEqual(await failure('state_queryStorage', keys, hashes[2], hashes[1]), {
    code: 4001,
    message: `Cannot resolve a block range ['"2 (${hashes[2]})"' ... '"1 (${hashes[1]})"]. from number > to number`,
  })
  assert.equal((await failure('state_queryStorageAt', keys, UNKNOWN))?.code, 4001)
})

test('unknown and discarded blocks fail with the words that clients match', async () => {
  const gone = chain.blocks[1]!.hash
  chain.discarded.add(gone)
  const storage = await failure('state_getStorage', key('a:1'), gone)
  assert.deepEqual(storage, {
    code: 4003,
    message: `Client error: UnknownBlock: State already discarded for ${gone}`,
  })
  assert.deepEqual(await failure('state_getRuntimeVersion', gone), {
    code: 4003,
    message: `Client error: Api called for an unknown Block: State already discarded for ${gone}`,
  })
  assert.deepEqual(await failure('state_getMetadata', gone), {
    code: 4003,
    message: `Client error: Api called for an unknown Block: State already discarded for ${gone}`,
  })
  assert.deepEqual(await failure('state_getStorage', key('a:1'), UNKNOWN), {
    code: 4003,
    message: `Client error: UnknownBlock: Header was not found in the database: ${UNKNOWN}`,
  })
  assert.deepEqual(await failure('state_call', 'Echo_back', '', UNKNOWN), {
    code: 4003,
    message: `Client error: UnknownBlock: Expect block number from id: BlockId::Hash(${UNKNOWN})`,
  })
  for (const method of ['state_getKeys', 'state_getPairs', 'state_getStorageSize']) {
    assert.match((await failure(method, key('a'), gone))!.message, /State already discarded for/)
  }
  chain.discarded.delete(gone)
})

test('runtime calls', async () => {
  assert.equal(await ask('state_call', 'Echo_back', '0100'), '0x0100')
  assert.equal(await ask('state_call', 'Echo_back', ''), '0x')
  assert.equal(await ask('state_callAt', 'Echo_back', '0xff', chain.genesisHash), '0xff')
  assert.deepEqual(await failure('state_call', 'Metadata_metadata_at_version', '0x0f000000'), {
    code: 4003,
    message:
      'Client error: Execution failed: Other: Exported method Metadata_metadata_at_version is not found',
  })
  assert.equal(await ask('state_getMetadata'), '0x6d65')
  assert.deepEqual(await ask('chain_getRuntimeVersion'), {
    ...VERSION_425,
    stateVersion: 1,
  })
})

test('proofs, traces and child tries', async () => {
  assert.deepEqual(await ask('state_getReadProof', [key('a:1')]), {
    at: chain.best().hash,
    proof: ['0x0b'],
  })
  assert.equal((await failure('state_traceBlock', chain.best().hash))?.code, 4001)
  const child = key(':child_storage:default:x')
  assert.equal(await ask('childstate_getStorage', child, key('k')), null)
  assert.deepEqual(await ask('childstate_getKeysPagedAt', child, null, 10), [])
  assert.deepEqual(await ask('childstate_getStorageEntries', child, [key('k'), key('l')]), [
    null,
    null,
  ])
  assert.deepEqual(await failure('childstate_getKeys', key('x'), '0x'), {
    code: 4003,
    message: 'Client error: Invalid child storage key',
  })
})

test('system: identity, health, peers', async () => {
  assert.equal(await ask('system_name'), 'Subtensor Node')
  assert.equal(await ask('system_chain'), 'Bittensor')
  assert.equal(await ask('system_chainType'), 'Local')
  assert.deepEqual(await ask('system_properties'), {
    ss58Format: 42,
    tokenDecimals: 9,
    tokenSymbol: 'TAO',
  })
  assert.deepEqual(await ask('system_health'), {
    peers: 0,
    isSyncing: false,
    shouldHavePeers: false,
  })
  assert.deepEqual(await ask('system_syncState'), {
    startingBlock: 0,
    currentBlock: 3,
    highestBlock: 3,
  })
  assert.deepEqual(await ask('system_nodeRoles'), ['Authority'])
  assert.deepEqual(await ask('system_peers'), [])
  assert.equal(await ask('system_addReservedPeer', '/ip4/1.2.3.4/tcp/1/p2p/Qm'), null)
  assert.deepEqual(await ask('system_reservedPeers'), ['/ip4/1.2.3.4/tcp/1/p2p/Qm'])
  assert.equal((await failure('system_addReservedPeer', 'nonsense'))?.code, 2002)
  assert.equal(await ask('chainSpec_v1_chainName'), 'Bittensor')
  assert.equal(await ask('chainSpec_v1_genesisHash'), chain.genesisHash)
})

test('the next index of an account, under both names', async () => {
  const alice = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
  chain.pool.nextIndex = 7
  assert.equal(await ask('system_accountNextIndex', alice), 7)
  assert.equal(await ask('account_nextIndex', alice), 7)
  assert.equal((await failure('account_nextIndex', 'nobody'))?.code, -32602)
  assert.equal((await failure('account_nextIndex', 5))?.code, -32602)
})

test('fees: weight as numbers, the fee as a decimal string', async () => {
  // compact 1_000_000, compact 2^60, class 1, fee 123456789012345678 as u64 LE
  const info = '02093d00130000000000000010014ef330a64b9bb601'
  let asked = ''
  chain.functions.set('TransactionPaymentApi_query_info', (args) => {
    asked = hexOf(args)
    return Buffer.from(info, 'hex')
  })
  const { text } = await import('../testing/client.ts').then(({ post }) =>
    post(server.port, {
      jsonrpc: '2.0',
      id: 1,
      method: 'payment_queryInfo',
      params: ['0x0c010203'],
    }),
  )
  assert.equal(
    text,
    '{"jsonrpc":"2.0","id":1,"result":{"weight":{"ref_time":1000000,"proof_size":1152921504606846976},"class":"operational","partialFee":"123456789012345678"}}',
  )
  assert.equal(asked, '0x0c01020304000000')
  chain.functions.set('TransactionPaymentApi_query_fee_details', () => {
    const fees = '01010000000000000002000000000000000300000000000000'
    return Buffer.from(`${fees}0000000000000000`, 'hex')
  })
  assert.deepEqual(await ask('payment_queryFeeDetails', '0x0c010203'), {
    inclusionFee: { baseFee: 1, lenFee: 2, adjustedWeightFee: 3 },
  })
  assert.deepEqual(await failure('payment_queryInfo', '0xff'), {
    code: 2,
    message: 'Unable to query dispatch info.',
    data: (await failure('payment_queryInfo', '0xff'))?.data,
  })
})

test('offchain storage', async () => {
  assert.equal(await ask('offchain_localStorageSet', 'PERSISTENT', '0x01', '0x02'), null)
  assert.equal(await ask('offchain_localStorageGet', 'PERSISTENT', '0x01'), '0x02')
  await ask('offchain_localStorageClear', 'PERSISTENT', '0x01')
  assert.equal(await ask('offchain_localStorageGet', 'PERSISTENT', '0x01'), null)
  assert.deepEqual(await failure('offchain_localStorageGet', 'LOCAL', '0x01'), {
    code: 5001,
    message: 'This storage kind is not available yet',
  })
})

test('what public endpoints do not let through', async () => {
  const safe = await startRpcServer(substrateMethods(chain), { port: 0, methodsPolicy: 'safe' })
  const calls: [string, unknown[]][] = [
    ['state_getPairs', ['0x']],
    ['state_queryStorage', [['0x'], chain.genesisHash]],
    ['state_traceBlock', [chain.genesisHash]],
    ['system_peers', []],
    ['system_addReservedPeer', ['/x']],
    ['system_removeReservedPeer', ['x']],
    ['system_dryRun', ['0x00']],
    ['system_addLogFilter', ['x=debug']],
    ['system_resetLogFilter', []],
    ['system_unstable_networkState', []],
    ['author_insertKey', ['aura', '//Alice', '0x00']],
    ['author_rotateKeys', []],
    ['author_hasKey', ['0x00', 'aura']],
    ['author_hasSessionKeys', ['0x00']],
    ['author_removeExtrinsic', [[]]],
    ['offchain_localStorageGet', ['PERSISTENT', '0x']],
    ['offchain_localStorageSet', ['PERSISTENT', '0x', '0x']],
    ['offchain_localStorageClear', ['PERSISTENT', '0x']],
  ]
  for (const [method, params] of calls) {
    const { error } = await callHttp(safe.port, method, params)
    assert.equal(error?.message, 'RPC call is unsafe to be called externally', method)
  }
  const client = await Client.connect(safe.port)
  assert.equal((await client.call('state_subscribeStorage', [])).error?.code, -32601)
  client.close()
  await safe.stop()
})

test('an answer that would be too long is not built', async () => {
  const small = await startRpcServer(substrateMethods(chain), { port: 0, maxResponseBytes: 30 })
  assert.equal((await callHttp(small.port, 'state_getKeys', ['0x'])).error?.code, -32008)
  assert.equal((await callHttp(small.port, 'state_getPairs', ['0x'])).error?.code, -32008)
  await small.stop()
})

test('heads: the current one at once, then each new one, then silence', async () => {
  const client = await Client.connect(server.port)
  const listenersBefore = chain.listeners
  const ids = await Promise.all([
    client.result('chain_subscribeNewHeads'),
    client.result('subscribe_newHead'),
    client.result('chain_subscribeAllHeads'),
    client.result('chain_subscribeFinalizedHeads'),
  ])
  const number = async (id: unknown) => ((await client.event(id)) as { number: string }).number
  for (const id of ids) assert.equal(await number(id), '0x3')
  chain.addBlock()
  for (const id of ids) assert.equal(await number(id), '0x4')
  assert.equal(await client.result('chain_unsubscribeNewHeads', [ids[0]]), true)
  assert.equal(await client.result('unsubscribe_newHead', [ids[1]]), true)
  assert.equal(await client.result('chain_unsubscribeFinalisedHeads', [ids[3]]), true)
  chain.addBlock()
  assert.equal(await number(ids[2]), '0x5')
  assert.deepEqual(client.rest, [])
  client.close()
  await until(() => chain.listeners === listenersBefore)
  chain.rewind(3)
})

test('storage subscriptions: all keys first, then those that a block wrote', async () => {
  const client = await Client.connect(server.port)
  const keys = [key('a:1'), key('a:2')]
  const id = await client.result('state_subscribeStorage', [keys])
  assert.deepEqual(await client.event(id), {
    block: chain.best().hash,
    changes: [
      [key('a:1'), '0x0b'],
      [key('a:2'), null],
    ],
  })
  chain.addBlock([['b:1', one(8)]])
  const { hash: block } = chain.addBlock([
    ['a:2', one(5)],
    ['b:1', one(7)],
  ])
  assert.deepEqual(await client.event(id), { block, changes: [[key('a:2'), '0x05']] })
  assert.deepEqual(client.rest, [])
  const everything = await client.result('state_subscribeStorage', [])
  const next = chain.addBlock([['c', one(1)]])
  assert.deepEqual(await client.event(everything), {
    block: next.hash,
    changes: [[key('c'), '0x01']],
  })
  client.close()
  await until(() => chain.listeners === 0)
  chain.rewind(3)
})

test('a storage subscription ends when its state is gone, and the chain goes on', async () => {
  const client = await Client.connect(server.port)
  const id = await client.result('state_subscribeStorage', [[key('a:1')]])
  await client.event(id)
  chain.discarded.add(chain.hashOf(2)!)
  chain.rewind(2)
  assert.equal(chain.listeners, 0)
  assert.equal(await client.result('state_unsubscribeStorage', [id]), false)
  chain.discarded.clear()
  chain.addBlock([['a:1', one(11)]])
  client.close()
})

test('runtime versions: at once, then only when they change', async () => {
  const client = await Client.connect(server.port)
  const id = await client.result('state_subscribeRuntimeVersion')
  const version = async () => ((await client.event(id)) as { specVersion: number }).specVersion
  assert.equal(await version(), 425)
  chain.addBlock()
  chain.version = { ...VERSION_425, specVersion: 426 }
  chain.addBlock()
  assert.equal(await version(), 426)
  assert.deepEqual(client.rest, [])
  assert.equal(await client.result('chain_unsubscribeRuntimeVersion', [id]), true)
  client.close()
  chain.version = VERSION_425
  chain.rewind(3)
})

test('rpc_methods names what the specification lists', async () => {
  const { methods } = (await ask('rpc_methods')) as { methods: string[] }
  const names = `author_hasKey author_hasSessionKeys author_insertKey author_pendingExtrinsics
    author_removeExtrinsic author_rotateKeys author_submitAndWatchExtrinsic author_submitExtrinsic
    author_unwatchExtrinsic account_nextIndex chain_getBlock chain_getBlockHash chain_getFinalisedHead
    chain_getFinalizedHead chain_getHead chain_getHeader chain_getRuntimeVersion
    chain_subscribeAllHeads chain_subscribeFinalisedHeads chain_subscribeFinalizedHeads
    chain_subscribeNewHead chain_subscribeNewHeads chain_subscribeRuntimeVersion
    chain_unsubscribeAllHeads chain_unsubscribeFinalisedHeads chain_unsubscribeFinalizedHeads
    chain_unsubscribeNewHead chain_unsubscribeNewHeads chain_unsubscribeRuntimeVersion
    chainHead_v1_body chainHead_v1_call chainHead_v1_continue chainHead_v1_follow
    chainHead_v1_header chainHead_v1_stopOperation chainHead_v1_storage chainHead_v1_unfollow
    chainHead_v1_unpin chainSpec_v1_chainName chainSpec_v1_genesisHash chainSpec_v1_properties
    childstate_getKeys childstate_getKeysPaged childstate_getKeysPagedAt childstate_getStorage
    childstate_getStorageEntries childstate_getStorageHash childstate_getStorageSize
    offchain_localStorageClear offchain_localStorageGet offchain_localStorageSet
    payment_queryFeeDetails payment_queryInfo rpc_methods state_call state_callAt
    state_getChildReadProof state_getKeys state_getKeysPaged state_getKeysPagedAt state_getMetadata
    state_getPairs state_getReadProof state_getRuntimeVersion state_getStorage state_getStorageAt
    state_getStorageHash state_getStorageHashAt state_getStorageSize state_getStorageSizeAt
    state_queryStorage state_queryStorageAt state_subscribeRuntimeVersion state_subscribeStorage
    state_traceBlock state_unsubscribeRuntimeVersion state_unsubscribeStorage subscribe_newHead
    system_accountNextIndex system_addLogFilter system_addReservedPeer system_chain
    system_chainType system_dryRun system_dryRunAt system_health system_localListenAddresses
    system_localPeerId system_name system_nodeRoles system_peers system_properties
    system_removeReservedPeer system_reservedPeers system_resetLogFilter system_syncState
    system_unstable_networkState system_version transactionWatch_v1_submitAndWatch
    transactionWatch_v1_unwatch transaction_v1_broadcast transaction_v1_stop unsubscribe_newHead`
  const archive = `archive_v1_body archive_v1_call archive_v1_finalizedHeight archive_v1_genesisHash
    archive_v1_hashByHeight archive_v1_header archive_v1_stopStorage archive_v1_storage
    archive_v1_storageDiff archive_v1_storageDiff_stopStorageDiff`
  assert.deepEqual(methods, `${names} ${archive}`.split(/\s+/).sort())
})
