/** Runs the part of `sdk-http.json` that is about axons: requests, and how the Python axon answered. */
import assert from 'node:assert/strict'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { Axon } from '../../src/axon/axon.ts'
import type { ExchangeRecord } from '../../src/axon/exchange.ts'
import { type Json, parseJson, synapse, t } from '../../src/synapse/index.ts'
import { Keypair } from '../../src/wallet/keypair.ts'
import type { Check } from './check.ts'

interface AxonVector {
  readonly name: string
  readonly request: {
    readonly start_line: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }
  readonly response: {
    readonly start_line: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }
}

export interface AxonVectors {
  readonly axon_edge_cases: readonly AxonVector[]
}

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

function throwing(name: string, message: string) {
  return () => {
    throw new DOMException(message, name)
  }
}

/** The axon of the recording, with a clock of its own. */
function recordedAxon(now: () => bigint, observe: (record: ExchangeRecord) => void): Axon {
  const hotkey = Keypair.fromUri('//Bob')
  return new Axon({ hotkey, port: 0, host: '127.0.0.1', now, observe })
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
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

function send(port: number, vector: AxonVector): Promise<Answer> {
  const [method, path] = vector.request.start_line.split(' ')
  const { headers } = vector.request
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const options = { port, host: '127.0.0.1', method, path, headers }
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

/**
 * The recorded peers' clock: it follows the nonces, which were taken just before their request was sent,
 * except in cases named after their age.
 */
function clockFor({ name, request }: AxonVector, clock: bigint): bigint {
  const nonce = BigInt(/^\d+$/.exec(request.headers.bt_header_dendrite_nonce ?? '')?.[0] ?? 0)
  const age = /(\d+)s[ ,]/.exec(name)?.[1]
  if (age !== undefined) return nonce + BigInt(age) * 1_000_000_000n + 2_000_000n
  return /future/.test(name) || nonce < clock ? clock : nonce
}

function compare(vector: AxonVector, answer: Answer): void {
  const expected = vector.response
  assert.equal(answer.status, Number(expected.start_line.split(' ')[1]), answer.body)
  assert.deepEqual(comparable(answer.headers), comparable(expected.headers))
  if (vector.name === 'body invalid json') return
  assert.deepEqual(comparableBody(answer.body), comparableBody(expected.body))
}

/** Yields the checks while the axon runs. Requests too long to be recorded are left out. */
export async function* axonChecks({ axon_edge_cases }: AxonVectors): AsyncGenerator<Check> {
  let clock = 0n
  const records: ExchangeRecord[] = []
  const axon = recordedAxon(
    () => clock,
    (record) => records.push(record),
  )
  await axon.start()
  const vectors = axon_edge_cases.filter(({ request }) => typeof request !== 'string')
  try {
    for (const [at, vector] of vectors.entries())
      yield {
        name: `axon_edge_cases[${at}] ${vector.name}`,
        run: async () => {
          clock = clockFor(vector, clock)
          compare(vector, await send(axon.port, vector))
        },
      }
    yield {
      name: 'axon_edge_cases were all observed, inner failures with their error',
      run() {
        assert.equal(records.length, vectors.length)
        for (const { error, status } of records)
          assert.equal(error !== undefined, status === 500 || status === 422)
      },
    }
  } finally {
    await axon.stop()
  }
}
