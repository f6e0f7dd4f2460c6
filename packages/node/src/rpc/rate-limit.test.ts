import assert from 'node:assert/strict'
import { test } from 'node:test'
import { method, methods } from './methods.ts'
import { CallLimiter, isNetwork, limiterFactory, type RateLimit } from './rate-limit.ts'
import { startRpcServer } from './server.ts'
import { Client, post, sleep } from './testing/client.ts'

test('a minute’s calls pass at once, then one per share of the minute', () => {
  let now = 1000
  const limiter = new CallLimiter(60, () => now)
  for (let i = 0; i < 60; i++) assert.equal(limiter.take(), 0)
  assert.equal(limiter.take(), 1000)
  now += 400
  assert.equal(limiter.take(), 600)
  now += 600
  assert.equal(limiter.take(), 0)
  assert.equal(limiter.take(), 1000)
})

test('callers of exempt networks have no limit; a proxy is believed when told to', () => {
  const limit: RateLimit = { callsPerMinute: 1, exempt: ['10.0.0.0/8'], trustsProxies: false }
  const isLimited = (more: Partial<RateLimit>, from: string, headers: object = {}) => {
    const request = { headers, socket: { remoteAddress: from } }
    return limiterFactory({ ...limit, ...more })(request as never) !== undefined
  }
  const proxied = { 'x-forwarded-for': '10.1.1.1, 4.4.4.4' }
  assert.deepEqual(
    [isLimited({}, '10.9.9.9'), isLimited({}, '11.0.0.1'), isLimited({}, '::1')],
    [false, true, true],
  )
  assert.equal(isLimited({}, '4.4.4.4', proxied), true)
  const trusting = { trustsProxies: true }
  assert.equal(isLimited(trusting, '4.4.4.4', proxied), false)
  assert.equal(
    isLimited(trusting, '10.1.1.1', { forwarded: 'by=10.1.1.2;for="[2001::1]:5"' }),
    true,
  )
  assert.equal(isLimited(trusting, '4.4.4.4', { 'x-real-ip': '10.0.0.1' }), false)
  assert.equal(isLimited(trusting, '10.1.1.1', { forwarded: 'for=unknown' }), false)
  assert.equal(limiterFactory(undefined)({} as never), undefined)
})

test('networks are addresses with a length', () => {
  for (const text of ['1.2.3.4/24', '1.2.3.4', 'ff01::/128']) assert.equal(isNetwork(text), true)
  for (const text of ['1.2.3/8', '1.2.3.4/33', '1.2.3.4/', 'x', '1.2.3.4/8/9'])
    assert.equal(isNetwork(text), false, text)
})

test('a connection that calls too often waits for its answers; HTTP requests do not', async () => {
  const table = methods({ echo: method([], () => 1) })
  const rateLimit: RateLimit = { callsPerMinute: 60, exempt: [], trustsProxies: false }
  const server = await startRpcServer([table], { port: 0, rateLimit })
  try {
    const startedAt = performance.now()
    const client = await Client.connect(server.port)
    for (let i = 0; i <= 60; i++) assert.equal((await client.call('echo', [])).result, 1)
    // the last one had to wait until the first one's share was over
    assert.ok(performance.now() - startedAt >= 1000)
    // each HTTP request starts anew
    const call = '{"jsonrpc":"2.0","id":1,"method":"echo"}'
    assert.equal((await post(server.port, call)).text, '{"jsonrpc":"2.0","id":1,"result":1}')
  } finally {
    await server.stop()
  }
})

test('who is slower than others ten times is refused', async (t) => {
  t.mock.method(Math, 'random', () => 0)
  const limiter = new CallLimiter(60_000)
  const isTaken = t.mock.method(limiter, 'take', () => 1)
  assert.equal(await Promise.race([limiter.pass(), sleep(2000)]), false)
  assert.equal(isTaken.mock.callCount(), 10)
})
