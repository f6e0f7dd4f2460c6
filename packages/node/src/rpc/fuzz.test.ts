import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nodeMethods } from './index.ts'
import { startRpcServer } from './server.ts'
import { Client, post } from './testing/client.ts'
import { FakeChain, FakeDev } from './testing/fake-chain.ts'

/** Mulberry32: the same numbers in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

function chainWithPowers(): FakeChain {
  const chain = new FakeChain({ 'a:1': Uint8Array.of(1), 'a:2': Uint8Array.of(2) })
  chain.dev = new FakeDev(chain)
  chain.addBlock()
  return chain
}

test('no method falls over random parameters', async (t) => {
  const chain = chainWithPowers()
  const faults: string[] = []
  const server = await startRpcServer(nodeMethods(chain), {
    port: 0,
    onFault: (error, method) => faults.push(`${method}: ${error}`),
  })
  t.after(() => server.stop())
  const client = await Client.connect(server.port)
  const { methods } = (await client.result('rpc_methods')) as { methods: string[] }
  const random = randomOf(1)
  const pieces = (): unknown[] => [
    null,
    true,
    0,
    -1,
    1.5,
    random(60),
    4294967296,
    '',
    '0x',
    '0x0',
    '0xzz',
    `0x${'ab'.repeat(random(80))}`,
    chain.best().hash,
    `0x${'77'.repeat(32)}`,
    ALICE,
    'PERSISTENT',
    'aura',
    [],
    {},
    ['0x613a31', '0x'],
    [['0x01', null]],
    [{ key: '0x61', type: 'value' }],
    { extrinsic: '0x0401' },
    [1, 2, 255],
  ]
  for (let round = 0; round < 25; round++) {
    for (const method of methods) {
      const params = Array.from({ length: random(5) }, () => pieces()[random(24)])
      const frame = await client.call(method, params)
      assert.ok('result' in frame || 'error' in frame, method)
      assert.notEqual(frame.error?.code, -32603, `${method} ${JSON.stringify(params)}`)
    }
  }
  assert.deepEqual(
    faults.filter((fault) => !/log filter/.test(fault)),
    [],
  )
  client.close()
  await server.stop()
})

test('random bytes, broken messages and broken frames leave the server standing', async () => {
  const server = await startRpcServer(nodeMethods(chainWithPowers()), { port: 0 })
  const random = randomOf(2)
  const valid = '{"jsonrpc":"2.0","id":1,"method":"state_getStorage","params":["0x613a31"]}'
  for (let round = 0; round < 300; round++) {
    const bytes = Buffer.from(valid)
    for (let hits = 1 + random(4); hits > 0; hits--) bytes[random(bytes.length)] = random(256)
    const client = await Client.connect(server.port)
    client.socket.send(bytes, { binary: true })
    if (random(2) === 0)
      client.socket.send(bytes.subarray(0, random(bytes.length)), { binary: true })
    const { _socket: tcp } = client.socket as unknown as { _socket: import('node:net').Socket }
    if (random(4) === 0) tcp.write(Buffer.from(Array.from({ length: 40 }, () => random(256))))
    else await client.call('system_health').catch(() => {})
    client.close()
    if (round % 10 === 0) await post(server.port, bytes.toString('latin1')).catch(() => {})
  }
  const client = await Client.connect(server.port)
  assert.equal(await client.result('state_getStorage', ['0x613a31']), '0x01')
  client.close()
  await server.stop()
})
