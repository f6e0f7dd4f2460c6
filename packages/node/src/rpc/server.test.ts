import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { WebSocket } from 'ws'
import { type MethodTable, method, methods, subscription } from './methods.ts'
import { bytes, hash, optional, text, u32 } from './params.ts'
import { type RpcServer, RpcServerError, startRpcServer } from './server.ts'
import { Client, callHttp, connectRaw, post, sleep, until } from './testing/client.ts'

let ticks: ((value: unknown) => boolean)[] = []
let stopped = 0

const table: MethodTable = methods({
  echo: method([text], (_ctx, value) => value, { aliases: ['echo_alias'] }),
  add: method([u32, optional(u32)], (_ctx, a, b) => a + (b ?? 0)),
  at: method([optional(hash)], (_ctx, at) => at),
  size: method([bytes], (_ctx, value) => value.length),
  big: method([u32], (_ctx, length) => 'x'.repeat(length)),
  fails: method([], () => {
    throw new Error('out of luck')
  }),
  late: method([u32], async (_ctx, ms) => {
    await sleep(ms)
    return 'late'
  }),
  danger: method([], () => 'done', { isUnsafe: true }),
  system_health: method([], () => ({ peers: 0, isSyncing: false, shouldHavePeers: false })),
  subscribe_ticks: subscription(
    { unsubscribe: 'unsubscribe_ticks', notification: 'tick', aliases: ['subscribe_ticks2'] },
    [optional(u32)],
    (_ctx, sink, first) => {
      if (first !== undefined) sink.send(first)
      const tick = (value: unknown) => sink.send(value)
      ticks.push(tick)
      return () => {
        stopped += 1
        ticks = ticks.filter((each) => each !== tick)
      }
    },
  ),
})

let server: RpcServer
let faults: unknown[] = []

before(async () => {
  server = await startRpcServer([table], {
    port: 0,
    onFault: (error) => faults.push(error),
    maxRequestBytes: 100_000,
    maxResponseBytes: 200_000,
    maxSubscriptions: 3,
  })
})
after(() => server.stop())

const PARSE_ERROR = {
  jsonrpc: '2.0',
  id: null,
  error: { code: -32700, message: 'Parse error' },
}

test('ids of every kind come back as they were', async () => {
  for (const id of ['7', '"abc"', 'null', '-1', '1.5', '12345678901234567890', '""']) {
    const { text: answer } = await post(
      server.port,
      `{"jsonrpc":"2.0","id":${id},"method":"echo","params":["x"]}`,
    )
    assert.equal(answer, `{"jsonrpc":"2.0","id":${id},"result":"x"}`)
  }
})

test('malformed JSON is a parse error', async () => {
  const http = await post(server.port, '{"jsonrpc":')
  assert.deepEqual([http.status, http.json], [200, PARSE_ERROR])
  for (const body of ['', 'hello', '"text"', '12', '\u0000', '<html>']) {
    const refused = await post(server.port, body)
    assert.deepEqual([refused.status, refused.json], [400, PARSE_ERROR], body)
  }
  const client = await Client.connect(server.port)
  for (const body of ['', 'hello', '{"jsonrpc":', '[', '[1,', 'null', '\u0000{}']) {
    client.send(body)
    assert.deepEqual(await client.next(), PARSE_ERROR, body)
  }
  assert.equal(await client.result('echo', ['still here']), 'still here')
  client.close()
})

test('what is no request is refused with its id where it has one', async () => {
  const cases: [string, unknown, number][] = [
    ['{"jsonrpc":"2.0","method":1,"id":1}', 1, -32600],
    ['{"jsonrpc":"1.0","method":"echo","id":"a"}', 'a', -32600],
    ['{"method":"echo","id":2}', 2, -32600],
    ['{"jsonrpc":"2.0","id":3}', 3, -32600],
    ['{"jsonrpc":"2.0","method":"echo","id":{}}', null, -32600],
    ['{"foo":"bar"}', null, -32700],
    ['{}', null, -32700],
  ]
  for (const [body, id, code] of cases) {
    const { json } = await post(server.port, body)
    assert.deepEqual([json.id, json.error?.code], [id, code], body)
  }
})

test('unknown methods, aliases and the list of methods', async () => {
  assert.deepEqual((await callHttp(server.port, 'nothing')).error, {
    code: -32601,
    message: 'Method not found',
  })
  assert.equal((await callHttp(server.port, 'echo_alias', ['x'])).result, 'x')
  for (const name of ['__proto__', 'constructor', 'toString', '']) {
    assert.equal((await callHttp(server.port, name)).error?.code, -32601)
  }
  const list = (await callHttp(server.port, 'rpc_methods')).result as { methods: string[] }
  assert.deepEqual(list.methods, [
    'add',
    'at',
    'big',
    'danger',
    'echo',
    'echo_alias',
    'fails',
    'late',
    'rpc_methods',
    'size',
    'subscribe_ticks',
    'subscribe_ticks2',
    'system_health',
    'unsubscribe_ticks',
  ])
})

test('wrong parameters are told apart', async () => {
  const wrong: [string, unknown][] = [
    ['add', []],
    ['add', undefined],
    ['add', ['1']],
    ['add', [-1]],
    ['add', [1.5]],
    ['add', [4294967296]],
    ['add', [1, 'x']],
    ['add', { a: 1 }],
    ['add', 'text'],
    ['at', ['0x12']],
    ['at', [`0x${'g'.repeat(64)}`]],
    ['at', [5]],
    ['size', ['0xzz']],
    ['size', ['hello']],
    ['size', [[1, 256]]],
    ['size', [null]],
    ['echo', [null]],
  ]
  for (const [name, params] of wrong) {
    const { error } = await callHttp(server.port, name, params)
    assert.equal(error?.code, -32602, `${name} ${JSON.stringify(params)}`)
    assert.equal(error?.message, 'Invalid params')
    assert.equal(typeof error?.data, 'string')
  }
  assert.equal((await callHttp(server.port, 'add', [])).error?.data, 'No more params')
  const right: [string, unknown, unknown][] = [
    ['add', [1], 1],
    ['add', [1, null], 1],
    ['add', [1, 2, 'ignored'], 3],
    ['at', [null], null],
    ['at', undefined, null],
    ['at', [`0x${'AB'.repeat(32)}`], `0x${'ab'.repeat(32)}`],
    ['at', ['ab'.repeat(32)], `0x${'ab'.repeat(32)}`],
    ['size', ['0x'], 0],
    ['size', [''], 0],
    ['size', ['0100'], 2],
    ['size', ['0x1'], 1],
    ['size', [[1, 2, 3]], 3],
  ]
  for (const [name, params, result] of right) {
    const frame = await callHttp(server.port, name, params)
    assert.deepEqual(frame.result, result, `${name} ${JSON.stringify(params)}`)
  }
})

test('a handler that breaks is an internal error, and is heard of', async () => {
  faults = []
  const { error } = await callHttp(server.port, 'fails')
  assert.deepEqual(error, { code: -32603, message: 'Internal error', data: 'out of luck' })
  assert.equal(faults.length, 1)
})

test('notifications get no answer', async () => {
  const notification = '{"jsonrpc":"2.0","method":"echo","params":["x"]}'
  const http = await post(server.port, notification)
  assert.deepEqual([http.status, http.text], [200, ''])
  const batch = await post(server.port, `[${notification},${notification}]`)
  assert.deepEqual([batch.status, batch.text], [200, ''])
  const client = await Client.connect(server.port)
  client.send(notification)
  client.send(`[${notification}]`)
  await client.result('echo', ['x'])
  assert.deepEqual(client.rest, [])
  client.close()
})

test('batches: order, mixtures, emptiness and limits', async () => {
  const ask = (id: number, name: string, params: unknown = []) => ({
    jsonrpc: '2.0',
    id,
    method: name,
    params,
  })
  const { json } = await post(server.port, [
    ask(1, 'echo', ['a']),
    5,
    [],
    { jsonrpc: '2.0', method: 'echo', params: ['silent'] },
    { foo: 1 },
    { id: 9 },
    ask(2, 'nothing'),
    ask(1, 'echo', ['same id']),
  ])
  const answers = json as unknown as { id: unknown; result?: unknown; error?: { code: number } }[]
  assert.deepEqual(
    answers.map(({ id, result, error }) => [id, result ?? error?.code]),
    [
      [1, 'a'],
      [null, -32600],
      [null, -32600],
      [null, -32600],
      [9, -32600],
      [2, -32601],
      [1, 'same id'],
    ],
  )
  assert.equal((await post(server.port, '[]')).json.error?.code, -32600)
  assert.deepEqual((await post(server.port, '[1')).json, PARSE_ERROR)
  const tooMuch = [ask(1, 'big', [150_000]), ask(2, 'big', [150_000])]
  assert.deepEqual((await post(server.port, tooMuch)).json, {
    jsonrpc: '2.0',
    id: null,
    error: {
      code: -32011,
      message: 'The batch response was too large',
      data: 'Exceeded max limit of 200000',
    },
  })
  const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`
  assert.equal((await post(server.port, deep)).status, 200)
})

test('batches can be limited and refused', async () => {
  const short = await startRpcServer([table], { port: 0, maxBatchLength: 2 })
  const none = await startRpcServer([table], { port: 0, maxBatchLength: 0 })
  const three = '[1,2,3]'
  assert.deepEqual((await post(short.port, three)).json.error, {
    code: -32010,
    message: 'The batch request was too large',
    data: 'Exceeded max limit of 2',
  })
  assert.deepEqual((await post(none.port, three)).json.error, {
    code: -32005,
    message: 'Batched requests are not supported by this server',
  })
  await Promise.all([short.stop(), none.stop()])
})

test('requests and answers have a largest size', async () => {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'echo', params: ['x'.repeat(2e5)] })
  const http = await post(server.port, body)
  assert.deepEqual(
    [http.status, http.json],
    [
      413,
      {
        jsonrpc: '2.0',
        id: null,
        error: {
          code: -32007,
          message: 'Request is too big',
          data: 'Exceeded max limit of 100000',
        },
      },
    ],
  )
  const client = await Client.connect(server.port)
  assert.deepEqual((await client.call('big', [300_000])).error, {
    code: -32008,
    message: 'Response is too big',
    data: 'Exceeded max limit of 200000',
  })
  assert.equal(await client.result('echo', ['fine']), 'fine')
  client.send(body)
  assert.equal((await client.untilClosed()).code, 1009)
  assert.equal((await callHttp(server.port, 'echo', ['alive'])).result, 'alive')
})

test('chunked bodies without a length are limited too', async () => {
  const socket = await connectRaw(server.port)
  let seen = ''
  socket.on('data', (data) => {
    seen += data
  })
  socket.write(
    `POST / HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\n` +
      'content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
  )
  const chunk = `${(10_000).toString(16)}\r\n${'{'.repeat(10_000)}\r\n`
  for (let i = 0; i < 20; i++) socket.write(chunk)
  await until(() => seen.includes('413'))
  socket.destroy()
})

test('binary frames are read like text', async () => {
  const client = await Client.connect(server.port)
  const request = JSON.stringify({ jsonrpc: '2.0', id: 5, method: 'echo', params: ['ü'] })
  client.socket.send(Buffer.from(request), { binary: true })
  assert.deepEqual(await client.next(), { jsonrpc: '2.0', id: 5, result: 'ü' })
  client.socket.send(Buffer.from([0xff, 0xfe, 0x7b]), { binary: true })
  assert.deepEqual(await client.next(), PARSE_ERROR)
  client.close()
})

test('garbage on a socket closes that socket only', async () => {
  const raw = await connectRaw(server.port)
  raw.on('error', () => {})
  raw.resume()
  raw.write(Buffer.from([0, 1, 2, 3, 255, 254, 13, 10, 13, 10]))
  await until(() => raw.destroyed || raw.readableEnded || raw.closed)

  const upgraded = await connectRaw(server.port)
  let seen = ''
  upgraded.on('data', (data) => {
    seen += data.toString('latin1')
  })
  upgraded.on('error', () => {})
  upgraded.write(
    `GET / HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nupgrade: websocket\r\n` +
      'connection: upgrade\r\nsec-websocket-version: 13\r\n' +
      'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  await until(() => seen.includes('101'))
  // an unmasked frame with reserved bits set: no WebSocket peer sends that
  upgraded.write(Buffer.from([0xff, 0x7f, 1, 2, 3, 4, 5, 6, 7, 8]))
  await until(() => upgraded.closed || upgraded.readableEnded)

  const bad = await connectRaw(server.port)
  let answer = ''
  bad.on('data', (data) => {
    answer += data
  })
  bad.write(
    `GET / HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nupgrade: websocket\r\n` +
      'connection: upgrade\r\nsec-websocket-version: 99\r\n\r\n',
  )
  await until(() => answer.startsWith('HTTP/1.1 4'))
  for (const socket of [raw, upgraded, bad]) socket.destroy()
  assert.equal((await callHttp(server.port, 'echo', ['alive'])).result, 'alive')
})

test('half-open sockets: half a request, half a body, half a frame', async () => {
  const host = `host: 127.0.0.1:${server.port}\r\n`
  const halves = [
    'POST / HT',
    `POST / HTTP/1.1\r\n${host}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"json`,
    `GET / HTTP/1.1\r\n${host}upgrade: websocket\r\nconnection: upgrade\r\n`,
  ]
  for (const half of halves) {
    const socket = await connectRaw(server.port)
    socket.on('error', () => {})
    socket.write(half)
    await sleep(20)
    socket.end()
    socket.destroy()
  }
  const client = await Client.connect(server.port)
  // a masked text frame that announces more than it brings
  const { _socket: tcp } = client.socket as unknown as { _socket: import('node:net').Socket }
  tcp.write(Buffer.from([0x81, 0xfe, 0x10, 0x00, 1, 2, 3, 4, 5]))
  await sleep(20)
  tcp.destroy()
  await until(() => server.connections === 0)
  assert.equal((await callHttp(server.port, 'echo', ['alive'])).result, 'alive')
})

test('other verbs, other content types, other paths', async () => {
  const url = `http://127.0.0.1:${server.port}`
  for (const verb of ['GET', 'PUT', 'DELETE', 'PATCH']) {
    const response = await fetch(url, { method: verb })
    assert.equal(response.status, 405)
    assert.equal(await response.text(), 'Used HTTP Method is not allowed. POST is required\n')
  }
  assert.equal((await post(server.port, '{}', { 'content-type': 'text/plain' })).status, 415)
  const health = await fetch(`${url}/health`)
  assert.equal(health.status, 200)
  assert.equal(await health.text(), '{"peers":0,"isSyncing":false,"shouldHavePeers":false}')
  const ready = await fetch(`${url}/health/readiness`)
  assert.deepEqual([ready.status, await ready.text()], [200, ''])
  assert.equal((await fetch(`${url}/health`, { method: 'POST' })).status, 405)
})

test('an upgrade to anything but WebSocket is ignored', async () => {
  const socket = await connectRaw(server.port)
  let seen = ''
  socket.on('data', (data) => {
    seen += data
  })
  const body = '{"jsonrpc":"2.0","id":1,"method":"echo","params":["h2c"]}'
  socket.write(
    `POST / HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\ncontent-type: application/json\r\n` +
      'connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAA\r\n' +
      `content-length: ${body.length}\r\n\r\n${body}`,
  )
  await until(() => seen.includes('"result":"h2c"'))
  socket.destroy()
})

test('browsers: CORS, preflight, foreign hosts and origins', async () => {
  const call = { jsonrpc: '2.0', id: 1, method: 'echo', params: ['x'] }
  const allowed = await post(server.port, call, { origin: 'http://localhost:3000' })
  assert.equal(allowed.headers.get('access-control-allow-origin'), 'http://localhost:3000')
  const foreign = await post(server.port, call, { origin: 'https://evil.example' })
  assert.equal(foreign.headers.get('access-control-allow-origin'), null)
  const preflight = await fetch(`http://127.0.0.1:${server.port}`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://polkadot.js.org',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  })
  assert.equal(preflight.status, 200)
  assert.equal(preflight.headers.get('access-control-allow-headers'), 'content-type')
  await assert.rejects(Client.connect(server.port, { origin: 'https://evil.example' }), /403/)
  await assert.rejects(Client.connect(server.port, { host: 'evil.example' }), /403/)
  const open = await startRpcServer([table], { port: 0, cors: 'all' })
  const anyone = await Client.connect(open.port, { origin: 'https://evil.example', host: 'x.org' })
  assert.equal(await anyone.result('echo', ['hi']), 'hi')
  anyone.close()
  const everywhere = await post(open.port, call, { origin: 'https://evil.example' })
  assert.equal(everywhere.headers.get('access-control-allow-origin'), '*')
  await open.stop()
})

test('unsafe methods follow the policy', async () => {
  assert.equal((await callHttp(server.port, 'danger')).result, 'done')
  const safe = await startRpcServer([table], { port: 0, methodsPolicy: 'safe' })
  assert.deepEqual((await callHttp(safe.port, 'danger')).error, {
    code: -32601,
    message: 'RPC call is unsafe to be called externally',
  })
  await safe.stop()
  const external = await startRpcServer([table], { port: 0, isExternal: true, cors: 'all' })
  assert.equal((await callHttp(external.port, 'danger')).error?.code, -32601)
  assert.ok(external.addresses[0]?.startsWith('0.0.0.0:'))
  await external.stop()
})

test('a taken port is an error that names it and the way out', async () => {
  await assert.rejects(startRpcServer([table], { port: server.port }), (error) => {
    assert.ok(error instanceof RpcServerError)
    assert.equal(error.code, 'PORT_TAKEN')
    assert.equal(error.port, server.port)
    assert.match(error.message, new RegExp(`port ${server.port} is taken.*--rpc-port`))
    return true
  })
})

test('subscriptions: answer first, then events, then the end', async () => {
  const client = await Client.connect(server.port)
  const id = (await client.result('subscribe_ticks', [7])) as string
  assert.match(id, /^0x[0-9a-f]{32}$/)
  assert.equal(await client.event(id), 7)
  ticks.at(-1)!({ n: 8 })
  assert.deepEqual(await client.next(), {
    jsonrpc: '2.0',
    method: 'tick',
    params: { subscription: id, result: { n: 8 } },
  })
  const before = stopped
  assert.equal(await client.result('unsubscribe_ticks', ['0xdead']), false)
  assert.equal(await client.result('unsubscribe_ticks', []), false)
  assert.equal(await client.result('unsubscribe_ticks', [id]), true)
  assert.equal(await client.result('unsubscribe_ticks', [id]), false)
  assert.equal(stopped, before + 1)
  client.close()
})

test('a subscription ends with its socket, belongs to it, and counts', async () => {
  const client = await Client.connect(server.port)
  const other = await Client.connect(server.port)
  const id = await client.result('subscribe_ticks')
  assert.equal(await other.result('unsubscribe_ticks', [id]), false)
  await client.result('subscribe_ticks2')
  await client.result('subscribe_ticks')
  assert.deepEqual((await client.call('subscribe_ticks')).error, {
    code: -32006,
    message: 'Too many subscriptions on the connection',
    data: 'Exceeded max limit of 3',
  })
  const before = stopped
  client.close()
  await until(() => stopped === before + 3)
  other.close()
  assert.equal((await callHttp(server.port, 'subscribe_ticks')).error?.code, -32603)
  assert.equal((await callHttp(server.port, 'unsubscribe_ticks', ['x'])).error?.code, -32603)
})

test('a batch may subscribe: the events follow the batch', async () => {
  const client = await Client.connect(server.port)
  client.send('[{"jsonrpc":"2.0","id":1,"method":"subscribe_ticks","params":[1]}]')
  const answers = (await client.next()) as unknown as { result: string }[]
  assert.equal(await client.event(answers[0]!.result), 1)
  client.close()
})

test('a subscriber that never reads is cut off, and memory stays bounded', async () => {
  const client = await Client.connect(server.port)
  await client.result('subscribe_ticks')
  const tick = ticks.at(-1)!
  client.socket.pause()
  const payload = 'y'.repeat(50_000)
  let sent = 0
  while (tick(payload)) {
    sent += payload.length
    await new Promise((resolve) => setImmediate(resolve))
    assert.ok(sent < 64 * 1024 * 1024, 'the server goes on buffering')
  }
  await until(() => server.connections === 0)
  client.close()
  assert.equal((await callHttp(server.port, 'echo', ['alive'])).result, 'alive')
})

test('a caller that never reads is not read either', async () => {
  const client = await Client.connect(server.port)
  client.socket.pause()
  const before = process.memoryUsage().rss
  // 2,000 answers of 190 kB would be 380 MB
  for (let i = 0; i < 2_000; i++) {
    client.send(`{"jsonrpc":"2.0","id":${i},"method":"big","params":[190000]}`)
  }
  await sleep(300)
  const grown = process.memoryUsage().rss - before
  assert.ok(grown < 200e6, `memory grew by ${grown}`)
  client.socket.resume()
  for (let i = 0; i < 2_000; i++) assert.equal((await client.next()).id, i)
  client.close()
})

test('calls of one session run side by side', async () => {
  const client = await Client.connect(server.port)
  const slow = client.call('late', [200])
  const fast = await client.call('echo', ['fast'])
  assert.equal(fast.result, 'fast')
  assert.equal(client.rest.length, 0)
  assert.equal((await slow).result, 'late')
  client.close()
})

test('over the limit of connections there is a clean 429', async () => {
  const small = await startRpcServer([table], { port: 0, maxConnections: 2 })
  const first = await Client.connect(small.port)
  const second = await Client.connect(small.port)
  await assert.rejects(Client.connect(small.port), /429/)
  const http = await post(small.port, '{}')
  assert.deepEqual([http.status, http.text], [429, 'Too many connections. Please try again later.'])
  first.close()
  await until(() => small.connections === 1)
  const third = await Client.connect(small.port)
  assert.equal(await third.result('echo', ['in']), 'in')
  second.close()
  third.close()
  await small.stop()
})

test('a thousand idle sockets do not hurt', async () => {
  const wide = await startRpcServer([table], { port: 0, maxConnections: 1_500 })
  const sockets: WebSocket[] = []
  for (let i = 0; i < 10; i++) {
    const opened = Array.from({ length: 100 }, () => Client.connect(wide.port))
    sockets.push(...(await Promise.all(opened)).map(({ socket }) => socket))
  }
  assert.equal(wide.connections, 1_000)
  const startedAt = performance.now()
  for (let i = 0; i < 50; i++) assert.equal((await callHttp(wide.port, 'add', [i])).result, i)
  assert.ok(performance.now() - startedAt < 2_000)
  for (const socket of sockets) socket.terminate()
  await until(() => wide.connections === 0)

  // and without a word of HTTP: these are not even counted
  const silent = await Promise.all(Array.from({ length: 1_000 }, () => connectRaw(wide.port)))
  assert.equal((await callHttp(wide.port, 'add', [1])).result, 1)
  for (const socket of silent) socket.destroy()
  await wide.stop()
})

test('pings find out who is gone', async () => {
  const quick = await startRpcServer([table], { port: 0, pingIntervalMs: 20 })
  const alive = await Client.connect(quick.port)
  const gone = await new Promise<WebSocket>((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${quick.port}`, { autoPong: false })
    socket.on('open', () => resolve(socket))
  })
  gone.on('error', () => {})
  await until(() => quick.connections === 1)
  assert.equal(await alive.result('echo', ['here']), 'here')
  alive.close()
  await quick.stop()
})

test('a client ping is answered', async () => {
  const client = await Client.connect(server.port)
  let pongs = 0
  client.socket.on('pong', () => {
    pongs += 1
  })
  client.socket.ping()
  await until(() => pongs === 1)
  client.close()
})

test('stop lets calls finish, says goodbye and frees the port', async () => {
  const short = await startRpcServer([table], { port: 0 })
  const client = await Client.connect(short.port)
  const idle = await connectRaw(short.port)
  const call = client.call('late', [100])
  const http = callHttp(short.port, 'late', [100])
  await until(() => short.connections === 2)
  const stop = short.stop()
  assert.equal((await call).result, 'late')
  assert.equal((await http).result, 'late')
  assert.deepEqual(await client.untilClosed(), { code: 1001, reason: 'the node is shutting down' })
  await stop
  idle.destroy()
  const again = await startRpcServer([table], { port: short.port })
  await again.stop()
})

test('a name declared twice is found at start', async () => {
  await assert.rejects(startRpcServer([table, table], { port: 0 }), /declared twice/)
})
