import assert from 'node:assert/strict'
import { test } from 'node:test'
import { QueueFull, WorkQueue } from './work-queue.ts'

const never = new AbortController().signal

/** Lets waiting promises settle. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('the important go first, equals in order of arrival', async () => {
  const queue = new WorkQueue({ workers: 1, capacity: 10 })
  const releaseFirst = await queue.acquire(0, never)
  const order: string[] = []
  const run = async (name: string, priority: number) => {
    const release = await queue.acquire(priority, never)
    order.push(name)
    release()
  }
  const all = [run('a', 1), run('b', 5), run('c', 1), run('d', 5), run('e', Number.NaN)]
  releaseFirst()
  await Promise.all(all)
  assert.deepEqual(order, ['b', 'd', 'a', 'c', 'e'])
})

test('no more run at once than there are workers; a release counts once', async () => {
  const queue = new WorkQueue({ workers: 2, capacity: 10 })
  const first = await queue.acquire(0, never)
  await queue.acquire(0, never)
  let isRunning = false
  void queue.acquire(0, never).then(() => (isRunning = true))
  await settle()
  assert.equal(isRunning, false)
  first()
  first()
  await settle()
  assert.equal(isRunning, true)
  assert.equal(queue.waiting, 0)
  void queue.acquire(0, never)
  await settle()
  assert.equal(queue.waiting, 1)
})

test('a full queue keeps the more important', async () => {
  const queue = new WorkQueue({ workers: 1, capacity: 1 })
  const release = await queue.acquire(0, never)
  const low = queue.acquire(1, never)
  const high = queue.acquire(2, never)
  await assert.rejects(low, QueueFull)
  await assert.rejects(queue.acquire(2, never), QueueFull)
  release()
  assert.ok(await high)
})

test('who gives up leaves the queue', async () => {
  const queue = new WorkQueue({ workers: 1, capacity: 5 })
  await queue.acquire(0, never)
  const abort = new AbortController()
  const waiting = queue.acquire(0, abort.signal)
  abort.abort(new Error('gone'))
  await assert.rejects(waiting, /gone/)
  assert.equal(queue.waiting, 0)
  await assert.rejects(queue.acquire(0, abort.signal), /gone/)
})
