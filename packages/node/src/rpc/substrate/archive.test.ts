import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { blake2_256 } from '@taonet/frame'
import { hexOf, hexOfKey } from '../hex.ts'
import { type RpcServer, startRpcServer } from '../server.ts'
import { Client } from '../testing/client.ts'
import { extrinsicOf, FakeChain } from '../testing/fake-chain.ts'
import { archiveMethods } from './archive.ts'

type Event = Record<string, unknown> & { event: string }

const one = (byte: number) => Uint8Array.of(byte)
const key = hexOfKey

let chain: FakeChain
let server: RpcServer
let client: Client

before(async () => {
  chain = new FakeChain({ 'a:1': one(1), 'a:2': one(2), 'b:1': one(3) })
  chain.addBlock([['a:1', one(9)]], [extrinsicOf(1)])
  chain.addBlock([
    ['a:2', undefined],
    ['a:3', one(4)],
    ['b:1', one(3)],
  ])
  chain.functions.set('Echo_back', (args) => args)
  server = await startRpcServer([archiveMethods(chain)], { port: 0 })
  client = await Client.connect(server.port)
})
after(async () => {
  client.close()
  await server.stop()
})

/** Every event of a subscription up to its last one. */
async function events(method: string, params: unknown[]): Promise<Event[]> {
  const id = await client.result(method, params)
  const all: Event[] = []
  for (;;) {
    const next = (await client.event(id)) as Event
    all.push(next)
    if (/Done|Error/.test(next.event)) return all
  }
}

const UNKNOWN = `0x${'77'.repeat(32)}`

test('blocks by hash and height', async () => {
  const { hash, bytes } = chain.blocks[1]!
  assert.equal(await client.result('archive_v1_header', [hash]), hexOf(bytes))
  assert.deepEqual(await client.result('archive_v1_body', [hash]), ['0x0401'])
  assert.equal(await client.result('archive_v1_header', [UNKNOWN]), null)
  assert.equal(await client.result('archive_v1_body', [UNKNOWN]), null)
  assert.equal(await client.result('archive_v1_genesisHash'), chain.genesisHash)
  assert.equal(await client.result('archive_v1_finalizedHeight'), 2)
  assert.deepEqual(await client.result('archive_v1_hashByHeight', [1]), [hash])
  assert.deepEqual(await client.result('archive_v1_hashByHeight', [3]), [])
  assert.equal((await client.call('archive_v1_hashByHeight', [4294967296])).error?.code, 3001)
})

test('calls answer success or failure, never an error', async () => {
  const call = (...params: unknown[]) => client.result('archive_v1_call', params)
  assert.deepEqual(await call(chain.genesisHash, 'Echo_back', '0x01'), {
    success: true,
    value: '0x01',
  })
  assert.deepEqual(await call(chain.genesisHash, 'No_such', ''), {
    success: false,
    error: 'Execution failed: Other: Exported method No_such is not found',
  })
  assert.deepEqual(await call(UNKNOWN, 'Echo_back', ''), {
    success: false,
    error: `UnknownBlock: Expect block number from id: BlockId::Hash(${UNKNOWN})`,
  })
  const { error } = await client.call('archive_v1_call', [chain.genesisHash, 'Echo_back', '0xz'])
  assert.deepEqual(error, { code: 3001, message: 'Invalid parameter: 0xz' })
})

test('storage: an event per item, then the end', async () => {
  const items = [
    { key: key('a:1'), type: 'value' },
    { key: key('a'), type: 'descendantsHashes' },
    { key: key('zzz'), type: 'value' },
  ]
  assert.deepEqual(await events('archive_v1_storage', [chain.genesisHash, items, null]), [
    { event: 'storage', key: key('a:1'), value: '0x01' },
    { event: 'storage', key: key('a:1'), hash: hexOf(blake2_256(one(1))) },
    { event: 'storage', key: key('a:2'), hash: hexOf(blake2_256(one(2))) },
    { event: 'storageDone' },
  ])
  assert.deepEqual(
    await events('archive_v1_storage', [UNKNOWN, [{ key: '0x', type: 'value' }], null]),
    [
      {
        event: 'storageError',
        error: `UnknownBlock: Header was not found in the database: ${UNKNOWN}`,
      },
    ],
  )
  assert.deepEqual(
    await events('archive_v1_storage', [chain.genesisHash, [{ key: '0xz', type: 'value' }]]),
    [{ event: 'storageError', error: 'Invalid parameter: 0xz' }],
  )
})

test('storageDiff: against the parent, against any block, filtered', async () => {
  const [genesis, , second] = chain.blocks.map(({ hash }) => hash)
  assert.deepEqual(await events('archive_v1_storageDiff', [second, []]), [
    { event: 'storageDiff', key: key('a:2'), value: '0x02', type: 'deleted' },
    { event: 'storageDiff', key: key('a:3'), value: '0x04', type: 'added' },
    { event: 'storageDiffDone' },
  ])
  assert.deepEqual(await events('archive_v1_storageDiff', [second, [], genesis]), [
    { event: 'storageDiff', key: key('a:1'), value: '0x09', type: 'modified' },
    { event: 'storageDiff', key: key('a:2'), value: '0x02', type: 'deleted' },
    { event: 'storageDiff', key: key('a:3'), value: '0x04', type: 'added' },
    { event: 'storageDiffDone' },
  ])
  const items = [
    { key: key('a:1'), returnType: 'hash' },
    { key: key('a:1'), returnType: 'value' },
    { key: key('b'), returnType: 'value' },
  ]
  assert.deepEqual(await events('archive_v1_storageDiff', [second, items, genesis]), [
    { event: 'storageDiff', key: key('a:1'), value: '0x09', type: 'modified' },
    {
      event: 'storageDiff',
      key: key('a:1'),
      hash: hexOf(blake2_256(one(9))),
      type: 'modified',
    },
    { event: 'storageDiffDone' },
  ])
  assert.deepEqual(await events('archive_v1_storageDiff', [UNKNOWN, []]), [
    { event: 'storageDiffError', error: `Block header is not present: ${UNKNOWN}` },
  ])
})

test('a node that prunes offers none of it', () => {
  const pruning = new Proxy(chain, {
    get: (target, name) => (name === 'isArchive' ? false : Reflect.get(target, name)),
  })
  assert.deepEqual(Object.keys(archiveMethods(pruning)), [])
})
