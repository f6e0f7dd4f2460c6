// A thousand sockets that say nothing, subscribers that never read, and clients that ask too much.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { after, test } from 'node:test'
import { Client, connectRaw } from '../../packages/node/src/rpc/testing/client.ts'
import { type NodeProcess, startNode, stopAll } from './node-process.ts'

after(stopAll)

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))
const FLAGS = ['--fast', '--tmp', '--sealing', '20']

/** Resident memory of a process in MiB, where the system tells. */
function memoryOf({ child }: NodeProcess): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Opens a WebSocket by hand and sends a text, and never reads. */
async function deafSubscriber(node: NodeProcess, texts: readonly string[]): Promise<Socket> {
  const socket = await connectRaw(node.port)
  socket.on('error', () => {})
  socket.write(
    `GET / HTTP/1.1\r\nHost: localhost:${node.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: ${Buffer.from('0123456789abcdef').toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  )
  await new Promise((done) => socket.once('data', done))
  socket.pause()
  for (const text of texts) socket.write(frame(text))
  return socket
}

/** A masked text frame; the mask is zero. */
function frame(text: string): Buffer {
  const body = Buffer.from(text)
  const length = Buffer.alloc(8)
  length.writeUInt16BE(body.length, 0)
  return Buffer.concat([
    Buffer.from([0x81, 0x80 | 126]),
    length.subarray(0, 2),
    Buffer.alloc(4),
    body,
  ])
}
const call = (id: number, method: string, params: unknown = []) =>
  JSON.stringify({ jsonrpc: '2.0', id, method, params })

test('a thousand idle sockets: the node serves the next one, and blocks go on', async () => {
  const node = await startNode(FLAGS)
  const clients: Client[] = []
  for (let i = 0; i < 20; i++)
    clients.push(
      ...(await Promise.all(Array.from({ length: 50 }, () => Client.connect(node.port)))),
    )
  assert.equal(clients.length, 1000)
  const raw = await Promise.all(Array.from({ length: 50 }, () => connectRaw(node.port)))
  const startedAt = performance.now()
  assert.equal(await node.ask('system_chain'), 'Bittensor')
  assert.ok(performance.now() - startedAt < 500)
  const before = Number(((await node.ask('chain_getHeader')) as { number: string }).number)
  await sleep(1_000)
  const after = Number(((await node.ask('chain_getHeader')) as { number: string }).number)
  assert.ok(after - before >= 20, `${after - before} blocks in a second`)
  assert.equal(await clients[999]!.result('system_chain'), 'Bittensor')
  for (const socket of raw) socket.destroy()
  assert.equal((await node.stop()).code, 0)
})

test('sockets beyond the limit are refused, and there is room again when one leaves', async () => {
  const node = await startNode([...FLAGS, '--rpc-max-connections', '3'])
  const clients = await Promise.all(Array.from({ length: 3 }, () => Client.connect(node.port)))
  await assert.rejects(Client.connect(node.port), /429/)
  clients[0]!.close()
  await sleep(100)
  const next = await Client.connect(node.port)
  assert.equal(await next.result('system_chain'), 'Bittensor')
  await node.stop()
})

test('subscribers that never read are cut off, and cost the node no memory', async () => {
  const node = await startNode(FLAGS)
  const { methods } = (await node.ask('rpc_methods')) as { methods: string[] }
  assert.ok(methods.includes('state_subscribeStorage'))
  const subscribe = Array.from({ length: 100 }, (_, id) =>
    call(id, id % 2 ? 'chain_subscribeNewHeads' : 'state_subscribeStorage'),
  )
  const deaf = await Promise.all(Array.from({ length: 5 }, () => deafSubscriber(node, subscribe)))
  const closed = deaf.map((socket) => new Promise<void>((done) => socket.once('close', done)))
  const before = memoryOf(node)
  await node.printed('Imported #300 ')
  // whoever reads again finds the socket closed
  for (const socket of deaf) socket.resume()
  await Promise.all(closed)
  assert.ok(memoryOf(node) - before < 250, `${before} → ${memoryOf(node)} MiB`)
  assert.equal(await node.ask('system_chain'), 'Bittensor')
  await node.stop()
})

test('clients that ask without reading are no longer read, and others are served', async () => {
  const node = await startNode(FLAGS)
  const metadata = Array.from({ length: 200 }, (_, id) => call(id, 'state_getMetadata'))
  const greedy = await Promise.all(Array.from({ length: 5 }, () => deafSubscriber(node, metadata)))
  await sleep(1_500)
  const before = memoryOf(node)
  assert.ok(before < 900, `${before} MiB`)
  const client = await Client.connect(node.port)
  assert.equal(await client.result('system_chain'), 'Bittensor')
  for (const socket of greedy) socket.destroy()
  await node.stop()
})

test('slow senders of a request do not keep others waiting', async () => {
  const node = await startNode(FLAGS)
  const slow = await Promise.all(Array.from({ length: 30 }, () => connectRaw(node.port)))
  for (const socket of slow) {
    socket.on('error', () => {})
    socket.write(
      `POST / HTTP/1.1\r\nHost: localhost:${node.port}\r\nContent-Type: application/json\r\n`,
    )
    socket.write('Content-Length: 1000\r\n\r\n{"jsonrpc"')
  }
  assert.equal(await node.ask('system_chain'), 'Bittensor')
  assert.equal((await node.stop()).code, 0)
})
