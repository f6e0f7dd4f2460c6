import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Queued, TransactionQueue } from './queue.ts'

let sequence = 0
const entry = (name: string, options: Partial<Queued> = {}): Queued => ({
  hash: `0x${name}`,
  bytes: new Uint8Array(100),
  sequence: sequence++,
  priority: 1n,
  requires: [],
  provides: [name],
  validTill: 1000,
  ...options,
})
const names = (entries: readonly Queued[]) => entries.map(({ hash }) => hash.slice(2))

test('what is ready comes by priority, then by arrival', () => {
  const queue = new TransactionQueue()
  queue.insert(entry('a'))
  queue.insert(entry('b', { priority: 5n }))
  queue.insert(entry('c'))
  assert.deepEqual(names(queue.ordered()), ['b', 'a', 'c'])
})

test('a transaction never comes before what it requires', () => {
  const queue = new TransactionQueue()
  queue.insert(entry('n0'))
  queue.insert(entry('n1', { requires: ['n0'], priority: 9n }))
  assert.deepEqual(names(queue.ordered()), ['n0', 'n1'])
})

test('a gap makes a future transaction; filling it makes all ready', () => {
  const queue = new TransactionQueue()
  assert.equal(queue.insert(entry('n2', { requires: ['n1'] })).type, 'future')
  assert.equal(queue.insert(entry('n1', { requires: ['n0'] })).type, 'future')
  const inserted = queue.insert(entry('n0'))
  assert.equal(inserted.type, 'ready')
  assert.ok('promoted' in inserted)
  assert.deepEqual(names(inserted.promoted), ['n1', 'n2'])
  assert.deepEqual(names(queue.ordered()), ['n0', 'n1', 'n2'])
})

test('a rival of equal priority is refused, a better one takes the place', () => {
  const queue = new TransactionQueue()
  queue.insert(entry('old', { provides: ['t'] }))
  assert.deepEqual(queue.insert(entry('same', { provides: ['t'] })), {
    type: 'tooLowPriority',
    old: 1n,
    new: 1n,
  })
  const inserted = queue.insert(entry('better', { provides: ['t'], priority: 2n }))
  assert.ok('usurped' in inserted)
  assert.deepEqual(names(inserted.usurped), ['old'])
})

test('limits drive out the least and newest', () => {
  const limits = { count: 2, bytes: 1000 }
  const queue = new TransactionQueue({ ready: limits, future: limits })
  queue.insert(entry('a'))
  queue.insert(entry('b'))
  assert.equal(queue.insert(entry('c')).type, 'immediatelyDropped')
  const inserted = queue.insert(entry('d', { priority: 2n }))
  assert.ok('dropped' in inserted)
  assert.deepEqual(names(inserted.dropped), ['b'])
  assert.deepEqual(names(queue.ordered()), ['d', 'a'])
})

test('a block takes its transactions out and readies what waited', () => {
  const queue = new TransactionQueue()
  queue.insert(entry('n0'))
  queue.insert(entry('n2', { requires: ['n1'] }))
  const { left, promoted } = queue.prune(['n0', 'n1'])
  assert.deepEqual(names(left), ['n0'])
  assert.deepEqual(names(promoted), ['n2'])
  assert.deepEqual(queue.size, { ready: 1, future: 0, bytes: 100 })
})

test('removing takes what depends along', () => {
  const queue = new TransactionQueue()
  queue.insert(entry('n0'))
  queue.insert(entry('n1', { requires: ['n0'] }))
  queue.insert(entry('x'))
  assert.deepEqual(names(queue.remove(['0xn0'])), ['n0', 'n1'])
  assert.deepEqual(names(queue.ordered()), ['x'])
})

test('random transactions keep the order of their nonces', () => {
  let seed = 7
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below
  const queue = new TransactionQueue()
  const wanted = Array.from({ length: 200 }, (_, i) => ({ who: i % 5, nonce: Math.floor(i / 5) }))
  for (const { who, nonce } of wanted.sort(() => random(3) - 1))
    queue.insert(
      entry(`${who}-${nonce}`, {
        requires: nonce === 0 ? [] : [`${who}-${nonce - 1}`],
        priority: BigInt(random(4)),
      }),
    )
  const seen = new Map<string, number>()
  for (const name of names(queue.ordered())) {
    const [who, nonce] = name.split('-') as [string, string]
    assert.equal(Number(nonce), (seen.get(who) ?? -1) + 1)
    seen.set(who, Number(nonce))
  }
  assert.equal(queue.ordered().length, 200)
})
