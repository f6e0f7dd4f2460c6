import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Averages, alphaOf, keepRegistered, moveAverages } from './moving-average.ts'
import { weightsOf } from './score-weights.ts'
import { drawsOf, seedOf } from './seed.ts'

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`)

test('after one half-life an old score counts half', () => {
  near((1 - alphaOf(10)) ** 10, 0.5)
  assert.throws(() => alphaOf(0), RangeError)
})

test('the first tasks are a plain mean, later ones a moving average', () => {
  let averages: Averages = {}
  for (const score of [1, 0, 0.5]) {
    averages = moveAverages(averages, [{ uid: 7, hotkey: 'A', score }], 100)
  }
  near(averages[7]!.value, 0.5)
  assert.equal(averages[7]!.tasks, 3)
  const old = { 7: { hotkey: 'A', value: 0.4, tasks: 1000 } }
  near(moveAverages(old, [{ uid: 7, hotkey: 'A', score: 1 }], 1)[7]!.value, 0.7)
})

test('uids that were not asked keep their average; a new hotkey starts anew', () => {
  const old = {
    1: { hotkey: 'A', value: 0.9, tasks: 50 },
    2: { hotkey: 'B', value: 0.3, tasks: 50 },
  }
  const next = moveAverages(old, [{ uid: 1, hotkey: 'C', score: 0.1 }], 10)
  assert.deepEqual(next[1], { hotkey: 'C', value: 0.1, tasks: 1 })
  assert.deepEqual(next[2], old[2])
  assert.deepEqual(keepRegistered(next, ['x', 'C', 'D']), { 1: next[1] })
  assert.throws(
    () => moveAverages({}, [{ uid: 1, hotkey: 'A', score: Number.NaN }], 10),
    RangeError,
  )
})

test('weights are floored, raised and normalised', () => {
  const scores = new Map([
    [3, 0.5],
    [1, 0.3],
    [2, 0.1],
  ])
  const { uids, weights } = weightsOf(scores, { floor: 0.1, power: 2 })
  assert.deepEqual(uids, [1, 3])
  near(weights[0]!, 0.04 / 0.2)
  near(weights[1]!, 0.16 / 0.2)
  assert.deepEqual(weightsOf(new Map([[1, 0.1]]), { floor: 0.1 }), { uids: [], weights: [] })
})

test('equal seeds give equal draws and parts do not run together', () => {
  const [a, b] = [drawsOf(seedOf('x', 1)), drawsOf(seedOf('x', 1))]
  for (let i = 0; i < 50; i++) assert.equal(a.int(1000), b.int(1000))
  assert.notEqual(seedOf('ab', 'c'), seedOf('a', 'bc'))
  assert.throws(() => a.int(0), RangeError)
})

test('draws are fair enough and a shuffle loses nothing', () => {
  const draws = drawsOf('fair')
  const counts = [0, 0, 0]
  for (let i = 0; i < 3000; i++) counts[draws.int(3)]!++
  for (const count of counts) assert.ok(Math.abs(count - 1000) < 120, `${counts}`)
  assert.deepEqual(draws.shuffle([1, 2, 3, 4, 5]).sort(), [1, 2, 3, 4, 5])
})
