/** Grandpa: planned changes are announced, and done when they are due. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { Grandpa, scheduleChange } from '../../src/pallets/grandpa/index.ts'
import { ALICE, BOB, OpenBlock, refused } from './open-block.ts'

const { errors, events, storage, hooks, calls } = Grandpa
const engine = f.toHex(f.utf8('FRNK'))
const next: [string, bigint][] = [
  [ALICE, 1n],
  [BOB, 2n],
]
const authorities = f.concatBytes(
  Uint8Array.of(8),
  f.fromHex(ALICE),
  f.u64.encode(1n),
  f.fromHex(BOB),
  f.u64.encode(2n),
)
const lastLog = (ctx: f.Context) => f.system.storage.Digest.get(ctx).logs.at(-1)!

test('a change is announced at once and done after its delay', () => {
  const block = new OpenBlock()
  const { ctx } = block
  scheduleChange(ctx, { next_authorities: next, delay: 2, forced: undefined })
  const again = { next_authorities: next, delay: 1, forced: undefined }
  refused(errors.ChangePending, () => scheduleChange(ctx, again))
  hooks.on_finalize(ctx)
  const log = f.concatBytes(Uint8Array.of(1), authorities, f.u32.encode(2))
  assert.deepEqual(lastLog(ctx), { type: 'Consensus', value: [engine, log] })
  assert.equal(storage.Authorities.get(ctx).length, 1)
  ctx.block += 2
  block.said()
  hooks.on_finalize(ctx)
  assert.deepEqual(storage.Authorities.get(ctx), next)
  assert.deepEqual(block.said(), [events.NewAuthorities({ authority_set: next })])
  assert.equal(storage.PendingChange.has(ctx), false)
})

test('a forced change says where it counts from, and the next one has to wait', () => {
  const { ctx } = new OpenBlock()
  scheduleChange(ctx, { next_authorities: next, delay: 3, forced: 7 })
  hooks.on_finalize(ctx)
  const log = f.concatBytes(Uint8Array.of(2), f.u32.encode(7), authorities, f.u32.encode(3))
  assert.deepEqual(lastLog(ctx), { type: 'Consensus', value: [engine, log] })
  assert.equal(storage.NextForced.get(ctx), ctx.block + 6)
  storage.PendingChange.remove(ctx)
  const again = { next_authorities: next, delay: 1, forced: 8 }
  refused(errors.TooSoon, () => scheduleChange(ctx, again))
  ctx.block += 6
  scheduleChange(ctx, again)
})

test('a pause and a resumption are announced and done', () => {
  const block = new OpenBlock()
  const { ctx } = block
  const when = { scheduled_at: ctx.block, delay: 1 }
  storage.State.set(ctx, { type: 'PendingPause', value: when })
  hooks.on_finalize(ctx)
  const pause = f.concatBytes(Uint8Array.of(4), f.u32.encode(1))
  assert.deepEqual(lastLog(ctx), { type: 'Consensus', value: [engine, pause] })
  ctx.block += 1
  block.said()
  hooks.on_finalize(ctx)
  assert.deepEqual(storage.State.get(ctx), { type: 'Paused' })
  storage.State.set(ctx, { type: 'PendingResume', value: { scheduled_at: ctx.block, delay: 0 } })
  hooks.on_finalize(ctx)
  assert.deepEqual(storage.State.get(ctx), { type: 'Live' })
  assert.deepEqual(block.names(), ['Grandpa.Paused', 'Grandpa.Resumed'])
})

test('root notes that finality stalled; nobody can report a double vote', () => {
  const block = new OpenBlock()
  const stalled = { delay: 5, best_finalized_block_number: 3 }
  block.asRoot(calls.note_stalled(stalled))
  assert.deepEqual(storage.Stalled.get(block.ctx), [5, 3])
  const bytes = new Uint8Array(1000)
  bytes[0] = 4
  assert.throws(() => block.chain.runtime.call.decode(bytes), f.CodecError)
})

test('none of its calls may come unsigned', () => {
  const { ctx } = new OpenBlock()
  const call = calls.note_stalled({ delay: 5, best_finalized_block_number: 3 })
  const bytes = f.encodeExtrinsic(ctx.runtime, f.bare(call))
  const isInvalidCall = (error: unknown) =>
    error instanceof f.InvalidityError && error.validity.value.type === 'Call'
  const zero = f.ZERO_H256
  assert.throws(
    () => f.validateTransaction(ctx, { bytes, source: 'InBlock', block_hash: zero }),
    isInvalidCall,
  )
  assert.throws(() => ctx.layer(() => f.applyExtrinsic(ctx, bytes)), isInvalidCall)
})
