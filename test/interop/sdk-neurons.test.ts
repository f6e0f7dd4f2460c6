/**
 * Our neurons against those of the Python package `bittensor`, both ways.
 *
 * Set `BITTENSOR_PYTHON` to the interpreter of an environment with `bittensor==10.5.0`; without it these
 * tests are skipped, loudly.
 */
import assert from 'node:assert/strict'
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  Axon,
  Dendrite,
  Float,
  type Json,
  Keypair,
  parseJson,
  reprText,
  strText,
} from '@taonet/sdk'
import { Big, Status, TextSynapse } from './sdk.ts'

const python = process.env.BITTENSOR_PYTHON
const skip = python === undefined && 'BITTENSOR_PYTHON is not set: no Python neurons to talk to'

const alice = Keypair.fromUri('//Alice')
const bob = Keypair.fromUri('//Bob')
const INPUT = {
  prompt: 'Hello "wörld"\n',
  n: 3,
  ratio: 0.5,
  flag: true,
  tags: ['a', "b'c", '😀'],
  opts: new Map<string, Json>([
    ['k', 1],
    ['f', new Float(2)],
    ['9', [null, true, 1e-7]],
    ['1', new Map()],
  ]),
}

function start(script: string, ...args: string[]): ChildProcessWithoutNullStreams {
  const path = fileURLToPath(new URL(`python/${script}`, import.meta.url))
  const child = spawn(python ?? '', [path, ...args], {
    env: { ...process.env, BT_LOGGING_LOGGING_DIR: '/tmp', READ_ONLY: '1' },
  })
  child.stderr.resume()
  return child
}

describe('our dendrite and a Python axon', { skip }, () => {
  let child: ChildProcessWithoutNullStreams
  let dendrite: Dendrite
  let endpoint: { ip: string; port: number; hotkey: string }

  before(async () => {
    child = start('axon.py', '//Bob', '18911')
    const lines = createInterface(child.stdout)
    for await (const line of lines) if (line.startsWith('ready')) break
    endpoint = { ip: '127.0.0.1', port: 18_911, hotkey: bob.ss58Address }
    dendrite = new Dendrite({ hotkey: alice })
    for (let i = 0; i < 100; i++) {
      const ping = await dendrite.call(endpoint, Status, { code: 200 }, { timeout: 1 })
      if (ping.isSuccess) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })

  after(() => {
    dendrite.close()
    child.stdin.end()
  })

  test('all kinds of fields arrive, hash and return', async () => {
    const answer = await dendrite.call(endpoint, TextSynapse, INPUT)
    assert.equal(answer.dendrite.status_message, 'Success')
    const opts = TextSynapse.fields.opts.toPython(INPUT.opts, 'opts')
    const { prompt, tags } = INPUT
    assert.equal(answer.out, `${prompt}|3|0.5|True|${reprText(tags)}|${reprText(opts)}`)
    assert.equal(strText(answer.opts), strText(INPUT.opts))
  })

  test('twenty requests at once all pass', async () => {
    const answers = await dendrite.query(Array(20).fill(endpoint), TextSynapse, INPUT)
    assert.deepEqual(new Set(answers.map((answer) => answer.dendrite.status_code)), new Set([200]))
  })

  test('refusals and failures are told apart', async () => {
    const eve = new Dendrite({ hotkey: Keypair.fromUri('//Eve') })
    const refused = await eve.call(endpoint, TextSynapse, INPUT)
    assert.equal(refused.dendrite.status_message, 'Forbidden. Key is blacklisted: Eve.')
    eve.close()
    const broken = await dendrite.call(endpoint, TextSynapse, { ...INPUT, prompt: 'boom' })
    assert.equal(broken.dendrite.status_code, 500)
    const other = { ...endpoint, hotkey: alice.ss58Address }
    assert.ok((await dendrite.call(other, TextSynapse, INPUT)).failedVerification)
    const asked = await dendrite.call(endpoint, Status, { code: 429 })
    assert.deepEqual([asked.dendrite.status_code, asked.axon.status_message], [429, 'as asked'])
  })

  test('five megabytes go there and back', async () => {
    const answer = await dendrite.call(endpoint, Big, { data: `${'x'.repeat(5_000_000)}y` })
    assert.deepEqual([answer.size, answer.data[0]], [5_000_001, 'y'])
  })
})

type Answer = {
  status_code: number
  status_message: string
  statuses: number[]
  fields: Record<string, unknown>
}

describe('a Python dendrite and our axon', { skip }, () => {
  let child: ChildProcessWithoutNullStreams
  let axon: Axon
  let answers: AsyncIterator<string>

  before(async () => {
    child = start('dendrite.py')
    answers = createInterface(child.stdout)[Symbol.asyncIterator]()
    axon = await new Axon({ hotkey: bob, port: 0, host: '127.0.0.1' })
      .attach(
        TextSynapse,
        async (message, { signal }) => {
          if (message.prompt === 'boom') throw new Error('boom')
          if (message.prompt === 'sleep') await once(signal, 'abort')
          message.out = `${message.dendrite.hotkey}|${reprText(message.opts)}`
          return message
        },
        { blacklist: (message) => [message.dendrite.hotkey === evesAddress, 'Eve'] },
      )
      .attach(Big, (message) => {
        message.size = message.data.length
        return message
      })
      .attach(Status, (message) => {
        message.axon.status_code = message.code
        return message
      })
      .start()
  })

  after(async () => {
    child.stdin.end()
    await axon.stop(100)
  })

  const evesAddress = Keypair.fromUri('//Eve').ss58Address
  const fields = { prompt: 'Hi ☃', n: 3, ratio: 2.0, flag: false, tags: ['a"\'b'], opts: {} }

  /** JSON is written by hand where a float must look like one. */
  async function ask(question: Record<string, unknown>, json?: string): Promise<Answer> {
    const base = { port: axon.port, axon: bob.ss58Address, uri: '//Alice', synapse: 'TextSynapse' }
    child.stdin.write(`${json ?? JSON.stringify({ ...base, fields, ...question })}\n`)
    for (;;) {
      const { value, done } = await answers.next()
      if (done) throw new Error('the Python dendrite ended')
      if (value.startsWith('{')) return JSON.parse(value) as Answer
    }
  }

  test('requests verify and are answered, one after another', async () => {
    const opts =
      '{"b": [1, 2.0, null, "é"], "1": {"x": -0.0, "big": 123456789012345678901234567890}}'
    const question = `{"port":${axon.port},"axon":"${bob.ss58Address}","uri":"//Alice","synapse":"TextSynapse","times":3,"fields":${JSON.stringify({ ...fields, opts: 0 }).replace('"opts":0', `"opts":${opts}`)}}`
    const answer = await ask({}, question)
    assert.deepEqual(answer.statuses, [200, 200, 200], answer.status_message)
    assert.equal(answer.fields.out, `${alice.ss58Address}|${reprText(parseJson(opts))}`)
  })

  test('refusals and failures read as from a Python axon', async () => {
    const refused = await ask({ uri: '//Eve' })
    assert.equal(refused.status_message, 'Forbidden. Key is blacklisted: Eve.')
    const broken = await ask({ fields: { ...fields, prompt: 'boom' } })
    assert.match(broken.status_message, /^Internal Server Error #/)
    const wrong = await ask({ axon: alice.ss58Address })
    assert.match(wrong.status_message, /^Not Verified with error: Signature mismatch/)
    assert.equal((await ask({ synapse: 'Status', fields: { code: 429 } })).status_code, 429)
    const late = await ask({ timeout: 1, fields: { ...fields, prompt: 'sleep' } })
    assert.equal(Number(late.status_code), 408)
  })

  test('the ping and a large body pass', async () => {
    assert.equal((await ask({ synapse: 'Synapse', fields: {} })).status_code, 200)
    const data = 'z'.repeat(5_000_000)
    assert.equal((await ask({ synapse: 'Big', fields: { data } })).fields.size, data.length)
    const tooLarge = await ask({ synapse: 'Big', fields: { data: 'z'.repeat(17_000_000) } })
    assert.notEqual(tooLarge.status_code, 200)
  })
})
