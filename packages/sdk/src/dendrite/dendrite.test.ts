import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type DendriteVectors, dendriteChecks } from '../../test/vectors/dendrite-cases.ts'
import { Axon } from '../axon/axon.ts'
import { synapse, t } from '../synapse/index.ts'
import { Keypair } from '../wallet/keypair.ts'
import { Dendrite } from './dendrite.ts'

const file = new URL('../../../../vectors/bittensor-10.5.0/sdk-http.json', import.meta.url)
const vectors = JSON.parse(readFileSync(file, 'utf8')) as DendriteVectors

test('odd servers are judged as the Python dendrite judges them', async (suite) => {
  for await (const { name, run } of dendriteChecks(vectors)) await suite.test(name, run)
})

const alice = Keypair.fromUri('//Alice')
const bob = Keypair.fromUri('//Bob')
const dendrite = new Dendrite({ hotkey: alice })
const servers: Server[] = []
const NoHash = synapse('NoHash', { x: t.default(t.int, 1), y: t.optional(t.bigint) })

after(() => {
  dendrite.close()
  for (const server of servers) server.close()
})

/** A server that does `answer` to each connection once the request's head is there. */
async function rawServer(answer: (socket: Socket) => void): Promise<{
  ip: string
  port: number
  hotkey: string
}> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => answer(socket))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const { port } = server.address() as AddressInfo
  return { ip: '127.0.0.1', port, hotkey: bob.ss58Address }
}

test('nobody there is unavailable', async () => {
  const axon = await rawServer(() => undefined)
  const server = servers.pop()
  await new Promise((resolve) => server?.close(resolve))
  const answer = await dendrite.call(axon, NoHash, {})
  assert.equal(answer.dendrite.status_code, 503)
  assert.equal(
    answer.dendrite.status_message,
    `Service unavailable at 127.0.0.1:${axon.port}/NoHash`,
  )
})

const OK =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nbt_header_axon_status_code: 200\r\n'

test('an answer without end is cut off at the limit', async () => {
  let sent = 0
  const axon = await rawServer((socket) => {
    socket.write(`${OK}transfer-encoding: chunked\r\n\r\n`)
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`
    const pour = () => {
      while (!socket.destroyed && socket.write(chunk)) sent += 0x10000
      socket.once('drain', pour)
    }
    pour()
  })
  const answer = await dendrite.call(axon, NoHash, {}, { maxResponseBytes: 1_000_000 })
  assert.equal(answer.dendrite.status_code, 413)
  assert.equal(answer.dendrite.status_message, 'Response is larger than 1000000 bytes')
  assert.ok(sent < 50_000_000)
})

test('a small answer that unpacks to a big one is cut off too', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  const axon = await rawServer((socket) => {
    socket.write(`${OK}content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`)
    socket.end(bomb)
  })
  const answer = await dendrite.call(axon, NoHash, {}, { maxResponseBytes: 1_000_000 })
  assert.equal(answer.dendrite.status_code, 413)
})

test('an answer that trickles is given up in time', async () => {
  const axon = await rawServer((socket) => {
    socket.write(`${OK}content-length: 1000\r\n\r\n{`)
    const timer = setInterval(() => socket.write(' '), 20)
    socket.on('close', () => clearInterval(timer))
  })
  const started = performance.now()
  const answer = await dendrite.call(axon, NoHash, {}, { timeout: 0.3 })
  assert.equal(answer.dendrite.status_code, 408)
  assert.ok(performance.now() - started < 1000)
})

const Echo = synapse(
  'Echo',
  { text: t.str, out: t.optional(t.str) },
  { required_hash_fields: ['text'] },
)

test('one bad axon of many spoils nothing; a server cannot pose as another', async () => {
  const good = await new Axon({ hotkey: bob, port: 0, host: '127.0.0.1' })
    .attach(Echo, (message) => {
      message.out = message.text.toUpperCase()
      return message
    })
    .start()
  const bad = await rawServer((socket) => socket.end('garbage'))
  const liar = await rawServer((socket) => {
    const body =
      '{"text":"other","out":"x","axon":{"hotkey":"5Fake","ip":"9.9.9.9"},"dendrite":{"hotkey":"5Fake"}}'
    socket.end(`${OK}bt_header_axon_hotkey: 5Fake\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
  })
  const endpoint = { ip: '127.0.0.1', port: good.port, hotkey: bob.ss58Address }
  const input = { text: 'héllo' }
  const answers = await dendrite.query([endpoint, bad, liar, endpoint], Echo, input)
  assert.deepEqual(
    answers.map((answer) => answer.dendrite.status_code),
    [200, 400, 200, 200],
  )
  assert.deepEqual(
    answers.map((answer) => answer.out),
    ['HÉLLO', null, 'x', 'HÉLLO'],
  )
  assert.equal(answers[2]?.axon.hotkey, bob.ss58Address)
  assert.equal(answers[2]?.axon.ip, '127.0.0.1')
  assert.equal(answers[2]?.dendrite.hotkey, alice.ss58Address)
  assert.deepEqual(input, { text: 'héllo' })
  await good.stop()
})

test('requests to another hotkey, and repeated ones, are refused', async () => {
  const axon = await new Axon({ hotkey: bob, port: 0, host: '127.0.0.1' })
    .attach(Echo, (message) => message)
    .start()
  const other = { ip: '127.0.0.1', port: axon.port, hotkey: alice.ss58Address }
  const answer = await dendrite.call(other, Echo, { text: 'x' })
  assert.ok(answer.failedVerification)
  assert.match(answer.dendrite.status_message ?? '', /^Not Verified with error: Signature mismatch/)
  const still = new Dendrite({ hotkey: alice, now: () => 1n })
  const old = await still.call({ ...other, hotkey: bob.ss58Address }, Echo, { text: 'x' })
  assert.match(old.dendrite.status_message ?? '', /Nonce is too old: acceptable delta is 16\.00/)
  still.close()
  await axon.stop()
})

test('many requests at once to one axon all pass its nonce check', async () => {
  const axon = await new Axon({ hotkey: bob, port: 0, host: '127.0.0.1', maxWorkers: 3 })
    .attach(Echo, (message) => message)
    .start()
  const endpoint = { ip: '127.0.0.1', port: axon.port, hotkey: bob.ss58Address }
  for (let round = 0; round < 3; round++) {
    const answers = await dendrite.query(Array(20).fill(endpoint), Echo, { text: 'x' })
    assert.deepEqual(
      new Set(answers.map((answer) => answer.dendrite.status_message)),
      new Set(['Success']),
    )
  }
  await axon.stop()
})

const Story = synapse('Story', { prompt: t.str }, { required_hash_fields: ['prompt'] })

test('a streamed answer arrives chunk by chunk, and its failure shows', async () => {
  const axon = await new Axon({ hotkey: bob, port: 0, host: '127.0.0.1' })
    .attachStream(Story, async function* (message) {
      yield 'Once '
      await new Promise((resolve) => setTimeout(resolve, 20))
      if (message.prompt === 'fail') throw new Error('lost the thread')
      yield 'upon'
    })
    .start()
  const endpoint = { ip: '127.0.0.1', port: axon.port, hotkey: bob.ss58Address }
  for (const [prompt, text, status] of [
    ['go', 'Once upon', 200],
    ['fail', 'Once ', 400],
  ] as const) {
    const stream = dendrite.stream(endpoint, Story, { prompt })
    let got = ''
    let next = await stream.next()
    while (!next.done) {
      got += Buffer.from(next.value).toString()
      next = await stream.next()
    }
    assert.equal(got, text)
    assert.equal(next.value.dendrite.status_code, status)
  }
  await axon.stop()
})
