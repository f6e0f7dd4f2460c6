import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Queued } from './entries.ts'
import { TransactionQueue } from './queue.ts'

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

test('a better rival keeps what waits behind the one that it replaces', () => {
  const queue = new TransactionQueue()
  queue.insert(entry('n0', { provides: ['t0'] }))
  queue.insert(entry('n1', { provides: ['t1'], requires: ['t0'] }))
  const inserted = queue.insert(entry('better', { provides: ['t0'], priority: 2n }))
  assert.ok('usurped' in inserted)
  assert.deepEqual(names(inserted.usurped), ['n0'])
  assert.deepEqual(names(queue.ordered()), ['better', 'n1'])
})

test('a rival is measured against all that it replaces together', () => {
  const queue = new TransactionQueue()
  queue.insert(entry('a', { priority: 3n }))
  queue.insert(entry('b', { priority: 4n }))
  const both = { provides: ['a', 'b'], priority: 7n }
  assert.deepEqual(queue.insert(entry('ab', both)), { type: 'tooLowPriority', old: 7n, new: 7n })
  assert.equal(queue.insert(entry('ab', { ...both, priority: 8n })).type, 'ready')
  assert.deepEqual(names(queue.ordered()), ['ab'])
})

test('a future transaction whose place was taken meanwhile is usurped when its time comes', () => {
  const queue = new TransactionQueue()
  queue.insert(entry('rival', { provides: ['t'] }))
  queue.insert(entry('late', { provides: ['t'], requires: ['n0'] }))
  const inserted = queue.insert(entry('n0'))
  assert.ok('usurped' in inserted)
  assert.deepEqual(names(inserted.usurped), ['late'])
  assert.deepEqual(names(inserted.promoted), [])
})

test('transactions that would drive each other out are refused as a cycle', () => {
  const queue = new TransactionQueue()
  queue.insert(entry('second', { provides: ['t', 'x'], requires: ['s'], priority: 9n }))
  const first = entry('first', { provides: ['s', 'x'] })
  assert.deepEqual(queue.insert(first), { type: 'cycle' })
  assert.deepEqual(names(queue.ordered()), [])
})

test('limits drive out the least, of equals the oldest, and what depends on it', () => {
  const limits = { count: 3, bytes: 1000 }
  const queue = new TransactionQueue({ ready: limits, future: limits })
  queue.insert(entry('top', { priority: 9n }))
  queue.insert(entry('a'))
  queue.insert(entry('a-next', { requires: ['a'] }))
  const inserted = queue.insert(entry('b'))
  assert.ok('dropped' in inserted)
  assert.deepEqual(names(inserted.dropped), ['a', 'a-next'])
  assert.deepEqual(names(queue.ordered()), ['top', 'b'])
})

test('the least of all does not get in, and future ones give way by age', () => {
  const limits = { count: 1, bytes: 1000 }
  const queue = new TransactionQueue({ ready: limits, future: limits })
  queue.insert(entry('top', { priority: 9n }))
  const low = entry('low')
  const inserted = queue.insert(low)
  assert.ok('dropped' in inserted && inserted.dropped.includes(low))
  queue.insert(entry('f1', { requires: ['gap'] }))
  const second = queue.insert(entry('f2', { requires: ['gap'] }))
  assert.ok('dropped' in second)
  assert.deepEqual(names(second.dropped), ['f1'])
})

test('limits count bytes, too', () => {
  const limits = { count: 9, bytes: 250 }
  const queue = new TransactionQueue({ ready: limits, future: limits })
  for (const name of ['a', 'b', 'c']) queue.insert(entry(name))
  assert.deepEqual(names(queue.ordered()), ['b', 'c'])
})

test('of equal priority the one that expires first is taken first', () => {
  const queue = new TransactionQueue()
  queue.insert(entry('long'))
  queue.insert(entry('short', { validTill: 10 }))
  assert.deepEqual(names(queue.ordered()), ['short', 'long'])
  assert.deepEqual(names(queue.expired(11)), ['short'])
  assert.deepEqual(names(queue.expired(10)), [])
})

test('a transaction judged anew stays only where it belongs', () => {
  const queue = new TransactionQueue()
  const ready = entry('n1')
  queue.insert(ready)
  assert.ok(queue.keep(ready))
  assert.ok(!queue.keep({ ...ready, requires: ['n0'] }), 'it would have to wait now')
  const future = entry('n5', { requires: ['n4'] })
  queue.insert(future)
  assert.ok(queue.keep(future))
  assert.ok(!queue.keep({ ...future, requires: [] }), 'it could be included now')
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

test('what a block makes out of date leaves, ready or not', () => {
  const queue = new TransactionQueue()
  queue.insert(entry('future', { provides: ['t'], requires: ['gap'] }))
  queue.insert(entry('ready', { provides: ['t'] }))
  assert.deepEqual(names(queue.prune(['t']).left), ['future', 'ready'])
  assert.deepEqual(queue.size, { ready: 0, future: 0, bytes: 0 })
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
