/** Miners and a validator over real sockets: honest ones, and every kind of bad one. */
import assert from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Axon, Dendrite, Keypair } from '@taonet/sdk'
import { SubnetError } from '../kit/errors.ts'
import { createLog } from '../kit/log.ts'
import { answerWith } from './miner/answer.ts'
import { type Summariser, summariserOf } from './miner/summarisers.ts'
import { LIMITS, requestOf, Summarize } from './protocol.ts'
import type { Task } from './task.ts'
import { askMiners, type Miner } from './validator/ask.ts'
import { loadCorpus, OWN_CORPUS } from './validator/corpus.ts'
import { drawTask } from './validator/draw-task.ts'
import { gradeReplies } from './validator/grade.ts'

const silent = createLog(() => undefined)
const corpus = await loadCorpus(fileURLToPath(OWN_CORPUS))
const task = drawTask(corpus, 'wire', { kind: 'extractive', lang: 'en' })
const dendrite = new Dendrite({ hotkey: Keypair.fromUri('//Validator') })
const closing: (() => Promise<unknown> | unknown)[] = [() => dendrite.close()]
after(async () => {
  for (const close of closing) await close()
})

async function honest(name: string, summarise: Summariser): Promise<Miner> {
  const hotkey = Keypair.fromUri(`//${name}`)
  const axon = new Axon({ hotkey, port: 0, host: '127.0.0.1' })
  await axon.attach(Summarize, answerWith(summarise, silent)).start()
  closing.push(() => axon.stop(100))
  return miner(hotkey.ss58Address, axon.port)
}

/** A server that ignores the protocol as it pleases. */
async function rogue(listener: RequestListener): Promise<Miner> {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return miner(Keypair.fromUri('//Rogue').ss58Address, (server.address() as AddressInfo).port)
}

function miner(hotkey: string, port: number): Miner {
  return { uid: port, hotkey, registeredAt: port, ip: '127.0.0.1', port }
}

/** The request sent back with some parts replaced. */
function bodyWith(parts: Record<string, unknown>): string {
  return JSON.stringify({ ...requestOf(task), ...parts })
}

/** An answer with the right headers and any body. */
function answers(body: string, headers: Record<string, string> = {}): RequestListener {
  return (request, response) => {
    request.resume()
    response
      .writeHead(200, {
        'content-type': 'application/json',
        bt_header_axon_status_code: '200',
        bt_header_axon_status_message: 'Success',
        ...headers,
      })
      .end(body)
  }
}

async function statusesOf(miners: readonly Miner[], of: Task = task): Promise<string[]> {
  const replies = await askMiners(dendrite, miners, of, 2)
  const { grades } = gradeReplies(of, replies, corpus.background)
  for (const grade of grades) if (grade.status !== 'ok') assert.equal(grade.score, 0, grade.status)
  return grades.map(({ status }) => status)
}

test('honest miners are asked, answer and earn', async () => {
  const signal = new AbortController().signal
  const lexrank = summariserOf('lexrank')
  const replies = await askMiners(dendrite, [await honest('Lex', lexrank)], task, 5)
  const [reply] = replies
  assert.deepEqual(reply!.answer, await lexrank(task, signal))
  assert.ok(reply!.seconds > 0 && reply!.seconds < 5)
})

test('bad miners score nothing and their status says why', async () => {
  const lex = await honest('Lex2', summariserOf('lexrank'))
  const miners = [
    await rogue(() => undefined),
    await rogue(answers(bodyWith({ summary: '' }))),
    await rogue(answers(bodyWith({ summary: 42 }))),
    await rogue(answers(bodyWith({ summary: 'Fine.', cited: 'x' }))),
    await rogue(answers('[1,2')),
    await rogue(answers('null')),
    await rogue(answers(bodyWith({ summary: 'moon '.repeat(150_000) }))),
    await rogue((_, response) => response.destroy()),
    await rogue((_, response) => response.writeHead(200).end('hello')),
    miner(lex.hotkey, 9),
    // Serves at another's address: that one's axon expects requests for its own hotkey.
    { ...lex, hotkey: Keypair.fromUri('//Liar').ss58Address },
  ]
  const patterns = [
    /^no answer in time$/,
    /^empty$/,
    /^malformed answer: .*expected str, got number 42/,
    /^malformed answer: /,
    /^malformed answer: /,
    /^malformed answer: .*expected an object/,
    /^answer of absurd length$/,
    /^out of reach: /,
    /^malformed answer: .*mimetype/,
    /^out of reach: /,
    /^refused with 401: Not Verified/,
  ]
  const statuses = await statusesOf(miners)
  for (const [index, pattern] of patterns.entries()) assert.match(statuses[index]!, pattern)
})

test('an answer of 100 MB is cut off early', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 0x20)
  let sent = 0
  const flood = await rogue((request, response) => {
    request.resume()
    response.writeHead(200, {
      'content-type': 'application/json',
      bt_header_axon_status_code: '200',
    })
    const push = (): void => {
      for (; sent < 100; sent++)
        if (!response.write(chunk)) return void response.once('drain', push)
      response.end()
    }
    response.on('error', () => undefined)
    push()
  })
  assert.deepEqual(await statusesOf([flood]), ['oversized answer'])
  assert.ok(sent < 60, `${sent} MB left the server`)
})

test('an answer that claims to come from another hotkey counts for the uid that was asked', async () => {
  const other = Keypair.fromUri('//Lex').ss58Address
  const summary = task.sentences[3]!
  const body = bodyWith({ summary, cited: [3], axon: { hotkey: other } })
  const liar = await rogue(answers(body, { bt_header_axon_hotkey: other }))
  const [reply] = await askMiners(dendrite, [liar], task, 2)
  assert.equal(reply!.hotkey, liar.hotkey)
  assert.equal(reply!.answer?.summary, summary)
})

test('a server that rewrites the task is scored against the task as it was asked', async () => {
  const fake = bodyWith({ sentences: ['Easy.'], max_words: 5000, summary: 'Easy.' })
  const [reply] = await askMiners(dendrite, [await rogue(answers(fake))], task, 2)
  const { grades } = gradeReplies(task, [reply!], corpus.background)
  assert.equal(grades[0]!.judgement!.coverage, 0)
  assert.ok(grades[0]!.score < 0.1)
})

test('terminal codes in a miner’s message do not reach the status', async () => {
  const rude = await rogue((request, response) => {
    request.resume()
    const text = JSON.stringify({ message: '\u001b[2Jowned\u0007' })
    response.writeHead(418, { 'content-type': 'application/json' }).end(text)
  })
  const [status] = await statusesOf([rude])
  assert.match(status!, /^refused with 418: \[2Jowned$/)
})

test('a miner says why it has no summary, and goes on', async () => {
  const broken = await honest('Broken', () => {
    throw new SubnetError('ENDPOINT_TIMEOUT', 'the model sleeps')
  })
  assert.match((await statusesOf([broken]))[0]!, /^refused with 504: the model sleeps$/)
  const lazy = await honest('Lazy', () => new Promise(() => undefined))
  assert.deepEqual(await statusesOf([lazy]), ['no answer in time'])
  assert.match((await statusesOf([broken]))[0]!, /^refused with 504/)
})

test('a miner refuses absurd requests', async () => {
  const lex = await honest('Lex3', summariserOf('lexrank'))
  const good = requestOf(task)
  const bad = [
    { ...good, task: 'haiku' },
    { ...good, sentences: [] },
    { ...good, sentences: new Array(LIMITS.sentences + 1).fill('A b.') },
    { ...good, sentences: ['x'.repeat(LIMITS.characters + 1)] },
    { ...good, max_words: 0 },
  ]
  for (const request of bad) {
    const { dendrite: end } = await dendrite.call(lex, Summarize, request)
    assert.equal(end.status_code, 400, end.status_message ?? '')
  }
})
