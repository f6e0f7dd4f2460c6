/** MevShield: keys move from author to author, encrypted calls wait. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { slotItem } from '../../src/pallets/aura/slot.ts'
import { Authorities } from '../../src/pallets/aura/storage.ts'
import { MevShield, SHIELD_INHERENT } from '../../src/pallets/mev-shield/index.ts'
import { processPending } from '../../src/pallets/mev-shield/queue.ts'
import { ALICE, BOB, CHARLIE, OpenBlock, refused } from './open-block.ts'

const { calls, errors, storage } = MevShield
const keyOf = (byte: number) => new Uint8Array(1184).fill(byte)
const READ = 25_000_000n
const WRITE = 100_000_000n

suite('keys', () => {
  const authors = [ALICE, BOB, CHARLIE]

  /** Lets the author of a slot announce a key, in a block of its own number. */
  function announce(ctx: f.Context, slot: number, key: Uint8Array | undefined) {
    ctx.block = slot
    f.system.storage.Digest.set(ctx, { logs: [slotItem(BigInt(slot))] })
    f.dispatch(ctx, f.None, calls.announce_next_key({ enc_key: key }))
    const first = (bytes: Uint8Array | undefined) => bytes?.[0]
    return [storage.CurrentKey, storage.PendingKey, storage.NextKey].map((item) =>
      first(item.get(ctx)),
    )
  }

  test('are announced two blocks before they are used', () => {
    const { ctx } = new OpenBlock()
    Authorities.set(ctx, authors)
    assert.deepEqual(announce(ctx, 3, keyOf(1)), [undefined, undefined, undefined])
    assert.deepEqual(announce(ctx, 4, keyOf(2)), [undefined, undefined, 1])
    assert.equal(storage.NextKeyExpiresAt.get(ctx), 7)
    assert.equal(storage.PendingKeyExpiresAt.has(ctx), false)
    assert.deepEqual(announce(ctx, 5, keyOf(3)), [undefined, 1, 2])
    assert.equal(storage.PendingKeyExpiresAt.get(ctx), 7)
    assert.deepEqual(announce(ctx, 6, keyOf(4)), [1, 2, 3])
    assert.deepEqual(announce(ctx, 7, keyOf(5)), [2, 3, 4])
    assert.equal(storage.AuthorKeys.get(ctx, BOB)?.[0], 5)
  })

  test('of an author without one are gone', () => {
    const { ctx } = new OpenBlock()
    Authorities.set(ctx, authors)
    announce(ctx, 3, keyOf(1))
    assert.deepEqual(announce(ctx, 6, undefined), [undefined, undefined, undefined])
    assert.equal(storage.AuthorKeys.has(ctx, ALICE), false)
  })

  test('have the length of ML-KEM-768 keys, and an author', () => {
    const block = new OpenBlock()
    const short = calls.announce_next_key({ enc_key: new Uint8Array(1183) })
    refused(errors.BadEncKeyLen, () => block.asNone(short))
    refused(f.BadOrigin, () => block.asRoot(short))
    f.system.storage.Digest.set(block.ctx, { logs: [] })
    refused(errors.Unreachable, () => block.asNone(calls.announce_next_key({ enc_key: undefined })))
  })

  test('are announced by an inherent when the author knows of keys', () => {
    const { ctx } = new OpenBlock()
    const made = (encoded?: Uint8Array) =>
      MevShield.hooks.create_inherent(ctx, new Map(encoded ? [[SHIELD_INHERENT, encoded]] : []))
    assert.equal(made(), undefined)
    assert.deepEqual(made(Uint8Array.of(0)), calls.announce_next_key({ enc_key: undefined }))
    const some = f.option(f.bytes).encode(keyOf(9))
    assert.deepEqual(made(some), calls.announce_next_key({ enc_key: keyOf(9) }))
    assert.equal(MevShield.hooks.is_inherent(made(some)!), true)
  })
})

suite('encrypted calls', () => {
  const store = calls.store_encrypted({ encrypted_call: Uint8Array.of(1, 2, 3) })

  test('wait until the next block, where nobody can decrypt them', () => {
    const block = new OpenBlock()
    const { ctx } = block
    block.as(ALICE, store)
    block.as(BOB, store)
    block.said()
    assert.equal(storage.CounterForPendingExtrinsics.get(ctx), 2)
    const spent = f.weight(2n * READ + 2n * (READ + 2n * WRITE))
    assert.deepEqual(processPending(ctx), spent)
    const { ExtrinsicDecodeFailed } = MevShield.events
    const failed = [0, 1].map((index) => ExtrinsicDecodeFailed({ index }))
    assert.deepEqual(block.said(), failed)
    assert.equal(storage.CounterForPendingExtrinsics.get(ctx), 0)
    assert.equal(storage.NextPendingExtrinsicIndex.get(ctx), 2)
    assert.deepEqual(processPending(ctx), f.weight(2n * READ))
  })

  test('expire when nobody looked at them for too long', () => {
    const block = new OpenBlock()
    block.as(ALICE, store)
    block.asRoot(calls.set_stored_extrinsic_lifetime({ value: 2 }))
    block.said()
    block.ctx.block += 3
    processPending(block.ctx)
    assert.deepEqual(block.said(), [MevShield.events.ExtrinsicExpired({ index: 0 })])
  })

  test('are limited in number', () => {
    const block = new OpenBlock()
    block.asRoot(calls.set_max_pending_extrinsics_number({ value: 1 }))
    block.as(ALICE, store)
    refused(errors.TooManyPendingExtrinsics, () => block.as(BOB, store))
  })

  test('may never take more than half of a block', () => {
    const block = new OpenBlock()
    const most = 2_000_000_000_000n
    block.asRoot(calls.set_on_initialize_weight({ value: most }))
    block.asRoot(calls.set_max_extrinsic_weight({ value: most }))
    const { WeightExceedsAbsoluteMax } = errors
    const value = most + 1n
    refused(WeightExceedsAbsoluteMax, () => block.asRoot(calls.set_on_initialize_weight({ value })))
    refused(WeightExceedsAbsoluteMax, () => block.asRoot(calls.set_max_extrinsic_weight({ value })))
  })
})
