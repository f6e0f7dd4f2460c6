import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { blake2_256 } from '@taonet/frame'
import { hexOf, hexOfKey } from '../../hex.ts'
import { type RpcServer, startRpcServer } from '../../server.ts'
import { Client, sleep, until } from '../../testing/client.ts'
import { extrinsicOf, FakeChain, VERSION_425 } from '../../testing/fake-chain.ts'
import { CHAIN_HEAD_LIMITS } from './limits.ts'
import { chainHeadMethods } from './methods.ts'

type Event = Record<string, unknown> & { event: string; operationId?: string }

let chain: FakeChain
let server: RpcServer | undefined
let client: Client

async function restart(limits: Partial<typeof CHAIN_HEAD_LIMITS> = {}): Promise<void> {
  await stop()
  const genesis = Object.fromEntries(
    Array.from({ length: 50 }, (_, i) => [`map:${String(i).padStart(3, '0')}`, Uint8Array.of(i)]),
  )
  chain = new FakeChain({ ...genesis, ':code': Uint8Array.of(1, 2) })
  chain.functions.set('Echo_back', (args) => args)
  chain.functions.set('Echo_late', async (args) => {
    await sleep(30)
    return args
  })
  server = await startRpcServer([chainHeadMethods(chain, { ...CHAIN_HEAD_LIMITS, ...limits })], {
    port: 0,
  })
  client = await Client.connect(server.port)
}

async function stop(): Promise<void> {
  client?.close()
  await server?.stop()
}

beforeEach(() => restart())
after(stop)

const follow = (withRuntime = false) => client.result('chainHead_v1_follow', [withRuntime])
const event = async (id: unknown) => (await client.event(id)) as Event
const head = () => chain.best().hash

/** Follows and takes the first event. */
async function started(withRuntime = true): Promise<unknown> {
  const id = await follow(withRuntime)
  await event(id)
  return id
}

/** Starts an operation and returns its id. */
async function operation(method: string, params: unknown[]): Promise<string> {
  const { result, operationId } = (await client.result(method, params)) as Record<string, string>
  assert.equal(result, 'started')
  return operationId!
}

test('initialized names at most 16 blocks, oldest first, and the runtime', async () => {
  for (let i = 0; i < 20; i++) chain.addBlock()
  const id = await follow(true)
  assert.deepEqual(await event(id), {
    event: 'initialized',
    finalizedBlockHashes: chain.blocks.slice(-16).map(({ hash }) => hash),
    finalizedBlockRuntime: {
      type: 'valid',
      spec: {
        specName: 'node-subtensor',
        implName: 'node-subtensor',
        specVersion: 425,
        implVersion: 1,
        apis: { '0x37e397fc7c91f5e4': 2, '0xdf6acb689907609b': 5 },
        transactionVersion: 1,
      },
    },
  })
})

test('without runtime the events do not mention one', async () => {
  const id = await follow(false)
  assert.deepEqual(await event(id), { event: 'initialized', finalizedBlockHashes: [head()] })
  const { hash } = chain.addBlock()
  assert.deepEqual(await event(id), {
    event: 'newBlock',
    blockHash: hash,
    parentBlockHash: chain.genesisHash,
  })
})

test('a block is new, best and final, in this order', async () => {
  const id = await started()
  const first = chain.addBlock()
  chain.version = { ...VERSION_425, specVersion: 426 }
  const second = chain.addBlock()
  const events = []
  for (let i = 0; i < 6; i++) events.push(await event(id))
  assert.deepEqual(events.slice(0, 3), [
    {
      event: 'newBlock',
      blockHash: first.hash,
      parentBlockHash: chain.genesisHash,
      newRuntime: null,
    },
    { event: 'bestBlockChanged', bestBlockHash: first.hash },
    { event: 'finalized', finalizedBlockHashes: [first.hash], prunedBlockHashes: [] },
  ])
  const runtime = events[3]?.newRuntime as { type: string; spec: { specVersion: number } }
  assert.deepEqual([runtime.type, runtime.spec.specVersion], ['valid', 426])
  assert.equal(events[5]?.event, 'finalized')
  assert.deepEqual(second.header.parentHash, first.hash)
})

test('headers of pinned blocks only, for this session only', async () => {
  const id = await started()
  assert.equal(
    await client.result('chainHead_v1_header', [id, head()]),
    hexOf(chain.blocks[0]!.bytes),
  )
  const unknown = `0x${'55'.repeat(32)}`
  assert.deepEqual((await client.call('chainHead_v1_header', [id, unknown])).error, {
    code: -32801,
    message: 'Invalid block hash',
  })
  assert.equal(await client.result('chainHead_v1_header', ['0xdead', head()]), null)
  const other = await Client.connect(server!.port)
  assert.equal(await other.result('chainHead_v1_header', [id, head()]), null)
  assert.deepEqual(await other.result('chainHead_v1_body', [id, head()]), {
    result: 'limitReached',
  })
  other.close()
})

test('unpin: one, many, twice, duplicates', async () => {
  const id = await started()
  const [a, b] = [chain.addBlock().hash, chain.addBlock().hash]
  const unpin = (hashes: unknown) => client.call('chainHead_v1_unpin', [id, hashes])
  assert.deepEqual((await unpin([a, a])).error, {
    code: -32804,
    message: 'Received duplicate hashes for the `chainHead_unpin` method',
  })
  assert.equal((await unpin([a, `0x${'55'.repeat(32)}`])).error?.code, -32801)
  // the failed call unpinned nothing
  assert.notEqual(await client.result('chainHead_v1_header', [id, a]), null)
  assert.equal((await unpin([a, b])).result, null)
  assert.equal((await unpin(a)).error?.code, -32801)
  assert.equal((await client.call('chainHead_v1_body', [id, b])).error?.code, -32801)
  assert.equal((await unpin(chain.genesisHash)).result, null)
  assert.equal(await client.result('chainHead_v1_unpin', ['nothing', [a]]), null)
})

test('body', async () => {
  const id = await started()
  const { hash } = chain.addBlock([], [extrinsicOf(1), extrinsicOf(2)])
  const operationId = await operation('chainHead_v1_body', [id, hash])
  const done = await client.next(
    (frame) => (frame.params?.result as Event)?.event === 'operationBodyDone',
  )
  assert.deepEqual(done.params?.result, {
    event: 'operationBodyDone',
    operationId,
    value: ['0x0401', '0x0402'],
  })
})

test('calls: output, failure, bad input, no runtime', async () => {
  const id = await started()
  const first = await operation('chainHead_v1_call', [id, head(), 'Echo_back', '0x0102'])
  assert.deepEqual(await event(id), {
    event: 'operationCallDone',
    operationId: first,
    output: '0x0102',
  })
  const second = await operation('chainHead_v1_call', [id, head(), 'No_such', ''])
  assert.deepEqual(await event(id), {
    event: 'operationError',
    operationId: second,
    error: 'Execution failed: Other: Exported method No_such is not found',
  })
  assert.deepEqual((await client.call('chainHead_v1_call', [id, head(), 'X', '0x1'])).error, {
    code: -32602,
    message: 'Invalid parameter: 0x1',
  })
  const plain = await started(false)
  assert.deepEqual((await client.call('chainHead_v1_call', [plain, head(), 'X', '0x'])).error, {
    code: -32802,
    message: 'The `chainHead_follow` subscription was started with `withRuntime` set to `false`',
  })
})

test('the answer comes before the events, also inside a batch', async () => {
  const id = await started()
  const call = (n: number) => ({
    jsonrpc: '2.0',
    id: n,
    method: 'chainHead_v1_call',
    params: [id, head(), 'Echo_back', '0x'],
  })
  client.send(JSON.stringify(Array.from({ length: 10 }, (_, n) => call(1000 + n))))
  assert.ok(Array.isArray(await client.next()))
  for (let n = 0; n < 10; n++) assert.equal((await event(id)).event, 'operationCallDone')
})

test('storage: every kind of item', async () => {
  const id = await started()
  const key = hexOfKey('map:001')
  const items = [
    { key, type: 'value' },
    { key: hexOfKey(':code'), type: 'hash' },
    { key: hexOfKey('map:01'), type: 'descendantsValues' },
    { key: hexOfKey('map:00'), type: 'descendantsHashes' },
    { key: hexOfKey('map:'), type: 'closestDescendantMerkleValue' },
    { key: hexOfKey('nothing'), type: 'value' },
  ]
  const answer = await client.result('chainHead_v1_storage', [id, head(), items, null])
  assert.deepEqual(answer, { result: 'started', operationId: '0', discardedItems: 0 })
  const found: Record<string, string>[] = []
  for (;;) {
    const one = await event(id)
    assert.equal(one.operationId, '0')
    if (one.event === 'operationStorageDone') break
    assert.equal(one.event, 'operationStorageItems')
    found.push(...(one.items as Record<string, string>[]))
  }
  assert.deepEqual(found.slice(0, 2), [
    { key, value: '0x01' },
    { key: hexOfKey(':code'), hash: hexOf(blake2_256(Uint8Array.of(1, 2))) },
  ])
  assert.deepEqual(
    found.slice(2, 12),
    Array.from({ length: 10 }, (_, i) => ({
      key: hexOfKey(`map:01${i}`),
      value: hexOf(Uint8Array.of(10 + i)),
    })),
  )
  assert.deepEqual(Object.keys(found[12]!), ['key', 'hash'])
  assert.deepEqual(Object.keys(found[22]!), ['key', 'closestDescendantMerkleValue'])
  assert.equal(found.length, 23)
})

test('storage: bad keys, bad types, child tries', async () => {
  const id = await started()
  const ask = (items: unknown, child: unknown = null) =>
    client.call('chainHead_v1_storage', [id, head(), items, child])
  assert.deepEqual((await ask([{ key: '0x1', type: 'value' }])).error, {
    code: -32602,
    message: 'Invalid parameter: 0x1',
  })
  assert.equal((await ask([{ key: '0x', type: 'everything' }])).error?.code, -32602)
  assert.equal((await ask([{}])).error?.code, -32602)
  assert.deepEqual((await ask([])).result, { result: 'limitReached' })
  const child = (await ask([{ key: hexOfKey('map:001'), type: 'value' }], '0x01')).result as Event
  assert.deepEqual(await event(id), {
    event: 'operationStorageDone',
    operationId: child.operationId,
  })
})

test('long queries wait for the client to continue', async () => {
  await restart({ maxItemsPerPage: 1 })
  const id = await started()
  const items = [
    { key: hexOfKey('map:01'), type: 'descendantsValues' },
    { key: hexOfKey('map:02'), type: 'descendantsValues' },
  ]
  const operationId = await operation('chainHead_v1_storage', [id, head(), items, null])
  assert.equal((await event(id)).event, 'operationStorageItems')
  assert.deepEqual(await event(id), { event: 'operationWaitingForContinue', operationId })
  assert.deepEqual(client.rest, [])
  assert.equal(await client.result('chainHead_v1_continue', [id, operationId]), null)
  assert.equal((await event(id)).event, 'operationStorageItems')
  assert.equal((await event(id)).event, 'operationStorageDone')
  assert.equal(await client.result('chainHead_v1_continue', [id, operationId]), null)
})

test('continue is refused when nobody waits; stop is silent', async () => {
  const id = await started()
  const late = await operation('chainHead_v1_call', [id, head(), 'Echo_late', '0x'])
  assert.deepEqual((await client.call('chainHead_v1_continue', [id, late])).error, {
    code: -32803,
    message: 'Wait for continue event was not generated for the subscription',
  })
  assert.equal(await client.result('chainHead_v1_stopOperation', [id, late]), null)
  assert.equal(await client.result('chainHead_v1_stopOperation', [id, 'none']), null)
  await sleep(50)
  assert.deepEqual(client.rest, [])
})

test('sixteen operations at a time; places come back', async () => {
  const id = await started()
  const call = () => client.result('chainHead_v1_call', [id, head(), 'Echo_late', '0x'])
  const answers = (await Promise.all(Array.from({ length: 17 }, call))) as Event[]
  assert.equal(answers.filter(({ result }) => result === 'started').length, 16)
  assert.deepEqual(answers[16], { result: 'limitReached' })
  for (let i = 0; i < 16; i++) assert.equal((await event(id)).event, 'operationCallDone')
  const many = Array.from({ length: 40 }, () => ({ key: '0x00', type: 'value' }))
  // one query of forty takes all the places that are free
  const wide = (await client.result('chainHead_v1_storage', [id, head(), many, null])) as Event
  assert.equal(wide.result, 'started')
  assert.equal((await event(id)).event, 'operationStorageDone')
  assert.equal(((await call()) as Event).result, 'started')
})

test('an operation outlives the pin of its block', async () => {
  const id = await started()
  const late = await operation('chainHead_v1_call', [id, head(), 'Echo_late', '0x77'])
  await client.result('chainHead_v1_unpin', [id, head()])
  assert.deepEqual(await event(id), {
    event: 'operationCallDone',
    operationId: late,
    output: '0x77',
  })
})

test('four follows of a session; unfollow frees a place', async () => {
  const ids = [await follow(), await follow(), await follow(), await follow()]
  assert.deepEqual((await client.call('chainHead_v1_follow', [true])).error, {
    code: -32800,
    message: 'Maximum number of chainHead_follow has been reached',
  })
  const other = await Client.connect(server!.port)
  assert.equal(typeof (await other.result('chainHead_v1_follow', [true])), 'string')
  other.close()
  assert.equal(await client.result('chainHead_v1_unfollow', [ids[0]]), true)
  assert.equal(typeof (await follow()), 'string')
  assert.equal(await client.result('chainHead_v1_header', [ids[0], head()]), null)
})

test('too many pins: who holds old ones is stopped, and can start anew', async () => {
  await restart({ maxPinnedBlocks: 5, maxPinMs: 0 })
  const id = await started()
  await sleep(5)
  for (let i = 0; i < 6; i++) chain.addBlock()
  const stopped = await client.next((frame) => (frame.params?.result as Event)?.event === 'stop')
  assert.equal(stopped.params?.subscription, id)
  assert.equal(await client.result('chainHead_v1_header', [id, head()]), null)
  await until(() => chain.listeners === 0)
  for (let i = 0; i < 30; i++) chain.addBlock()
  await restart({ maxPinnedBlocks: 512 })
  await started()
})

test('a rewound chain stops everybody', async () => {
  chain.addBlock()
  const id = await started()
  chain.rewind(0)
  assert.deepEqual(await event(id), { event: 'stop' })
  assert.equal(chain.listeners, 0)
  assert.equal(await client.result('chainHead_v1_unfollow', [id]), false)
})

test('a closed socket leaves nothing behind', async () => {
  await started()
  await started()
  assert.equal(chain.listeners, 4)
  client.close()
  await until(() => chain.listeners === 0)
})

test('over HTTP there is nothing to follow', async () => {
  const { callHttp } = await import('../../testing/client.ts')
  const { port } = server!
  assert.equal((await callHttp(port, 'chainHead_v1_follow', [true])).error?.code, -32603)
  assert.deepEqual((await callHttp(port, 'chainHead_v1_body', ['x', head()])).result, {
    result: 'limitReached',
  })
})
