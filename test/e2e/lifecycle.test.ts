// Starting, running in every mode, and stopping a node.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, test } from 'node:test'
import { Client } from '../../packages/node/src/rpc/testing/client.ts'
import { freePort, MAIN, type NodeProcess, ROOT, startNode, stopAll } from './node-process.ts'
import { Wallet } from './wallet.ts'

after(stopAll)

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))
async function head(node: NodeProcess): Promise<number> {
  return Number(((await node.ask('chain_getHeader')) as { number: string }).number)
}
async function refusedStart(...flags: string[]): Promise<string> {
  const node = await startNode(flags, { isAwaited: false })
  assert.deepEqual(await node.ended, { code: 1, signal: null }, node.log())
  assert.ok(!node.log().includes('    at '), `a sentence, no stack: ${node.log()}`)
  return node.log()
}

test('every port serves the same chain, over HTTP and WebSocket', async () => {
  const extra = [await freePort(), await freePort()]
  const node = await startNode(['--fast', '--tmp', '--rpc-extra-port', extra.join(',')])
  await node.printed('Imported #2 ')
  const genesis = await node.ask('chain_getBlockHash', 0)
  for (const port of extra) {
    const client = await Client.connect(port)
    assert.equal(await client.result('chain_getBlockHash', [0]), genesis)
    client.close()
  }
  assert.equal((await node.stop()).code, 0)
})

test('asked to stop, a node says goodbye to its clients and is gone within a second', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const node = await startNode(['--fast', '--tmp', '--sealing', '20'])
    const clients = await Promise.all(Array.from({ length: 20 }, () => Client.connect(node.port)))
    for (const client of clients) await client.result('chain_subscribeNewHeads')
    await node.printed('Imported #3 ')
    const startedAt = performance.now()
    assert.deepEqual(await node.stop(signal), { code: 0, signal: null })
    assert.ok(performance.now() - startedAt < 1000, `${performance.now() - startedAt} ms`)
    for (const client of clients) assert.equal((await client.untilClosed()).code, 1001)
  }
})

test('clients that do not answer the goodbye do not hold a node up', async () => {
  const node = await startNode(['--fast', '--tmp'])
  const client = await Client.connect(node.port)
  client.socket.pause()
  const startedAt = performance.now()
  assert.equal((await node.stop()).code, 0)
  assert.ok(performance.now() - startedAt < 1000, `${performance.now() - startedAt} ms`)
  client.close()
})

test('what cannot be started says why, in a sentence', async () => {
  assert.match(await refusedStart('--nonsense'), /--nonsense.*--help/)
  assert.match(await refusedStart('--chain', 'finney'), /local or dev/)
  const node = await startNode(['--fast', '--tmp'])
  const second = await startNode(['--fast', '--tmp'], { port: node.port, isAwaited: false })
  assert.equal((await second.ended).code, 1)
  assert.match(second.log(), new RegExp(`port ${node.port} is taken`))
  const third = await refusedStart('--tmp', '--rpc-extra-port', `${node.port}`)
  assert.match(third, new RegExp(`port ${node.port} is taken`))
  await node.stop()
})

test('manual sealing makes blocks only when asked', async () => {
  const node = await startNode(['--fast', '--tmp', '--sealing', 'manual'])
  const wallet = await Wallet.of(node)
  const hash = await wallet.send('//Alice', '//Bob', 1n, 0)
  await sleep(400)
  assert.equal(await head(node), 0)
  assert.deepEqual(((await node.ask('author_pendingExtrinsics')) as unknown[]).length, 1)
  const created = (await node.ask('engine_createBlock', false, true)) as { hash: string }
  assert.equal(await node.ask('chain_getHead'), created.hash)
  const empty = await node.call('engine_createBlock', false, true)
  assert.equal(empty.error?.code, 12_000)
  await node.ask('engine_createBlock', true, true)
  assert.equal(await head(node), 2)
  assert.match(String(hash), /^0x[0-9a-f]{64}$/)
  await node.stop()
})

test('instant sealing makes a block for each transaction, and none otherwise', async () => {
  const node = await startNode(['--fast', '--tmp', '--sealing', 'instant'])
  const wallet = await Wallet.of(node)
  await sleep(300)
  assert.equal(await head(node), 0)
  for (let nonce = 0; nonce < 3; nonce++) {
    await wallet.send('//Alice', '//Bob', 1n, nonce)
    await node.printed(`Imported #${nonce + 1} `)
  }
  await sleep(200)
  assert.equal(await head(node), 3)
  await node.stop()
})

test('slow blocks come every twelve seconds, the first at once', async () => {
  const node = await startNode(['--tmp'])
  await node.printed('Imported #1 ')
  const now = Date.now()
  const tick = 12_000 - (now % 12_000)
  if (tick > 3_000) {
    await sleep(1_500)
    assert.equal(await head(node), 1)
  }
  await node.stop()
})

test('fast blocks carry the time of the clock, and keep its pace', async () => {
  const node = await startNode(['--fast', '--tmp'])
  await node.printed('Imported #2 ')
  const first = await head(node)
  const from = Date.now()
  await sleep(3_000)
  const made = (await head(node)) - first
  const wanted = (Date.now() - from) / 250
  assert.ok(Math.abs(made - wanted) <= 2, `${made} blocks, ${wanted} wanted`)
  await node.stop()
})

test('a node that keeps five states refuses older ones by name, and no more', async () => {
  const node = await startNode(['--fast', '--tmp', '--sealing', 'manual', '--pruning', '5'])
  for (let i = 0; i < 12; i++) await node.ask('engine_createBlock', true, true)
  const hashes = (await node.ask('chain_getBlockHash', [3, 8])) as string[]
  const key = '0x26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac'
  const old = await node.call('state_getStorage', key, hashes[0])
  assert.match(`${old.error?.message} ${old.error?.data ?? ''}`, /State already discarded for 0x/)
  assert.equal(await node.ask('state_getStorage', key, hashes[1]), '0x08000000')
  assert.notEqual(await node.ask('chain_getBlock', hashes[0]), null)
  const { methods } = (await node.ask('rpc_methods')) as { methods: string[] }
  assert.ok(!methods.some((name) => name.startsWith('archive_')))
  await node.stop()
})

test('with every invariant checked after every block, transfers and epochs go on', async () => {
  const node = await startNode(['--fast', '--tmp', '--sealing', '10', '--check-invariants'])
  const wallet = await Wallet.of(node)
  for (let nonce = 0; nonce < 20; nonce++) await wallet.send('//Alice', '//Bob', 5n, nonce)
  await node.printed('Imported #80 ')
  assert.equal((await node.stop()).code, 0)
})

test('a wallet named in the environment begins with a million TAO', async () => {
  const address = '5CXBiV8iKRjCkjkDxFCoDzzZTrLKGjJEdKxw5D2Q3BrfEe1n'
  const wrong = await startNode(['--tmp'], { env: { BT_DEFAULT_TOKEN_WALLET: address } })
  assert.match(wrong.log(), /Invalid format for BT_DEFAULT_TOKEN_WALLET/)
  await wrong.stop()
  const charlie = '5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y'
  const wallet = '5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV'
  assert.notEqual(charlie, wallet)
  const env = { BT_DEFAULT_TOKEN_WALLET: wallet }
  const node = await startNode(['--fast', '--tmp', '--sealing', 'manual'], { env })
  const nonce = await node.ask('system_accountNextIndex', wallet)
  assert.equal(nonce, 0)
  assert.match(String(await balanceOf(node, wallet)), /^1000000000000000$/)
  await node.stop()
})

async function balanceOf(node: NodeProcess, address: string): Promise<bigint> {
  const { blake2_128, bytesToKey, decodeSs58, toHex, twox128, utf8 } = await import('@taonet/frame')
  const { account } = decodeSs58(address)
  const parts = [twox128(utf8('System')), twox128(utf8('Account')), blake2_128(account), account]
  const key = parts.map((part) => toHex(part).slice(2)).join('')
  assert.equal(bytesToKey(account).length, 32)
  const value = (await node.ask('state_getStorage', `0x${key}`)) as string
  return Buffer.from(value.slice(2), 'hex').readBigUInt64LE(16)
}

test('metrics tell of blocks, calls and signatures', async () => {
  const port = await freePort()
  const args = ['--conditions=source', MAIN, '--fast', '--tmp', '--drand', 'off']
  args.push('--rpc-port', `${await freePort()}`)
  const child = spawn(process.execPath, [...args, '--prometheus-port', `${port}`], { cwd: ROOT })
  let text = ''
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(100)) {
    text = await fetch(`http://127.0.0.1:${port}/metrics`).then(
      (response) => response.text(),
      () => '',
    )
    if (/substrate_proposer_block_constructed_count\{chain="bittensor"\} [1-9]/.test(text)) break
  }
  assert.match(text, /substrate_block_height\{status="best",chain="bittensor"\} \d+/)
  assert.match(text, /substrate_proposer_block_constructed_count\{chain="bittensor"\} [1-9]/)
  assert.match(text, /taonet_signature_checks_seconds_total/)
  assert.equal((await fetch(`http://127.0.0.1:${port}/other`)).status, 404)
  child.kill('SIGTERM')
  await new Promise((done) => child.once('exit', done))
})

test('a reader who stops reading the log, or leaves, does not stop the chain', async () => {
  const port = await freePort()
  const args = ['--conditions=source', MAIN, '--fast', '--tmp', '--drand', 'off']
  args.push('--no-prometheus', '--sealing', '1')
  const child = spawn(process.execPath, [...args, '--rpc-port', `${port}`], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise<void>((done) => {
    child.stdout.on('data', (chunk) => {
      if (String(chunk).includes('Imported #1 ')) done()
    })
  })
  child.stdout.pause()
  const client = await Client.connect(port)
  const number = async () =>
    Number(((await client.result('chain_getHeader')) as { number: string }).number)
  // some 80 bytes a line: far more than a pipe holds
  while ((await number()) < 900) await sleep(50)
  child.stdout.destroy()
  const before = await number()
  while ((await number()) < before + 20) await sleep(10)
  client.close()
  child.kill('SIGTERM')
  const code = await new Promise((done) => child.once('exit', done))
  assert.equal(code, 0)
})
