/** Scheduler and Preimage: what is kept, what is done when, and what is left undone. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import * as balances from '../../src/pallets/balances/index.ts'
import * as preimage from '../../src/pallets/preimage/index.ts'
import { Preimage } from '../../src/pallets/preimage/index.ts'
import { Scheduler } from '../../src/pallets/scheduler/index.ts'
import { Sudo } from '../../src/pallets/sudo/index.ts'
import { ALICE, BOB, OpenBlock, refused } from './open-block.ts'

const { calls, errors, events, storage } = Scheduler
const remark = (length = 0) => f.System.calls.remark({ remark: new Uint8Array(length) })
const plan = (
  when: number,
  call: f.CallValue = remark(),
  rest: Partial<{ priority: number }> = {},
) => calls.schedule({ when, maybe_periodic: undefined, priority: 0, call, ...rest })
const idOf = (byte: number) => `0x${byte.toString(16).padStart(64, '0')}`
const requests = (ctx: f.Context, hash: f.H256): number | undefined => {
  const status = Preimage.storage.RequestStatusFor.get(ctx, hash)
  return status?.type === 'Requested' ? status.value.count : undefined
}
const ticketOf = (length: number) => 104_000_000n + 1_000_000n * BigInt(length)

suite('plans', () => {
  test('for a full block fill holes, and then are refused', () => {
    const block = new OpenBlock()
    for (let i = 0; i < 50; i++) block.asRoot(plan(9))
    refused(f.Exhausted, () => block.asRoot(plan(9)))
    block.asRoot(calls.cancel({ when: 9, index: 20 }))
    block.asRoot(plan(9))
    const last = events.Scheduled({ when: 9, index: 20 })
    assert.deepEqual(block.said().at(-1), last)
  })

  test('lose the holes at their end when one is called off', () => {
    const block = new OpenBlock()
    for (let i = 0; i < 3; i++) block.asRoot(plan(9))
    block.asRoot(calls.cancel({ when: 9, index: 1 }))
    assert.equal(storage.Agenda.get(block.ctx, 9).length, 3)
    block.asRoot(calls.cancel({ when: 9, index: 2 }))
    assert.equal(storage.Agenda.get(block.ctx, 9).length, 1)
    block.asRoot(calls.cancel({ when: 9, index: 0 }))
    assert.equal(storage.Agenda.has(block.ctx, 9), false)
    refused(errors.NotFound, () => block.asRoot(calls.cancel({ when: 9, index: 0 })))
  })

  test('of another origin belong to that origin and to root', () => {
    const block = new OpenBlock()
    const { ctx } = block
    storage.Agenda.set(ctx, 9, [
      {
        maybe_id: undefined,
        priority: 0,
        call: preimage.bound(ctx, remark()),
        maybe_periodic: undefined,
        origin: f.Signed(ALICE).caller,
      },
    ])
    block.asRoot(calls.set_retry({ task: [9, 0], retries: 3, period: 2 }))
    assert.deepEqual(storage.Retries.get(ctx, [9, 0]), {
      total_retries: 3,
      remaining: 3,
      period: 2,
    })
  })
})

suite('agendas', () => {
  test('are done by priority, then by place', () => {
    const block = new OpenBlock()
    block.asRoot(plan(2, remark(), { priority: 9 }))
    block.asRoot(plan(2, remark(), { priority: 1 }))
    block.asRoot(plan(2, remark(), { priority: 9 }))
    const done = block.next().flatMap(({ name, data }) => {
      return name === 'Dispatched' ? [(data as { task: [number, number] }).task[1]] : []
    })
    assert.deepEqual(done, [1, 0, 2])
    assert.equal(storage.Agenda.has(block.ctx, 2), false)
  })

  test('keep a call that was too heavy even alone, and forget its bytes', () => {
    const block = new OpenBlock()
    const heavy = Sudo.calls.sudo_unchecked_weight({
      call: f.System.calls.remark({ remark: new Uint8Array(200) }),
      weight: f.weight(3_200_000_000_000n),
    })
    block.asRoot(plan(2, heavy))
    const [task] = storage.Agenda.get(block.ctx, 2)
    const { hash } = task!.call.value as { hash: f.H256 }
    assert.equal(requests(block.ctx, hash), 2)
    const said = block.next()
    const expected = events.PermanentlyOverweight({ task: [2, 0], id: undefined })
    assert.deepEqual(said.at(-1), expected)
    assert.equal(storage.Agenda.get(block.ctx, 2).length, 1)
    assert.equal(storage.IncompleteSince.has(block.ctx), false)
    assert.equal(requests(block.ctx, hash), 1)
  })

  test('put off what does not fit behind others, and go on in the next block', () => {
    const block = new OpenBlock()
    const half = Sudo.calls.sudo_unchecked_weight({
      call: remark(),
      weight: f.weight(2_000_000_000_000n),
    })
    block.asRoot(plan(2, half))
    block.asRoot(plan(2, half))
    const first = block.next()
    assert.deepEqual(first.at(-1), events.AgendaIncomplete({ when: 2 }))
    assert.deepEqual(storage.Agenda.get(block.ctx, 2)[0], undefined)
    const second = block.next()
    assert(second.some(({ name }) => name === 'Dispatched'))
    assert.equal(storage.Agenda.has(block.ctx, 2), false)
    assert.equal(storage.IncompleteSince.has(block.ctx), false)
  })

  test('report a call whose bytes are gone', () => {
    const block = new OpenBlock()
    block.asRoot(plan(2, remark(200)))
    Preimage.storage.PreimageFor.clear(block.ctx)
    const said = block.next()
    assert.deepEqual(said.at(-1), events.CallUnavailable({ task: [2, 0], id: undefined }))
  })

  test('try again what failed, as often as was said', () => {
    const block = new OpenBlock()
    block.asRoot(
      calls.schedule_named({
        id: idOf(1),
        when: 2,
        maybe_periodic: undefined,
        priority: 0,
        call: f.System.calls.set_heap_pages({ pages: 1n }),
      }),
    )
    // in Alice's name a call of root's fails
    const [task] = storage.Agenda.get(block.ctx, 2)
    storage.Agenda.set(block.ctx, 2, [{ ...task!, origin: f.Signed(ALICE).caller }])
    block.asRoot(calls.set_retry_named({ id: idOf(1), retries: 1, period: 2 }))
    block.next()
    assert.equal(storage.Lookup.has(block.ctx, idOf(1)), false)
    assert.deepEqual(storage.Retries.get(block.ctx, [4, 0]), {
      total_retries: 1,
      remaining: 0,
      period: 2,
    })
    assert.equal(storage.Agenda.get(block.ctx, 4)[0]?.maybe_id, undefined)
    block.next()
    block.next()
    assert.equal(storage.Agenda.has(block.ctx, 6), false)
    assert.equal(storage.Retries.has(block.ctx, [4, 0]), false)
  })

  test('say without its name that another try finds no room', () => {
    const block = new OpenBlock()
    const call = f.System.calls.set_heap_pages({ pages: 1n })
    block.asRoot(
      calls.schedule_named({ id: idOf(1), when: 2, maybe_periodic: undefined, priority: 0, call }),
    )
    const [task] = storage.Agenda.get(block.ctx, 2)
    storage.Agenda.set(block.ctx, 2, [{ ...task!, origin: f.Signed(ALICE).caller }])
    block.asRoot(calls.set_retry_named({ id: idOf(1), retries: 1, period: 2 }))
    for (let i = 0; i < 50; i++) block.asRoot(plan(4))
    const said = block.next()
    assert.deepEqual(said.at(-1), events.RetryFailed({ task: [2, 0], id: undefined }))
    assert.equal(storage.Agenda.get(block.ctx, 4).length, 50)
  })
})

suite('bytes', () => {
  const bytes = f.utf8('hello')
  const hash = f.toHex(f.blake2_256(bytes))
  const note = Preimage.calls.note_preimage({ bytes })

  test('are kept for a deposit, which comes back with them', () => {
    const block = new OpenBlock()
    const before = balances.freeBalance(block.ctx, ALICE)
    assert.equal(block.as(ALICE, note).pays_fee, 'Yes')
    assert.equal(balances.freeBalance(block.ctx, ALICE), before - ticketOf(5))
    refused(Preimage.errors.AlreadyNoted, () => block.as(BOB, note))
    const unnote = Preimage.calls.unnote_preimage({ hash })
    refused(Preimage.errors.NotAuthorized, () => block.as(BOB, unnote))
    block.as(ALICE, unnote)
    assert.equal(balances.freeBalance(block.ctx, ALICE), before)
    assert.equal(Preimage.storage.PreimageFor.any(block.ctx), false)
  })

  test('that root asked for are brought for nothing', () => {
    const block = new OpenBlock()
    block.asRoot(Preimage.calls.request_preimage({ hash }))
    assert.equal(block.as(ALICE, note).pays_fee, 'No')
    assert.equal(
      balances.balanceOnHold(block.ctx, { type: 'Preimage', value: 'Preimage' }, ALICE),
      0n,
    )
    block.asRoot(Preimage.calls.unrequest_preimage({ hash }))
    assert.equal(Preimage.storage.RequestStatusFor.has(block.ctx, hash), false)
    assert.equal(block.names().at(-1), 'Preimage.Cleared')
  })

  test('of old chains change their reserve for a hold', () => {
    const block = new OpenBlock()
    const { ctx } = block
    balances.reserve(ctx, ALICE, 900n)
    const old = { deposit: [ALICE, 900n] as [string, bigint], len: 5 }
    Preimage.storage.StatusFor.set(ctx, hash, { type: 'Unrequested', value: old })
    const update = Preimage.calls.ensure_updated({ hashes: [hash] })
    assert.equal(block.as(BOB, update).pays_fee, 'No')
    assert.equal(Preimage.storage.StatusFor.has(ctx, hash), false)
    assert.deepEqual(Preimage.storage.RequestStatusFor.get(ctx, hash), {
      type: 'Unrequested',
      value: { ticket: [ALICE, ticketOf(5)], len: 5 },
    })
    assert.equal(balances.reservedBalance(ctx, ALICE), ticketOf(5))
    assert.equal(block.as(BOB, update).pays_fee, 'Yes')
    refused(Preimage.errors.TooFew, () =>
      block.as(BOB, Preimage.calls.ensure_updated({ hashes: [] })),
    )
  })
})
