import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Peer } from '../methods.ts'
import { PacedStatuses } from './paced-statuses.ts'

const block = `0x${'01'.repeat(32)}` as const

function peerThat(lastCallAt: () => number): Peer {
  return {
    id: 1,
    canSubscribe: true,
    get lastCallAt() {
      return lastCallAt()
    },
    onClose: () => {},
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('what follows inBlock waits until the peer is quiet', async () => {
  let lastCallAt = 0
  const seen: string[] = []
  const statuses = new PacedStatuses(
    peerThat(() => lastCallAt),
    ({ type }) => seen.push(type),
  )
  statuses.add({ type: 'ready' })
  statuses.add({ type: 'inBlock', block, index: 0 })
  statuses.add({ type: 'finalized', block, index: 0 })
  assert.deepEqual(seen, ['ready', 'inBlock'])
  await sleep(120)
  lastCallAt = performance.now()
  await sleep(120)
  assert.deepEqual(seen, ['ready', 'inBlock'])
  await sleep(200)
  assert.deepEqual(seen, ['ready', 'inBlock', 'finalized'])
})

test('a stopped one says nothing more', async () => {
  const seen: string[] = []
  const statuses = new PacedStatuses(
    peerThat(() => 0),
    ({ type }) => seen.push(type),
  )
  statuses.add({ type: 'inBlock', block, index: 0 })
  statuses.add({ type: 'finalized', block, index: 0 })
  statuses.stop()
  await sleep(250)
  assert.deepEqual(seen, ['inBlock'])
})

test('a peer that never rests is told in the end', async () => {
  const seen: string[] = []
  const statuses = new PacedStatuses(
    peerThat(() => performance.now()),
    ({ type }) => seen.push(type),
  )
  const startedAt = performance.now()
  statuses.add({ type: 'inBlock', block, index: 0 })
  statuses.add({ type: 'finalized', block, index: 0 })
  while (seen.length < 2) await sleep(20)
  const waited = performance.now() - startedAt
  assert.ok(waited >= 1_990 && waited < 3_000, `${waited}`)
})
