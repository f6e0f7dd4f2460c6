import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { blake2_256 } from '@taonet/frame'
import type { PoolRefusal } from '../../chain.ts'
import { hexOf } from '../hex.ts'
import { type RpcServer, startRpcServer } from '../server.ts'
import { Client, callHttp, until } from '../testing/client.ts'
import { extrinsicOf, FakeChain } from '../testing/fake-chain.ts'
import { substrateMethods } from './index.ts'

let chain: FakeChain
let server: RpcServer
let client: Client

before(async () => {
  chain = new FakeChain()
  server = await startRpcServer(substrateMethods(chain), { port: 0 })
  client = await Client.connect(server.port)
})
beforeEach(() => {
  chain.pool.refusal = undefined
  chain.addBlock()
})
after(async () => {
  client.close()
  await server.stop()
})

const XT = extrinsicOf(1, 2, 3)
const XT_HEX = hexOf(XT)
const XT_HASH = hexOf(blake2_256(XT))

test('a submitted extrinsic is known by the hash of all its bytes', async () => {
  assert.equal(await client.result('author_submitExtrinsic', [XT_HEX]), XT_HASH)
  assert.deepEqual(await client.result('author_pendingExtrinsics'), [XT_HEX])
  assert.deepEqual((await client.call('author_submitExtrinsic', [XT_HEX])).error, {
    code: 1013,
    message: 'Transaction Already Imported',
    data: 'Any { .. }',
  })
  assert.deepEqual(await client.result('author_removeExtrinsic', [[{ extrinsic: XT_HEX }]]), [
    XT_HASH,
  ])
  assert.deepEqual(await client.result('author_removeExtrinsic', [[{ hash: XT_HASH }]]), [])
  assert.equal((await client.call('author_removeExtrinsic', [[{}]])).error?.code, -32602)
})

test('bytes behind the extrinsic are dropped; too few are refused', async () => {
  assert.equal(await client.result('author_submitExtrinsic', [`${XT_HEX}ffff`]), XT_HASH)
  const submit = (await client.call('author_submitExtrinsic', ['0x0c01'])).error
  assert.deepEqual(
    [submit?.code, submit?.message],
    [
      1040,
      'Client error: Could not decode `OpaqueExtrinsic.0`:\n\tNot enough data to decode vector\n',
    ],
  )
  const watch = (await client.call('author_submitAndWatchExtrinsic', ['0x0c01'])).error
  assert.deepEqual(
    [watch?.code, watch?.message],
    [
      1001,
      'Extrinsic has invalid format: Could not decode `OpaqueExtrinsic.0`:\n\tNot enough data to decode vector\n',
    ],
  )
  assert.equal((await client.call('author_submitExtrinsic', ['0x'])).error?.code, 1040)
  assert.equal((await client.call('author_submitExtrinsic', ['xyz'])).error?.code, -32602)
  assert.equal((await client.call('author_submitExtrinsic', [])).error?.code, -32602)
})

test('every refusal of the pool has its code, message and data', async () => {
  const lowPriority =
    'The transaction has too low priority to replace another transaction already in the pool.'
  const expected: [PoolRefusal, number, string, string | undefined][] = [
    [{ type: 'verification', text: 'broke' }, 1002, 'Verification Error: broke', 'broke'],
    [
      { type: 'invalid', reason: 'Payment' },
      1010,
      'Invalid Transaction',
      'Inability to pay some fees (e.g. account balance too low)',
    ],
    [{ type: 'invalid', reason: 'Stale' }, 1010, 'Invalid Transaction', 'Transaction is outdated'],
    [
      { type: 'invalid', reason: 'Custom', code: 8 },
      1010,
      'Invalid Transaction',
      'Custom error: 8',
    ],
    [
      { type: 'unknown', reason: 'CannotLookup' },
      1011,
      'Unknown Transaction Validity',
      'UnknownTransaction::CannotLookup',
    ],
    [{ type: 'temporarilyBanned' }, 1012, 'Transaction is temporarily banned', undefined],
    [
      { type: 'tooLowPriority', old: 18446744073709551615n, new: 5n },
      1014,
      'Priority is too low: (18446744073709551615 vs 5)',
      lowPriority,
    ],
    [{ type: 'cycle' }, 1015, 'Cycle Detected', undefined],
    [
      { type: 'immediatelyDropped' },
      1016,
      'Immediately Dropped',
      "The transaction couldn't enter the pool because of the limit",
    ],
    [{ type: 'futureRejected' }, 1021, 'The pool is not accepting future transactions', undefined],
  ]
  for (const [refusal, code, message, data] of expected) {
    chain.pool.refusal = refusal
    const { error } = await client.call('author_submitAndWatchExtrinsic', [XT_HEX])
    const wanted = data === undefined ? { code, message } : { code, message, data }
    assert.deepEqual(error, wanted, refusal.type)
    assert.deepEqual(Object.keys(error!), Object.keys(wanted))
  }
})

test('a watched extrinsic: ready, in a block, final', async () => {
  const id = await client.result('author_submitAndWatchExtrinsic', [hexOf(extrinsicOf(9))])
  assert.equal(await client.event(id), 'ready')
  const { hash } = chain.addBlock()
  assert.deepEqual(await client.event(id), { inBlock: hash })
  assert.deepEqual(await client.event(id), { finalized: hash })
  assert.equal(await client.result('author_unwatchExtrinsic', [id]), true)
  assert.equal(await client.result('author_unwatchExtrinsic', [id]), false)
  assert.equal(chain.pool.watchers, 0)
})

test('the other statuses', async () => {
  const xt = extrinsicOf(10)
  const hash = hexOf(blake2_256(xt))
  const id = await client.result('author_submitAndWatchExtrinsic', [hexOf(xt)])
  assert.equal(await client.event(id), 'ready')
  const block = chain.genesisHash
  chain.pool.tell(hash, { type: 'future' })
  chain.pool.tell(hash, { type: 'broadcast', peers: ['p'] })
  chain.pool.tell(hash, { type: 'retracted', block })
  chain.pool.tell(hash, { type: 'finalityTimeout', block })
  chain.pool.tell(hash, { type: 'usurped', by: block })
  chain.pool.tell(hash, { type: 'dropped' })
  chain.pool.tell(hash, { type: 'invalid' })
  const seen = []
  for (let i = 0; i < 7; i++) seen.push(await client.event(id))
  assert.deepEqual(seen, [
    'future',
    { broadcast: ['p'] },
    { retracted: block },
    { finalityTimeout: block },
    { usurped: block },
    'dropped',
    'invalid',
  ])
})

test('a watcher leaves with its socket', async () => {
  const other = await Client.connect(server.port)
  await other.result('author_submitAndWatchExtrinsic', [hexOf(extrinsicOf(11))])
  const watchers = chain.pool.watchers
  other.close()
  await until(() => chain.pool.watchers === watchers - 1)
})

test('a node without keys says so', async () => {
  assert.deepEqual((await client.call('author_rotateKeys')).error, {
    code: 1040,
    message: 'The key store is unavailable',
  })
  assert.equal(await client.result('author_hasKey', ['0x01', 'aura']), false)
  assert.deepEqual((await client.call('author_hasKey', ['0x01', 'toolong'])).error, {
    code: 1040,
    message: 'Invalid key type ID format (should be of length four)',
  })
  chain.functions.set('SessionKeys_decode_session_keys', () => Uint8Array.of(0))
  assert.deepEqual((await client.call('author_hasSessionKeys', ['0x01'])).error, {
    code: 1040,
    message: 'Session keys are not encoded correctly',
  })
})

test('dry runs ask the runtime', async () => {
  chain.functions.set('BlockBuilder_apply_extrinsic', (args) => {
    assert.equal(hexOf(args), XT_HEX)
    return Uint8Array.of(0, 0)
  })
  assert.equal(await client.result('system_dryRunAt', [XT_HEX]), '0x0000')
  assert.equal((await client.call('system_dryRun', ['0x0c01'])).error?.code, 2)
})

test('broadcast: an id at once, the extrinsic in the pool, stop takes it out', async () => {
  const xt = hexOf(extrinsicOf(20))
  const id = await client.result('transaction_v1_broadcast', [xt])
  assert.match(id as string, /^[A-Za-z0-9]{16}$/)
  await until(() => chain.pool.pending().length === 1)
  assert.equal(await client.result('transaction_v1_stop', [id]), null)
  assert.deepEqual(await client.result('author_pendingExtrinsics'), [])
  assert.deepEqual((await client.call('transaction_v1_stop', [id])).error, {
    code: -32602,
    message: 'Invalid operation id',
  })
})

test('broadcast: invalid ones are kept quiet, passing ones are tried again', async () => {
  chain.pool.refusal = { type: 'invalid', reason: 'Stale' }
  assert.equal(
    typeof (await client.result('transaction_v1_broadcast', [hexOf(extrinsicOf(21))])),
    'string',
  )
  chain.pool.refusal = { type: 'temporarilyBanned' }
  await client.result('transaction_v1_broadcast', [hexOf(extrinsicOf(22))])
  chain.pool.refusal = undefined
  assert.equal(chain.pool.pending().length, 0)
  chain.addBlock()
  await until(() => chain.pool.pending().length === 1)
  chain.addBlock()
  await until(() => chain.pool.watchers === 0 || chain.pool.pending().length === 0)
})

test('broadcast: sixteen of one session at a time', async () => {
  const other = await Client.connect(server.port)
  const ids = []
  for (let i = 0; i < 17; i++) {
    ids.push(await other.result('transaction_v1_broadcast', [hexOf(extrinsicOf(30, i))]))
  }
  assert.equal(ids.filter((id) => id === null).length, 1)
  assert.equal(ids[16], null)
  assert.equal((await client.call('transaction_v1_stop', [ids[0]])).error?.code, -32602)
  other.close()
  assert.notEqual((await callHttp(server.port, 'transaction_v1_broadcast', [XT_HEX])).result, null)
})

test('transactionWatch tells everything in events, refusals too', async () => {
  const watch = (xt: string) => client.result('transactionWatch_v1_submitAndWatch', [xt])
  const id = await watch(hexOf(extrinsicOf(40)))
  assert.deepEqual(await client.event(id), { event: 'validated' })
  const { hash } = chain.addBlock()
  const index = chain.body(hash)!.findIndex((xt) => hexOf(xt) === hexOf(extrinsicOf(40)))
  assert.deepEqual(await client.event(id), {
    event: 'bestChainBlockIncluded',
    block: { hash, index },
  })
  assert.deepEqual(await client.event(id), { event: 'finalized', block: { hash, index } })
  chain.pool.refusal = { type: 'invalid', reason: 'Custom', code: 255 }
  assert.deepEqual(await client.event(await watch(XT_HEX)), {
    event: 'invalid',
    error: 'Invalid transaction with custom error: 255',
  })
  assert.deepEqual(await client.event(await watch('0x0c01')), {
    event: 'invalid',
    error: 'Extrinsic bytes cannot be decoded',
  })
})
