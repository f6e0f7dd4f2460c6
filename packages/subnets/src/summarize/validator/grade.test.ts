import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { summariserOf } from '../miner/summarisers.ts'
import type { Answer } from '../task.ts'
import { loadCorpus, OWN_CORPUS } from './corpus.ts'
import { drawTask } from './draw-task.ts'
import { gradeReplies, type Reply } from './grade.ts'
import { forgetGone, isMemory, type Memory, newMemory, remember, weightsFrom } from './memory.ts'

const corpus = await loadCorpus(fileURLToPath(OWN_CORPUS))
const signal = new AbortController().signal
const NAMES = ['lead3', 'textrank', 'lexrank'] as const

function repliesOf(answers: readonly (Answer | string)[]): Reply[] {
  return answers.map((answer, uid) => ({
    uid,
    hotkey: `key${uid}`,
    registeredAt: uid,
    seconds: 0.1,
    ...(typeof answer === 'string' ? { failure: answer } : { answer }),
  }))
}

async function run(rounds: number, salt: string): Promise<Memory> {
  let memory = newMemory(2)
  for (let i = 0; i < rounds; i++) {
    const task = drawTask(corpus, `${salt} ${i}`, { kind: 'extractive', lang: 'en' })
    const honest = await Promise.all(NAMES.map((name) => summariserOf(name)(task, signal)))
    const copier = honest[2]!
    const whole = { summary: task.sentences.join(' '), cited: [] }
    const empty = { summary: '', cited: [] }
    const replies = repliesOf([...honest, copier, whole, empty, 'timed out after 10 s'])
    memory = remember(memory, gradeReplies(task, replies, corpus.background), 40)
  }
  return memory
}

test('the better summariser weighs more; trivial, copied and absent answers weigh nothing', async () => {
  const { uids, weights } = weightsFrom(await run(120, 'a'))
  const weightOf = (uid: number): number => weights[uids.indexOf(uid)] ?? 0
  assert.ok(weightOf(2) > 1.5 * weightOf(1), `lexrank ${weightOf(2)} textrank ${weightOf(1)}`)
  assert.ok(weightOf(1) > 3 * weightOf(0), `textrank ${weightOf(1)} lead3 ${weightOf(0)}`)
  for (const cheat of [3, 4, 5, 6]) assert.equal(weightOf(cheat), 0)
})

test('two validators with tasks of their own agree on the ranking', async () => {
  const [one, other] = await Promise.all([run(120, 'b'), run(120, 'c')])
  const order = (memory: Memory): number[] => {
    const { uids, weights } = weightsFrom(memory)
    return [...uids]
      .sort((a, b) => weights[uids.indexOf(b)]! - weights[uids.indexOf(a)]!)
      .slice(0, 2)
  }
  assert.deepEqual(order(one), [2, 1])
  assert.deepEqual(order(other), [2, 1])
})

test('every grade says why', () => {
  const task = drawTask(corpus, 'why', { kind: 'extractive', lang: 'en' })
  const first = { summary: task.sentences[2]!, cited: [2] }
  const replies = repliesOf([
    first,
    first,
    { summary: task.sentences.join(' '), cited: [] },
    { summary: '   ', cited: [] },
    'refused: 403 Forbidden',
  ])
  const { grades } = gradeReplies(task, replies, corpus.background)
  assert.deepEqual(
    grades.map(({ status }) => status),
    ['ok', 'same answer as uid 0', 'whole passage copied', 'empty', 'refused: 403 Forbidden'],
  )
  assert.deepEqual(
    grades.slice(1).map(({ score }) => score),
    [0, 0, 0, 0],
  )
})

test('memory survives JSON, forgets who left and recognises what is not memory', async () => {
  const memory = await run(3, 'd')
  const read: unknown = JSON.parse(JSON.stringify(memory))
  assert.ok(isMemory(read))
  assert.deepEqual(read, memory)
  const hotkeys = ['key0', 'other', 'key2', 'key3', 'key4', 'key5', 'key6']
  assert.equal(forgetGone(memory, hotkeys).averages[1], undefined)
  for (const bad of [null, 1, {}, { ...memory, averages: { 1: { value: 'x' } } }]) {
    assert.equal(isMemory(bad), false)
  }
})
