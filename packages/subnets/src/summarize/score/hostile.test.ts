/** Whatever a miner writes: a score in range, soon, and no exception. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Task } from '../task.ts'
import { splitSentences } from '../text/sentences.ts'
import { scoreOnce } from './duplicates.ts'
import { backgroundOf } from './importance.ts'
import { judge, yardstickOf } from './judge.ts'

const SENTENCES = Array.from(
  { length: 20 },
  (_, i) => `Sentence ${i} tells how the moon pulls water ${i % 3} times a day.`,
)
const tasks: Task[] = (['extractive', 'abstractive'] as const).map((kind) => ({
  docId: kind,
  sentences: SENTENCES,
  maxWords: 40,
  lang: 'en',
  kind,
}))
const yardsticks = tasks.map((task) => yardstickOf(task, backgroundOf([SENTENCES])))

function check(summary: string): void {
  for (const yardstick of yardsticks) {
    const verdict = judge({ summary, cited: [] }, yardstick)
    for (const value of Object.values(verdict)) {
      if (typeof value === 'number') assert.ok(value >= 0 && value <= 1.2, `${value}`)
    }
    scoreOnce(
      [1, 2].map((uid) => ({ uid, registeredAt: uid, summary, score: verdict.score })),
      yardstick.task.kind,
    )
  }
}

test('any text gets a score in range', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(fc.constantFrom(...SENTENCES, '.', '?!', ' ', '\n\n', '"', 'Dr.', '…'))
      .map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(text, (summary) => check(summary)),
    { numRuns: 400, seed: 7 },
  )
})

test('sentences lose no word', () => {
  const bare = (text: string): string => text.replace(/\s+/g, '')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      assert.equal(bare(splitSentences(text).join('')), bare(text))
    }),
    { numRuns: 500, seed: 8 },
  )
})

test('texts made to be slow are not', () => {
  const n = 200_000
  const started = performance.now()
  for (const unit of [
    '.',
    'a',
    'a.',
    '. ',
    'moon ',
    '"',
    '\n \n',
    'A. ',
    '1,',
    "a'",
    '。',
    '((',
    '😀',
  ]) {
    check(`moon ${unit.repeat(n / unit.length)} moon`)
  }
  const ms = performance.now() - started
  assert.ok(ms < 10_000, `${ms} ms`)
})
