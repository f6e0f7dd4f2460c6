// What a node answers to bad input, over real sockets and with a real runtime; and that it goes on.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { concatBytes, type Era, mortal, toHex } from '@taonet/frame'
import { Client, connectRaw, type Frame, post } from '../../packages/node/src/rpc/testing/client.ts'
import { type NodeProcess, startNode, stopAll } from './node-process.ts'
import { Wallet } from './wallet.ts'

let node: NodeProcess
let wallet: Wallet

before(async () => {
  node = await startNode(['--fast', '--tmp', '--sealing', '25', '--rpc-max-request-size', '1'])
  wallet = await Wallet.of(node)
  // eras have to have passed
  while (Number(await blockNumber()) < 12) await new Promise((done) => setTimeout(done, 20))
})
after(stopAll)
afterEach(async () => {
  assert.equal(await node.ask('system_chain'), 'Bittensor', 'the node still answers')
})

const blockNumber = async () => {
  const header = (await node.ask('chain_getHeader')) as { number: string }
  return Number(header.number)
}
const submit = (bytes: Uint8Array | string) =>
  node.call('author_submitExtrinsic', typeof bytes === 'string' ? bytes : toHex(bytes))
const transfer = () => wallet.transfer('//Bob', 1n)
const refusal = ({ error }: Frame) => error && [error.code, error.message, error.data]
const INVALID = (data: string) => [1010, 'Invalid Transaction', data]
const BAD_SIGNATURE = INVALID('Transaction has a bad signature')
const ANCIENT = INVALID('Transaction has an ancient birth block')

test('malformed JSON and messages that are no calls', async () => {
  const client = await Client.connect(node.port)
  for (const [text, code] of [
    ['{', -32700],
    ['nonsense', -32700],
    ['[]', -32600],
    ['{"jsonrpc":"1.0","id":1,"method":"system_chain"}', -32600],
    ['{"jsonrpc":"2.0","id":1}', -32600],
    ['{"jsonrpc":"2.0","id":{},"method":"system_chain"}', -32600],
  ] as const) {
    client.send(text)
    assert.equal((await client.next()).error?.code, code, text)
    if (text === '[]') continue
    assert.equal((await post(node.port, text)).json.error?.code, code, text)
  }
  client.socket.send(Buffer.from([0xff, 0xfe, 0x00]))
  assert.equal((await client.next()).error?.code, -32700)
  client.close()
})

test('unknown methods and wrong types of parameters', async () => {
  const code = async (method: string, ...params: unknown[]) =>
    (await node.call(method, ...params)).error?.code
  assert.equal(await code('system_nothing'), -32601)
  assert.equal(await code(''), -32601)
  assert.equal(await code('constructor'), -32601)
  assert.equal(await code('chain_getBlock', 5), -32602)
  assert.equal(await code('chain_getBlock', '0x12'), -32602)
  assert.equal(await code('state_getStorage'), -32602)
  assert.equal(await code('state_getStorage', 'zz'), -32602)
  assert.equal(await code('state_getKeysPaged', '0x', -1), -32602)
  assert.equal(await code('system_accountNextIndex', 'not an address'), -32602)
  assert.equal(await code('author_submitExtrinsic', ['0x00']), -32602)
  assert.equal(await code('state_call', 'Nothing_at_all', '0x'), 4003)
})

test('frames and bodies that are too large', async () => {
  const large = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'x',
    params: ['0'.repeat(2 ** 20)],
  })
  const answer = await post(node.port, large)
  assert.equal(answer.status, 413)
  assert.equal(answer.json.error?.code, -32007)
  const client = await Client.connect(node.port)
  client.send(large)
  assert.equal((await client.untilClosed()).code, 1009)
  // a frame that only says it is large is not waited for
  const raw = await connectRaw(node.port)
  const key = Buffer.from('0123456789abcdef').toString('base64')
  raw.write(
    `GET / HTTP/1.1\r\nHost: localhost:${node.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  )
  await new Promise((done) => raw.once('data', done))
  raw.write(Buffer.from([0x81, 0xff, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4]))
  raw.resume()
  await new Promise((done) => raw.once('close', done))
})

test('bytes that are no extrinsic', async () => {
  assert.equal((await submit('0x')).error?.code, 1040)
  assert.equal((await submit('0x0c01')).error?.code, 1040)
  const good = wallet.sign('//Eve', transfer(), { nonce: 0 })
  for (const bytes of [
    Uint8Array.of(0),
    Uint8Array.of(4, 0x99),
    Uint8Array.of(4, 0x84),
    concatBytes(
      Uint8Array.of(((good.length - 3) << 2) & 0xff, (good.length - 3) >> 6),
      good.slice(2, -1),
    ),
  ])
    assert.equal((await submit(bytes)).error?.code, 1002, toHex(bytes))
})

test('an unknown call index, and arguments that are not those of the call', async () => {
  const good = wallet.sign('//Eve', transfer(), { nonce: 0 })
  // the call is the last 2 + 33 + 1 bytes: pallet, index, address, amount
  const at = good.length - 36
  for (const [offset, value] of [
    [0, 200],
    [1, 99],
    [2, 9],
  ] as const) {
    const bytes = good.slice()
    bytes[at + offset] = value
    const { error } = await submit(bytes)
    assert.equal(error?.code, 1002, `${offset}`)
    assert.match(String(error?.message), /^Verification Error: Runtime error: Execution failed/)
  }
})

test('a wrong signature, or one over another chain, version or key', async () => {
  const damaged = wallet.sign('//Alice', transfer(), { nonce: 0 })
  damaged[60]! ^= 1
  assert.deepEqual(refusal(await submit(damaged)), BAD_SIGNATURE)
  const genesis = `0x${'11'.repeat(32)}`
  const elsewhere = wallet.sign('//Alice', transfer(), { nonce: 0, genesis })
  assert.deepEqual(refusal(await submit(elsewhere)), BAD_SIGNATURE)
  const older = wallet.sign('//Alice', transfer(), { nonce: 0, specVersion: 424 })
  assert.deepEqual(refusal(await submit(older)), BAD_SIGNATURE)
  const foreign = wallet.sign('//Alice', transfer(), { nonce: 0 })
  foreign.set(wallet.keyOf('//Bob').publicKey, 4)
  assert.deepEqual(refusal(await submit(foreign)), BAD_SIGNATURE)
  assert.equal(
    (await submit(foreign)).error?.code,
    1012,
    'the same bytes again are not looked at for a while',
  )
})

test('an era that is over, or whose first block is unknown', async () => {
  const birth = (await node.ask('chain_getBlockHash', 1)) as string
  const over = wallet.sign('//Alice', transfer(), { nonce: 0, era: mortal(4, 1), birth })
  // an era says where it begins modulo 4 only: now that is another block, or the one being made
  const said = refusal(await submit(over))
  assert.ok(
    [BAD_SIGNATURE, ANCIENT].some((one) => isDeepStrictEqual(said, one)),
    String(said),
  )
  const future: Era = { type: 'Mortal', period: 65_536, phase: 65_520 }
  const unborn = wallet.sign('//Alice', transfer(), { nonce: 0, era: future, birth })
  assert.deepEqual(refusal(await submit(unborn)), ANCIENT)
})

test('a nonce too low is refused, one too high waits', async () => {
  await wallet.send('//Dave', '//Bob', 1n, 0)
  const number = await blockNumber()
  while ((await blockNumber()) < number + 2) await new Promise((done) => setTimeout(done, 10))
  const again = wallet.sign('//Dave', wallet.transfer('//Bob', 2n), { nonce: 0 })
  assert.deepEqual(refusal(await submit(again)), INVALID('Transaction is outdated'))
  const client = await Client.connect(node.port)
  const later = wallet.transferHex('//Dave', '//Bob', 3n, { nonce: 2 })
  const id = await client.result('author_submitAndWatchExtrinsic', [later])
  assert.equal(await client.event(id), 'future')
  await wallet.send('//Dave', '//Bob', 4n, 1)
  assert.equal(await client.event(id), 'ready')
  assert.ok('inBlock' in ((await client.event(id)) as object))
  assert.ok('finalized' in ((await client.event(id)) as object))
  client.close()
})

test('no funds for the fee', async () => {
  const poor = wallet.sign('//Nobody', transfer(), { nonce: 0 })
  assert.deepEqual(
    refusal(await submit(poor)),
    INVALID('Inability to pay some fees (e.g. account balance too low)'),
  )
})

test('random bytes in every form', async () => {
  let seed = 425
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  const good = wallet.sign('//Ferdie', transfer(), { nonce: 7 })
  const client = await Client.connect(node.port)
  for (let i = 0; i < 300; i++) {
    const bytes = good.slice()
    for (let flips = 1 + random(3); flips > 0; flips--) bytes[random(bytes.length)] = random(256)
    const { error, result } = await client.call('author_submitExtrinsic', [toHex(bytes)])
    // the one change that leaves it valid is none at all
    if (result === undefined) assert.ok([1002, 1010, 1011, 1012, 1040].includes(error!.code))
  }
  client.close()
})
