import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import type { Sealer } from './engine.ts'
import { SoloEngine, type SoloSealing } from './solo.ts'

/** Counts the blocks that an engine makes. */
class Counter implements Sealer {
  readonly seals: { createEmpty: boolean; budgetMs?: number }[] = []
  /** How many more blocks would be of use. */
  more = 0
  failure: Error | undefined
  private ready: () => void = () => {}

  async seal(options: { createEmpty: boolean; budgetMs?: number }): Promise<boolean> {
    if (this.failure) throw this.failure
    this.seals.push(options)
    return this.more-- > 0
  }
  onReady(listener: () => void): void {
    this.ready = listener
  }
  becomeReady(): void {
    this.ready()
  }
  now = () => Date.now()
}

function start(sealing: SoloSealing) {
  const sealer = new Counter()
  const failures: unknown[] = []
  const engine = new SoloEngine(sealing, (error) => failures.push(error))
  engine.start(sealer)
  return { sealer, engine, failures }
}
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

test('by the clock: the first block at once, then one at each multiple of the interval', async () => {
  const { sealer, engine } = start({ type: 'interval', intervalMs: 40 })
  await sleep(20)
  assert.ok(sealer.seals.length >= 1)
  assert.deepEqual(sealer.seals[0], { createEmpty: true, budgetMs: 24 })
  const from = Date.now()
  const before = sealer.seals.length
  await sleep(205)
  const intervals = (Date.now() - from) / 40
  const made = sealer.seals.length - before
  assert.ok(made <= Math.ceil(intervals), `${made} blocks in ${intervals} intervals`)
  assert.ok(made >= 1)
  await engine.stop()
  const after = sealer.seals.length
  await sleep(90)
  assert.equal(sealer.seals.length, after, 'a stopped engine makes no blocks')
})

test('a timer that fires early does not make a block early', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const { sealer, engine } = start({ type: 'interval', intervalMs: 100_000 })
  mock.timers.tick(1)
  await nextTurn()
  assert.equal(sealer.seals.length, 1)
  mock.timers.tick(100_000)
  await nextTurn()
  assert.equal(sealer.seals.length, 1, 'the clock of the machine did not move')
  mock.timers.reset()
  await engine.stop()
})

test('instant: one block for all that became ready in one turn, none when nothing did', async () => {
  const { sealer, engine } = start({ type: 'instant' })
  await nextTurn()
  assert.equal(sealer.seals.length, 0)
  sealer.becomeReady()
  sealer.becomeReady()
  await nextTurn()
  assert.deepEqual(sealer.seals, [{ createEmpty: false }])
  await engine.stop()
})

test('instant: what did not fit is sealed next', async () => {
  const { sealer, engine } = start({ type: 'instant' })
  sealer.more = 2
  sealer.becomeReady()
  for (let i = 0; i < 5; i++) await nextTurn()
  assert.equal(sealer.seals.length, 3)
  await engine.stop()
})

test('manual: nothing by itself', async () => {
  const { sealer, engine } = start({ type: 'manual' })
  sealer.becomeReady()
  await sleep(20)
  assert.equal(sealer.seals.length, 0)
  await engine.stop()
})

test('the mode changes while it runs', async () => {
  const { sealer, engine } = start({ type: 'manual' })
  engine.change({ type: 'interval', intervalMs: 10 })
  engine.change({ type: 'interval', intervalMs: 10 })
  await sleep(60)
  const made = sealer.seals.length
  assert.ok(made >= 2 && made <= 7, `${made} blocks by one timer, not two`)
  engine.change({ type: 'manual' })
  await sleep(30)
  assert.equal(sealer.seals.length, made)
  assert.deepEqual(engine.mode, { type: 'manual' })
  engine.change({ type: 'instant' })
  await nextTurn()
  assert.equal(sealer.seals.length, made + 1, 'what waited is sealed')
  await engine.stop()
})

test('a failure ends sealing, and is reported once', async () => {
  const { sealer, engine, failures } = start({ type: 'interval', intervalMs: 10 })
  sealer.failure = new Error('disk')
  await sleep(60)
  assert.deepEqual(failures, [sealer.failure])
  await engine.stop()
})
