import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { blake2_128, blake2_256, keccak256, twox128 } from '@taonet/frame'
import { hexOf, hexOfKey } from '../hex.ts'
import { type RpcServer, startRpcServer } from '../server.ts'
import { callHttp } from '../testing/client.ts'
import { extrinsicOf, FakeChain, FakeDev } from '../testing/fake-chain.ts'
import { devMethods } from './index.ts'

let chain: FakeChain
let dev: FakeDev
let server: RpcServer

before(async () => {
  chain = new FakeChain({ old: Uint8Array.of(1) })
  dev = new FakeDev(chain)
  chain.dev = dev
  server = await startRpcServer(devMethods(chain), { port: 0 })
})
after(() => server.stop())

const ask = async (method: string, ...params: unknown[]) => {
  const frame = await callHttp(server.port, method, params)
  assert.equal(frame.error, undefined, `${method}: ${JSON.stringify(frame.error)}`)
  return frame.result
}
const failure = async (method: string, ...params: unknown[]) =>
  (await callHttp(server.port, method, params)).error
const valueOf = (key: string) => chain.stateAt(chain.best().hash).get(key)

test('engine_createBlock', async () => {
  assert.deepEqual(await failure('engine_createBlock', false, true, null), {
    code: 12000,
    message:
      'Transaction pool is empty, set create_empty to true, if you want to create empty blocks',
  })
  const created = await ask('engine_createBlock', true, true)
  assert.deepEqual(created, {
    hash: chain.best().hash,
    aux: {
      header_only: false,
      clear_justification_requests: false,
      needs_justification: false,
      bad_justification: false,
      is_new_best: true,
    },
    proof_size: 0,
  })
  assert.equal(await ask('engine_finalizeBlock', chain.best().hash, null), true)
  assert.deepEqual(await failure('engine_createBlock', true, true, `0x12${'34'.repeat(31)}`), {
    code: 13000,
    message: "Supplied parent_hash: 0x1234…3434 doesn't exist in chain",
  })
  assert.equal((await failure('engine_createBlock', true))?.code, -32602)
})

test('dev_newBlock: one, some, up to a number, with transactions', async () => {
  const start = chain.best().number
  assert.equal(await ask('dev_newBlock'), chain.best().hash)
  await ask('dev_newBlock', { count: 3 })
  assert.equal(chain.best().number, start + 4)
  await ask('dev_newBlock', { to: start + 6 })
  assert.equal(chain.best().number, start + 6)
  const xt = hexOf(extrinsicOf(5))
  await ask('dev_newBlock', { transactions: [xt], dmp: [], hrmp: {} })
  assert.deepEqual(chain.body(chain.best().hash)!.map(hexOf), [xt])
  assert.match((await failure('dev_newBlock', { unsafeBlockHeight: 5 }))!.message, /no meaning/)
  assert.equal((await failure('dev_newBlock', { count: -1 }))?.code, -32602)
  assert.equal((await failure('dev_newBlock', { count: 1e9 }))?.code, 1)
})

test('dev_setStorage: raw pairs and names', async () => {
  assert.equal(
    await ask('dev_setStorage', [
      [hexOfKey('raw'), '0x0102'],
      [hexOfKey('old'), null],
    ]),
    chain.best().hash,
  )
  assert.deepEqual(valueOf('raw'), Uint8Array.of(1, 2))
  assert.equal(valueOf('old'), undefined)
  await ask('dev_setStorage', {
    Sudo: {
      Key: 'me',
      MapA: [
        [['k1'], 5],
        [['k2'], 6],
      ],
    },
  })
  assert.equal(Buffer.from(valueOf('Sudo:Key:')!).toString(), 'me')
  assert.equal(Buffer.from(valueOf('Sudo:MapA:k2')!).toString(), '6')
  await ask('dev_setStorage', { Sudo: { $removePrefix: ['MapA'], MapA: [[['k3'], 7]] } })
  assert.equal(valueOf('Sudo:MapA:k1'), undefined)
  assert.equal(Buffer.from(valueOf('Sudo:MapA:k3')!).toString(), '7')
  assert.deepEqual(await failure('dev_setStorage', { Nothing: { X: 1 } }), {
    code: 1,
    message: 'no pallet Nothing',
  })
  assert.equal((await failure('dev_setStorage', [['0xzz', '0x']]))?.code, -32602)
  assert.equal((await failure('dev_setStorage', 5))?.code, -32602)
  assert.equal((await failure('dev_setStorage', { Sudo: { MapA: 5 } }))?.code, 1)
  assert.match((await failure('dev_setStorage', [], chain.genesisHash))!.message, /only the head/)
})

test('dev_timeTravel, dev_setBlockBuildMode', async () => {
  assert.equal(await ask('dev_timeTravel', 1_700_000_000_000), 1_700_000_000_000)
  assert.equal(dev.timeMs, 1_700_000_000_000)
  assert.equal(await ask('dev_timeTravel', '2030-01-01T00:00:00Z'), 1_893_456_000_000)
  assert.equal((await failure('dev_timeTravel', 'someday'))?.code, -32602)
  assert.equal(await ask('dev_setBlockBuildMode', 'Manual'), null)
  assert.equal(dev.mode, 'Manual')
  assert.equal((await failure('dev_setBlockBuildMode', 'Fast'))?.code, -32602)
})

test('dev_setHead: hash, number, steps back', async () => {
  await ask('dev_newBlock', { count: 5 })
  const top = chain.best().number
  assert.equal(await ask('dev_setHead', -2), chain.best().hash)
  assert.equal(chain.best().number, top - 2)
  const third = chain.hashOf(3)
  assert.equal(await ask('dev_setHead', 3), third)
  assert.equal(await ask('dev_setHead', third), third)
  assert.equal((await failure('dev_setHead', 99))?.code, 1)
  assert.equal((await failure('dev_setHead', `0x${'99'.repeat(32)}`))?.code, 1)
})

test('dry runs and runs', async () => {
  assert.deepEqual(await ask('dev_dryRun', { extrinsic: '0x0401' }), {
    outcome: '0x0000',
    storageDiff: [['0x0401', null]],
  })
  assert.equal((await failure('dev_dryRun', {}))?.code, 1)
  const header = {
    parentHash: `0x${'01'.repeat(32)}`,
    number: '0x1',
    stateRoot: `0x${'02'.repeat(32)}`,
    extrinsicsRoot: `0x${'03'.repeat(32)}`,
    digest: { logs: ['0x0600'] },
  }
  const encoded = `0x${'01'.repeat(32)}04${'02'.repeat(32)}${'03'.repeat(32)}040600`
  assert.deepEqual(await ask('dev_runBlock', { block: { header, extrinsics: [] } }), {
    phases: [
      {
        phase: 'Initialization',
        storageDiff: [{ raw: { key: hexOfKey('header'), value: encoded } }],
      },
    ],
  })
  assert.equal((await failure('dev_runBlock', { block: {} }))?.code, -32602)
})

test('evm_snapshot and evm_revert', async () => {
  const { number } = chain.best()
  const first = await ask('evm_snapshot')
  assert.equal(first, '0x1')
  await ask('evm_mine')
  const second = await ask('evm_snapshot')
  await ask('evm_mine')
  assert.equal(await ask('evm_revert', first), true)
  assert.equal(chain.best().number, number)
  // later ones are gone with it
  assert.equal(await ask('evm_revert', second), false)
  assert.equal(await ask('evm_revert', '0x99'), false)
})

test('the clock and the mining modes of Ethereum tools', async () => {
  dev.timeMs = 1_000_000
  assert.equal(await ask('evm_increaseTime', 10), 10)
  assert.equal(await ask('evm_increaseTime', '0x5'), 15)
  assert.equal(dev.timeMs, 1_015_000)
  assert.equal(await ask('evm_setNextBlockTimestamp', 2_000), null)
  assert.equal(dev.timeMs, 2_000_000)
  assert.equal((await failure('evm_setNextBlockTimestamp', 1))?.code, -32602)
  assert.equal(await ask('evm_setAutomine', true), true)
  assert.equal(await ask('hardhat_getAutomine'), true)
  assert.equal(await ask('evm_setIntervalMining', 250), true)
  assert.equal(dev.intervalMs, 250)
})

test('evm_mine, hardhat_mine, reset', async () => {
  const { number } = chain.best()
  assert.equal(await ask('evm_mine'), '0x0')
  await ask('evm_mine', { blocks: 2 })
  await ask('evm_mine', 5_000)
  assert.equal(dev.timeMs, 5_000_000)
  await ask('hardhat_mine', '0x3', '0x3c')
  assert.equal(chain.best().number, number + 7)
  assert.equal(dev.timeMs, 5_120_000)
  assert.equal(await ask('anvil_reset'), true)
  assert.equal(chain.best().number, 0)
  assert.equal((await failure('hardhat_reset', { forking: {} }))?.code, 1)
})

test('accounts of Ethereum: balance, nonce, code, storage', async () => {
  const who = `0x${'11'.repeat(20)}`
  const mirror = blake2_256(Buffer.concat([Buffer.from('evm:'), Buffer.alloc(20, 0x11)]))
  const map = (pallet: string, item: string, ...keys: Uint8Array[]) =>
    Buffer.concat([
      twox128(Buffer.from(pallet)),
      twox128(Buffer.from(item)),
      ...keys.flatMap((key) => [blake2_128(key), key]),
    ]).toString('latin1')
  const record = () => Buffer.from(valueOf(map('System', 'Account', mirror))!)
  assert.equal(await ask('hardhat_setBalance', who, '0xde0b6b3a7640000'), true)
  // 1 TAO can be spent, the existential deposit stays: providers 1, free 1_000_000_500
  assert.deepEqual([record().readUInt32LE(8), record().readBigUInt64LE(16)], [1, 1_000_000_500n])
  assert.equal(record()[55], 0x80)
  const issuance = () => Buffer.from(valueOf(map('Balances', 'TotalIssuance'))!).readBigUInt64LE()
  assert.equal(issuance(), 1_000_000_500n)
  await ask('anvil_setBalance', who, '0x0')
  assert.equal(issuance(), 0n)
  assert.equal(await ask('evm_setAccountNonce', who, '0x7'), true)
  assert.equal(record().readUInt32LE(0), 7)
  assert.equal((await failure('hardhat_setNonce', who, '0x100000000'))?.code, -32602)
  await ask('hardhat_setCode', who, '0x6000')
  const address = Buffer.alloc(20, 0x11)
  assert.deepEqual(valueOf(map('EVM', 'AccountCodes', address)), Uint8Array.of(8, 0x60, 0))
  const metadata = Buffer.from(valueOf(map('EVM', 'AccountCodesMetadata', address))!)
  assert.equal(metadata.readBigUInt64LE(), 2n)
  assert.deepEqual(metadata.subarray(8), Buffer.from(keccak256(Uint8Array.of(0x60, 0))))
  const slot = map('EVM', 'AccountStorages', address, Buffer.from('5'.padStart(64, '0'), 'hex'))
  await ask('anvil_setStorageAt', who, '0x5', `0x${'00'.repeat(31)}09`)
  assert.equal(valueOf(slot)!.at(-1), 9)
  await ask('anvil_setStorageAt', who, '0x5', '0x0')
  assert.equal(valueOf(slot), undefined)
  assert.equal((await failure('hardhat_setBalance', '0x11', '0x1'))?.code, -32602)
  assert.equal((await failure('hardhat_setBalance', who, `0x${'f'.repeat(64)}`))?.code, 1)
  assert.equal(await ask('hardhat_setNextBlockBaseFeePerGas', '0x102'), null)
  assert.deepEqual(valueOf(map('BaseFee', 'BaseFeePerGas'))!.subarray(0, 3), Uint8Array.of(2, 1, 0))
})

test('a chain without powers offers none, but block statistics', async () => {
  const plain = new FakeChain()
  const names = devMethods(plain).flatMap((table) => Object.keys(table))
  assert.deepEqual(names, ['dev_getBlockStats'])
})
