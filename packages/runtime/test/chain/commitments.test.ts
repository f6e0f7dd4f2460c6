/** Commitments: space, bonds, and what the beacon opens. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { spaceOf } from '../../src/pallets/commitments/commit.ts'
import { Commitments } from '../../src/pallets/commitments/index.ts'
import { revealTimelocked } from '../../src/pallets/commitments/reveal.ts'
import type { Data } from '../../src/pallets/commitments/types.ts'
import { Pulses } from '../../src/pallets/drand/storage.ts'
import { packPairs, unpackPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import * as subtensor from '../../src/pallets/subtensor/storage.ts'
import { ALICE, BOB, OpenBlock, refused } from './open-block.ts'
import { readVector } from './vectors.ts'

const { calls, errors, events, storage } = Commitments
const NETUID = 1
const raw = (length: number): Data => ({ type: 'BigRaw', value: new Uint8Array(length) })
const READ = 25_000_000n
const WRITE = 100_000_000n

/** Alice and Bob have neurons 7 and 8. */
function setup() {
  const block = new OpenBlock()
  subtensor.Uids.set(block.ctx, NETUID, ALICE, 7)
  subtensor.Uids.set(block.ctx, NETUID, BOB, 8)
  const commit = (who: f.AccountId, ...fields: Data[]) =>
    block.as(who, calls.set_commitment({ netuid: NETUID, info: { fields } }))
  return { block, ctx: block.ctx, commit }
}

suite('commitments', () => {
  test('count the bytes of each kind of field', () => {
    const counted = (
      [
        { type: 'None' },
        { type: 'Raw0', value: '0x' },
        { type: 'Raw3', value: '0x010203' },
        { type: 'Keccak256', value: `0x${'11'.repeat(32)}` },
        {
          type: 'TimelockEncrypted',
          value: { encrypted: new Uint8Array(9), reveal_round: 1n },
        },
        { type: 'ResetBondsFlag' },
        raw(300),
      ] as Data[]
    ).map(spaceOf)
    assert.deepEqual(counted, [0n, 0n, 3n, 32n, 9n, 0n, 300n])
  })

  test('use at least 100 bytes of an epoch’s space', () => {
    const { ctx, commit } = setup()
    commit(ALICE)
    assert.equal(storage.UsedSpaceOf.get(ctx, NETUID, ALICE)?.used_space, 100n)
    storage.MaxSpace.set(ctx, 700)
    commit(ALICE, raw(512))
    refused(errors.SpaceLimitExceeded, () => commit(ALICE))
    assert.equal(storage.CommitmentOf.get(ctx, NETUID, ALICE)?.info.fields.length, 1)
    subtensor.SubnetEpochIndex.set(ctx, NETUID, 5n)
    commit(ALICE)
    const usage = { last_epoch: 5n, used_space: 100n }
    assert.deepEqual(storage.UsedSpaceOf.get(ctx, NETUID, ALICE), usage)
  })

  test('are made by neurons only', () => {
    const { block } = setup()
    const call = calls.set_commitment({ netuid: 0, info: { fields: [] } })
    refused(errors.AccountNotAllowedCommit, () => block.as(ALICE, call))
  })

  test('take the neuron out of all bonds where the subnet allows that', () => {
    const { ctx, commit } = setup()
    subtensor.MechanismCountCurrent.set(ctx, NETUID, 2)
    const row = [
      [7, 100],
      [8, 200],
    ] as const
    for (const index of [NETUID, 4096 + NETUID]) subtensor.Bonds.set(ctx, index, 3, packPairs(row))
    const bonds = (index: number) => unpackPairs(subtensor.Bonds.get(ctx, index, 3))
    commit(ALICE, { type: 'ResetBondsFlag' })
    assert.equal(storage.LastBondsReset.get(ctx, NETUID, ALICE), ctx.block)
    assert.deepEqual(bonds(NETUID), row)
    subtensor.BondsResetOn.set(ctx, NETUID, true)
    commit(ALICE, { type: 'ResetBondsFlag' })
    assert.deepEqual([bonds(NETUID), bonds(4096 + NETUID)], [[[8, 200]], [[8, 200]]])
  })
})

suite('timelocked commitments', () => {
  interface Timelock {
    readonly payload: string
    readonly ciphertext: string
    readonly signature: string
  }
  const [vector] = readVector<{ timelock_vectors: [Timelock] }>(
    'commit-reveal.json',
  ).timelock_vectors
  const locked = (encrypted: Uint8Array, reveal_round: bigint): Data => ({
    type: 'TimelockEncrypted',
    value: { encrypted, reveal_round },
  })
  const field = locked(f.fromHex(vector.ciphertext), 1000n)
  const speak = (ctx: f.Context) =>
    Pulses.set(ctx, 1000n, {
      round: 1000n,
      randomness: new Uint8Array(),
      signature: f.fromHex(vector.signature),
    })

  test('wait for their round and are then opened', () => {
    const { block, ctx, commit } = setup()
    commit(ALICE, field)
    const waiting = events.TimelockCommitment({ netuid: NETUID, who: ALICE, reveal_round: 1000n })
    assert.deepEqual(block.said(), [waiting])
    assert.deepEqual(revealTimelocked(ctx), f.weight(3n * READ))
    speak(ctx)
    assert.deepEqual(revealTimelocked(ctx), f.weight(5n * READ + 3n * WRITE))
    assert.deepEqual(block.said(), [events.CommitmentRevealed({ netuid: NETUID, who: ALICE })])
    const opened = [[f.fromHex(vector.payload), BigInt(ctx.block)]]
    assert.deepEqual(storage.RevealedCommitments.get(ctx, NETUID, ALICE), opened)
    assert.equal(storage.CommitmentOf.has(ctx, NETUID, ALICE), false)
    assert.deepEqual(storage.TimelockedIndex.get(ctx), [])
  })

  test('keep their open fields, and the last ten that were opened', () => {
    const { ctx, commit } = setup()
    const before = Array.from({ length: 10 }, (_, i): [Uint8Array, bigint] => [
      Uint8Array.of(i),
      0n,
    ])
    storage.RevealedCommitments.set(ctx, NETUID, ALICE, before)
    commit(ALICE, field, raw(3), locked(Uint8Array.of(1), 2000n))
    speak(ctx)
    assert.deepEqual(revealTimelocked(ctx), f.weight(5n * READ + 2n * WRITE))
    const revealed = storage.RevealedCommitments.get(ctx, NETUID, ALICE)!
    assert.deepEqual([revealed.length, revealed[0]], [10, before[1]])
    const kept = storage.CommitmentOf.get(ctx, NETUID, ALICE)!.info.fields
    assert.deepEqual(
      kept.map(({ type }) => type),
      ['BigRaw', 'TimelockEncrypted'],
    )
    assert.deepEqual(storage.TimelockedIndex.get(ctx), [[NETUID, ALICE]])
  })

  test('that cannot be opened are lost', () => {
    const { block, ctx, commit } = setup()
    commit(ALICE, locked(Uint8Array.of(1, 2, 3), 1000n))
    speak(ctx)
    block.said()
    assert.deepEqual(revealTimelocked(ctx), f.weight(4n * READ + 2n * WRITE))
    assert.deepEqual(block.said(), [])
    assert.equal(storage.CommitmentOf.has(ctx, NETUID, ALICE), false)
    assert.equal(storage.RevealedCommitments.has(ctx, NETUID, ALICE), false)
  })

  test('leave the queue when nothing is timelocked any more', () => {
    const { ctx, commit } = setup()
    commit(BOB, field)
    commit(ALICE, field)
    const both = [ALICE, BOB].sort().map((who) => [NETUID, who])
    assert.deepEqual(storage.TimelockedIndex.get(ctx), both)
    commit(ALICE, raw(1))
    assert.deepEqual(storage.TimelockedIndex.get(ctx), [[NETUID, BOB]])
    storage.CommitmentOf.remove(ctx, NETUID, BOB)
    assert.deepEqual(revealTimelocked(ctx), f.weight(3n * READ + WRITE))
    assert.deepEqual(storage.TimelockedIndex.get(ctx), [])
  })
})
