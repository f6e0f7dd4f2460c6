import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centrality, similarityGraph } from './centrality.ts'
import { lead, lead3 } from './lead.ts'
import { lexRank, lexRankScores } from './lexrank.ts'
import { byScore, takeInOrder } from './pick.ts'
import { textRankScores } from './textrank.ts'

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`)

test('centrality of a star, solved by hand', () => {
  // Middle m, leaves l, damping d = 0.85: l = 0.05 + d·m/3 and m = 0.05 … with n = 4:
  // m = 0.0375 + 0.85·3l, l = 0.0375 + 0.85·m/3, so m = (0.0375 + 0.095625)/(1 − 0.7225).
  const star = similarityGraph(4, (i) => (i === 0 ? 1 : 0))
  const [middle, ...leaves] = centrality(star)
  const m = (0.0375 + 0.85 * 3 * 0.0375) / (1 - 0.85 * 0.85)
  near(middle!, m)
  for (const leaf of leaves) near(leaf, (1 - m) / 3)
})

test('centrality sums to one, also where nodes are alone', () => {
  const shares = centrality([
    [0, 1, 0],
    [1, 0, 0],
    [0, 0, 0],
  ])
  near(
    shares.reduce((a, b) => a + b, 0),
    1,
  )
  near(shares[0]!, shares[1]!)
  assert.ok(shares[2]! < shares[0]!)
})

test('weights matter: the heavier edge carries more', () => {
  const shares = centrality([
    [0, 3, 1],
    [3, 0, 0],
    [1, 0, 0],
  ])
  assert.ok(shares[1]! > shares[2]!)
})

test('equal scores keep the order of the document', () => {
  assert.deepEqual(byScore([0.1, 0.4, 0.4, 0.2]), [1, 2, 3, 0])
})

test('sentences that do not fit are passed over, the rest stay in document order', () => {
  const sentences = ['One two.', 'One two three four.', 'One.', '…']
  assert.deepEqual(takeInOrder(sentences, [1, 0, 3, 2], 5), {
    summary: 'One two three four. One.',
    cited: [1, 2],
  })
})

test('lead takes three sentences and stops at the first that does not fit', () => {
  const sentences = ['A b.', 'C d.', 'E f.', 'G h.']
  assert.deepEqual(lead3(sentences, 100).cited, [0, 1, 2])
  assert.deepEqual(lead3(sentences, 5).cited, [0, 1])
  assert.deepEqual(lead(sentences, 1, 9), { summary: '', cited: [] })
})

const TEXT = [
  'Yesterday was quiet in the village.',
  'The river floods the valley when snow melts in the mountains.',
  'Snow melts faster in warm spring rain.',
  'A dog barked.',
  'Floods of the river carry mud from the mountains into the valley.',
]

test('TextRank and LexRank prefer sentences that share words with others', () => {
  for (const scores of [textRankScores(TEXT), lexRankScores(TEXT)]) {
    assert.deepEqual(
      byScore(scores)
        .slice(0, 3)
        .sort((a, b) => a - b),
      [1, 2, 4],
    )
  }
  assert.deepEqual(lexRank(TEXT, 12).cited, [1])
})

test('TextRank similarity as published: shared words over the sum of logarithms', () => {
  // Two sentences share 1 of 2 and 4 content words, a third shares nothing: both ends of the only
  // edge are equally central whatever its weight, the third is only jumped to.
  const [a, b, c] = textRankScores(['Red fox.', 'Red stone wall garden.', 'Blue sky.'])
  near(a!, b!)
  assert.ok(c! < a!)
})

test('empty and one-sentence passages are no error', () => {
  assert.deepEqual(lexRankScores([]), [])
  assert.deepEqual(textRankScores(['Only one.']), [1])
})
