import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { stems, words } from '../text/words.ts'
import { meanRouge, type Rouge, rougeL, rougeN } from './rouge.ts'

type Triple = [precision: number, recall: number, f1: number]
type Pair = {
  target: string
  summary: string
  stemmed: boolean
  rouge1: Triple
  rouge2: Triple
  rougeL: Triple
}

const FILE = new URL('../../../../../vectors/rouge-score/rouge.json', import.meta.url)
const { pairs } = JSON.parse(readFileSync(FILE, 'utf8')) as { pairs: Pair[] }

test('agrees with the Python package rouge-score on every recorded pair', () => {
  for (const pair of pairs) {
    const tokens = pair.stemmed ? stems : words
    const target = tokens(pair.target)
    const summary = tokens(pair.summary)
    const name = `${pair.stemmed} ${pair.target} | ${pair.summary}`
    check(rougeN(target, summary, 1), pair.rouge1, `1 ${name}`)
    check(rougeN(target, summary, 2), pair.rouge2, `2 ${name}`)
    check(rougeL(target, summary), pair.rougeL, `L ${name}`)
  }
})

test('the example of the ROUGE paper: word order decides ROUGE-L and ROUGE-2', () => {
  const reference = words('police killed the gunman')
  const close = words('police kill the gunman')
  const far = words('the gunman kill police')
  assert.equal(rougeL(reference, close).f1, 3 / 4)
  assert.equal(rougeL(reference, far).f1, 2 / 4)
  assert.equal(rougeN(reference, close, 2).f1, 1 / 3)
  assert.equal(rougeN(reference, far, 2).f1, 1 / 3)
})

test('counted by hand: clipped counts, empty sides, a perfect match', () => {
  // Four a's in the reference, one in the summary: 1 shared of 1 given, of 4 wanted.
  assert.deepEqual(rougeN(words('a a a a'), words('a'), 1), { precision: 1, recall: 0.25, f1: 0.4 })
  assert.deepEqual(rougeN(words(''), words('a'), 1), { precision: 0, recall: 0, f1: 0 })
  assert.equal(meanRouge(words('red fox runs'), words('Red fox runs.')), 1)
  // 1-grams: 2 of 3 and 2 of 4; 2-grams: 1 of 2 and 1 of 3; subsequence: 2 of 3 and 2 of 4.
  const mean = (4 / 7 + 2 / 5 + 4 / 7) / 3
  assert.ok(Math.abs(meanRouge(words('w x y z'), words('w x q')) - mean) < 1e-12)
})

function check(actual: Rouge, [precision, recall, f1]: Triple, name: string): void {
  for (const [got, want] of [
    [actual.precision, precision],
    [actual.recall, recall],
    [actual.f1, f1],
  ] as const) {
    assert.ok(Math.abs(got - want) < 1e-12, `${name}: ${got} is not ${want}`)
  }
}
