import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { stem } from './porter.ts'

const FILE = new URL('../../../../../vectors/rouge-score/porter.json', import.meta.url)
const { stems } = JSON.parse(readFileSync(FILE, 'utf8')) as { stems: [string, string][] }

test('every recorded word has the stem that nltk gives it', () => {
  assert.ok(stems.length > 1000)
  const wrong = stems.filter(([word, expected]) => stem(word) !== expected)
  assert.deepEqual(
    wrong.map(([word, expected]) => [word, expected, stem(word)]),
    [],
  )
})

test('examples of the 1980 paper', () => {
  const paper = {
    caresses: 'caress',
    ponies: 'poni',
    plastered: 'plaster',
    motoring: 'motor',
    hopping: 'hop',
    filing: 'file',
    relational: 'relat',
    triplicate: 'triplic',
    adjustable: 'adjust',
    controll: 'control',
  }
  for (const [word, expected] of Object.entries(paper)) assert.equal(stem(word), expected)
})
