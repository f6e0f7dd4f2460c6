import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from 'node:test'
import { type AxonEndpoint, Dendrite } from '../dendrite/dendrite.ts'
import { synapse, t } from '../synapse/index.ts'
import { Keypair } from '../wallet/keypair.ts'
import { Axon, type AxonOptions } from './axon.ts'
import { AxonError } from './errors.ts'
import type { ExchangeRecord } from './exchange.ts'

const bob = Keypair.fromUri('//Bob')
const Echo = synapse('Echo', { text: t.str }, { required_hash_fields: ['text'] })

async function withAxon(
  options: Partial<AxonOptions>,
  attach: (axon: Axon) => void,
  use: (endpoint: AxonEndpoint, dendrite: Dendrite, axon: Axon) => Promise<void>,
): Promise<void> {
  const axon = new Axon({ hotkey: bob, port: 0, host: '127.0.0.1', ...options })
  attach(axon)
  await axon.start()
  const dendrite = new Dendrite({ hotkey: Keypair.fromUri('//Alice') })
  try {
    await use({ ip: '127.0.0.1', port: axon.port, hotkey: bob.ss58Address }, dendrite, axon)
  } finally {
    dendrite.close()
    await axon.stop(100)
  }
}

const echo = (axon: Axon) => axon.attach(Echo, (message) => message)

test('bodies beyond the limit are refused, and the axon goes on', () =>
  withAxon({ maxBodyBytes: 10_000 }, echo, async (endpoint, dendrite) => {
    const large = await dendrite.call(endpoint, Echo, { text: 'x'.repeat(20_000) })
    assert.ok([413, 503].includes(large.dendrite.status_code ?? 0), large.dendrite.status_message!)
    assert.ok((await dendrite.call(endpoint, Echo, { text: 'x' })).isSuccess)
  }))

test('work that outlasts its caller is told to stop, and frees its worker', () => {
  const reasons: string[] = []
  const sleep = (axon: Axon) =>
    axon.attach(Echo, async (message, { signal }) => {
      if (message.text === 'quick') return message
      await once(signal, 'abort')
      reasons.push(String((signal.reason as Error).message))
      return message
    })
  return withAxon({ maxWorkers: 1, maxTimeout: 1 }, sleep, async (endpoint, dendrite) => {
    const late = dendrite.call(endpoint, Echo, { text: 'late' }, { timeout: 5 })
    const gone = dendrite.call(endpoint, Echo, { text: 'gone' }, { timeout: 1.2 })
    assert.equal((await late).dendrite.status_message, 'Response timeout after: 5.0s')
    assert.ok((await gone).isTimeout)
    assert.ok((await dendrite.call(endpoint, Echo, { text: 'quick' })).isSuccess)
    assert.ok(reasons.includes('time is up'))
  })
})

test('a full queue answers 503 to the least important', () => {
  const work = Promise.withResolvers<void>()
  const slow = (axon: Axon) =>
    axon.attach(
      Echo,
      async (message) => {
        await work.promise
        return message
      },
      { priority: (message) => Number(message.dendrite.hotkey === bob.ss58Address) },
    )
  return withAxon({ maxWorkers: 1, maxQueue: 1 }, slow, async (endpoint, dendrite) => {
    const calls = [1, 2, 3].map(() => dendrite.call(endpoint, Echo, { text: 'x' }))
    const refused = await Promise.race(calls)
    assert.equal(refused.dendrite.status_code, 503)
    assert.match(
      refused.dendrite.status_message ?? '',
      /^Too busy: the queue of 1 requests is full/,
    )
    work.resolve()
    const statuses = (await Promise.all(calls)).map((answer) => answer.dendrite.status_code)
    assert.deepEqual(statuses.sort(), [200, 200, 503])
  })
})

test('garbage on the socket harms nobody', () =>
  withAxon({}, echo, async (endpoint, dendrite) => {
    for (const bytes of [
      '\0\xff garbage\r\n\r\n',
      'POST /Echo HTTP/1.1\r\ncontent-length: x\r\n\r\n',
      '',
    ]) {
      const socket = connect(endpoint.port, endpoint.ip)
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      socket.end(bytes, 'latin1')
      socket.resume()
      await once(socket, 'close')
    }
    const torn = connect(endpoint.port, endpoint.ip)
    await once(torn, 'connect')
    torn.write('POST /Synapse HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{')
    torn.destroy()
    assert.ok((await dendrite.call(endpoint, Echo, { text: 'x' })).isSuccess)
  }))

test('a status message that no header can carry is cleaned and cut', () => {
  const refuse = (axon: Axon) =>
    axon.attach(Echo, (message) => message, {
      blacklist: () => [true, `☃\r\nx: y ${'z'.repeat(9000)}`],
    })
  return withAxon({}, refuse, async (endpoint, dendrite) => {
    const answer = await dendrite.call(endpoint, Echo, { text: 'x' })
    assert.equal(answer.dendrite.status_code, 403)
    assert.match(
      answer.dendrite.status_message ?? '',
      /^Forbidden\. Key is blacklisted: \?\?\?x: y z+$/,
    )
  })
})

test('stopping lets running work end and takes no more', () => {
  const entered = Promise.withResolvers<void>()
  const work = Promise.withResolvers<void>()
  const records: ExchangeRecord[] = []
  const slow = (axon: Axon) =>
    axon.attach(Echo, async (message) => {
      entered.resolve()
      await work.promise
      return message
    })
  const observe = (record: ExchangeRecord) => void records.push(record)
  return withAxon({ observe }, slow, async (endpoint, dendrite, axon) => {
    const running = dendrite.call(endpoint, Echo, { text: 'x' })
    await entered.promise
    const stopped = axon.stop()
    work.resolve()
    assert.ok((await running).isSuccess)
    await stopped
    assert.equal((await dendrite.call(endpoint, Echo, { text: 'x' })).dendrite.status_code, 503)
    assert.equal(records[0]?.status, 200)
  })
})

test('wrong options and double use are refused', async () => {
  const withCode = (code: string) => (error: unknown) =>
    error instanceof AxonError && error.code === code
  for (const port of [80, 65_535, -1, Number.NaN]) {
    assert.throws(() => new Axon({ hotkey: bob, port }), withCode('INVALID_PORT'))
  }
  assert.throws(() => new Axon({ hotkey: bob, maxWorkers: 0 }), withCode('INVALID_LIMIT'))
  await withAxon({}, echo, async ({ port }, _, axon) => {
    assert.throws(() => echo(axon), withCode('ALREADY_ATTACHED'))
    await assert.rejects(axon.start(), withCode('ALREADY_STARTED'))
    const second = new Axon({ hotkey: bob, port, host: '127.0.0.1' })
    await assert.rejects(second.start(), withCode('CANNOT_LISTEN'))
  })
})
