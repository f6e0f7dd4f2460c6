import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitSentences } from './sentences.ts'
import { contentStems, countWords, numbersOf, words } from './words.ts'

test('sentences end at full stops, question and exclamation marks, quotes included', () => {
  assert.deepEqual(splitSentences('It rains. "Does it?" Yes! (It did.) Fine…\nNo stop'), [
    'It rains.',
    '"Does it?"',
    'Yes!',
    '(It did.)',
    'Fine…',
    'No stop',
  ])
})

test('abbreviations, initials, dotted forms and decimals do not end a sentence', () => {
  const text = 'Dr. E. B. White paid 3.14 francs, e.g. in Jan. 1920. The U.S. Army did not.'
  assert.deepEqual(splitSentences(text), [
    'Dr. E. B. White paid 3.14 francs, e.g. in Jan. 1920.',
    'The U.S. Army did not.',
  ])
})

test('a blank line ends a sentence, a single line break does not', () => {
  assert.deepEqual(splitSentences('A title\n\nOne line\ngoes on.\r\n\r\nEnd'), [
    'A title',
    'One line goes on.',
    'End',
  ])
})

test('ideographic full stops need no space', () => {
  assert.deepEqual(splitSentences('今日は雨。明日は晴れ。'), ['今日は雨。', '明日は晴れ。'])
})

test('words are lower case and free of punctuation in any script', () => {
  assert.deepEqual(words("Don't stop: Café, Ёлка 3,000!"), [
    'don',
    't',
    'stop',
    'café',
    'ёлка',
    '3',
    '000',
  ])
  assert.deepEqual(words('東京 abc京'), ['東', '京', 'abc', '京'])
})

test('a reader counts joined words once', () => {
  assert.equal(countWords("Don't count 3,000 well-known things twice."), 6)
  assert.equal(countWords(' … — '), 0)
  assert.equal(countWords('今日は'), 3)
})

test('content stems leave out stop words', () => {
  assert.deepEqual(contentStems('The tides are rising with the moons.'), ['tide', 'rise', 'moon'])
})

test('numbers are compared without grouping commas', () => {
  assert.deepEqual(numbersOf('In 1969, 3,000 of 12.5 came 1,2.'), ['1969', '3000', '12.5', '1,2'])
})
