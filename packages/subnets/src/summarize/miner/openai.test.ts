import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { SubnetError } from '../../kit/errors.ts'
import { askEndpoint, type Request } from './openai.ts'

type Seen = { path: string; key: string | undefined; body: Record<string, unknown> }
type Reply = (seen: Seen, response: ServerResponse) => void

const REQUEST: Request = {
  sentences: ['Cats sleep.', 'Tides follow the Moon.', 'It was late.'],
  maxWords: 6,
  lang: 'en',
  kind: 'extractive',
}

/** A local server of the chat protocol; `reply` decides what it says. */
async function withServer(reply: Reply, use: (url: string, seen: Seen[]) => Promise<void>) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      seen.push({ path: request.url ?? '', key: request.headers.authorization, body })
      reply(seen.at(-1)!, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`, seen)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

const says =
  (content: unknown): Reply =>
  (_, response) =>
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }))

const refused = (code: string) => (error: unknown) =>
  error instanceof SubnetError && error.code === code

test('asks as the protocol says and joins the sentences that the model chose', async () => {
  await withServer(says('Sure: [1, 0, 9]'), async (url, seen) => {
    const extract = await askEndpoint({ url, model: 'small', apiKey: 'k' }, REQUEST)
    assert.deepEqual(extract, { summary: 'Cats sleep. Tides follow the Moon.', cited: [0, 1] })
    const [first] = seen
    assert.equal(first!.path, '/v1/chat/completions')
    assert.equal(first!.key, 'Bearer k')
    assert.equal(first!.body.model, 'small')
    assert.equal(first!.body.temperature, 0)
    assert.match(JSON.stringify(first!.body.messages), /\[1\] Tides follow the Moon\./)
  })
})

test('a written summary is cut after the last sentence that fits', async () => {
  const words = '<think>hm</think> Tides follow. The Moon pulls. Nobody knows more than that.'
  await withServer(says(words), async (url) => {
    const extract = await askEndpoint({ url, model: 'm' }, { ...REQUEST, kind: 'abstractive' })
    assert.deepEqual(extract, { summary: 'Tides follow. The Moon pulls.', cited: [] })
  })
})

test('every way of failing has its code', async () => {
  const cases: [Reply, string][] = [
    [says('none of them'), 'ENDPOINT_ANSWER'],
    [says(42), 'ENDPOINT_ANSWER'],
    [(_, response) => response.end('not json'), 'ENDPOINT_ANSWER'],
    [(_, response) => response.end('null'), 'ENDPOINT_ANSWER'],
    [(_, response) => response.writeHead(429).end('slow down'), 'ENDPOINT_STATUS'],
    [(_, response) => response.end('x'.repeat(2_000_000)), 'ENDPOINT_ANSWER'],
    [(_, response) => response.destroy(), 'ENDPOINT_UNREACHABLE'],
    [(_, response) => response.writeHead(302, { location: '/' }).end(), 'ENDPOINT_UNREACHABLE'],
    [() => undefined, 'ENDPOINT_TIMEOUT'],
  ]
  for (const [reply, code] of cases) {
    await withServer(reply, async (url) => {
      const asked = askEndpoint({ url, model: 'm', timeoutMs: 200 }, REQUEST)
      await assert.rejects(asked, refused(code), code)
    })
  }
  const closed = askEndpoint({ url: 'http://127.0.0.1:9', model: 'm' }, REQUEST)
  await assert.rejects(closed, refused('ENDPOINT_UNREACHABLE'))
})

test('a caller who leaves ends the request', async () => {
  await withServer(
    () => undefined,
    async (url) => {
      const leave = new AbortController()
      const asked = askEndpoint({ url, model: 'm' }, REQUEST, leave.signal)
      leave.abort(new Error('gone'))
      await assert.rejects(asked, /gone/)
    },
  )
})
