/** Commitments: space of an epoch, timelocked fields, bonds that a miner resets. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { setCommitment } from '../../src/pallets/commitments/commit.ts'
import * as errors from '../../src/pallets/commitments/errors.ts'
import { revealTimelocked } from '../../src/pallets/commitments/reveal.ts'
import * as storage from '../../src/pallets/commitments/storage.ts'
import type { Data } from '../../src/pallets/commitments/types.ts'
import { Pulses } from '../../src/pallets/drand/storage.ts'
import { packPairs, unpackPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import * as subtensor from '../../src/pallets/subtensor/storage.ts'
import { openChain } from '../vectors/chain.ts'
import { readVectors } from '../vectors/files.ts'

const NETUID = 3
const [miner, other] = ['11', '22'].map((byte): f.AccountId => `0x${byte.repeat(32)}`) as [
  f.AccountId,
  f.AccountId,
]

interface Beacon {
  readonly drand: { readonly pulse: { readonly round: string; readonly signature: string } }
  readonly tlock: readonly { readonly plaintext_utf8?: string; readonly ciphertext_hex: string }[]
}
const { drand, tlock } = readVectors<Beacon>('runtime-425/epoch-commit-reveal.json')
const sealed = tlock.find(({ plaintext_utf8 }) => plaintext_utf8 !== undefined)!
const reveal_round = BigInt(drand.pulse.round)
const locked = (hex = sealed.ciphertext_hex): Data => ({
  type: 'TimelockEncrypted',
  value: { encrypted: f.fromHex(`0x${hex}`), reveal_round },
})
const big = (bytes: number): Data => ({ type: 'BigRaw', value: new Uint8Array(bytes) })
const word: Data = { type: 'Raw3', value: '0x616263' }

/** A subnet with two neurons, uids 0 and 1. */
function setup() {
  const { ctx } = openChain([], 7)
  for (const [uid, hotkey] of [miner, other].entries()) subtensor.Uids.set(ctx, NETUID, hotkey, uid)
  return {
    ctx,
    commit: (...fields: Data[]) => setCommitment(ctx, NETUID, miner, { fields }),
    said: () => ctx.events.map(({ event }) => event.name),
    waiting: () => storage.TimelockedIndex.get(ctx),
    speak: () =>
      Pulses.set(ctx, reveal_round, {
        round: reveal_round,
        randomness: new Uint8Array(32),
        signature: f.fromHex(`0x${drand.pulse.signature}`),
      }),
  }
}

const refused = (why: f.DispatchError, run: () => unknown) =>
  assert.throws(run, (error) => error === why)

suite('committing', () => {
  test('needs a neuron', () => {
    const { ctx } = setup()
    refused(errors.AccountNotAllowedCommit, () =>
      setCommitment(ctx, NETUID + 1, miner, { fields: [] }),
    )
  })

  test('counts what is committed against the space of an epoch, 100 bytes at least', () => {
    const { ctx, commit } = setup()
    const used = () => storage.UsedSpaceOf.get(ctx, NETUID, miner)
    commit(word)
    assert.deepEqual(used(), { last_epoch: 0n, used_space: 100n })
    for (let i = 0; i < 2; i++) commit(big(500), big(500), big(500))
    assert.equal(used()?.used_space, 3100n)
    refused(errors.SpaceLimitExceeded, () => commit())
    subtensor.SubnetEpochIndex.set(ctx, NETUID, 1n)
    commit(big(512), word)
    assert.deepEqual(used(), { last_epoch: 1n, used_space: 515n })
  })

  test('may reset the bonds to the miner, where the subnet allows it', () => {
    const { ctx, commit } = setup()
    const row: [number, number][] = [
      [0, 5],
      [1, 6],
    ]
    subtensor.Bonds.set(ctx, NETUID, 1, packPairs(row))
    const bonds = () => unpackPairs(subtensor.Bonds.get(ctx, NETUID, 1))
    commit({ type: 'ResetBondsFlag' } as Data)
    assert.deepEqual(bonds(), row)
    subtensor.BondsResetOn.set(ctx, NETUID, true)
    commit({ type: 'ResetBondsFlag' } as Data)
    assert.deepEqual(bonds(), [[1, 6]])
    assert.equal(storage.LastBondsReset.get(ctx, NETUID, miner), 7)
  })
})

suite('timelocked commitments', () => {
  test('wait for the beacon and then leave their plain bytes', () => {
    const { ctx, commit, said, waiting, speak } = setup()
    commit(word, locked())
    assert.deepEqual(waiting(), [[NETUID, miner]])
    assert.deepEqual(revealTimelocked(ctx), f.dbReads(3))
    speak()
    assert.deepEqual(revealTimelocked(ctx), f.dbReadsWrites(3 + 1 + 1, 1 + 1 + 1))
    const plain = f.utf8(sealed.plaintext_utf8!)
    assert.deepEqual(storage.RevealedCommitments.get(ctx, NETUID, miner), [[plain, 7n]])
    assert.deepEqual(storage.CommitmentOf.get(ctx, NETUID, miner)?.info.fields, [word])
    assert.deepEqual(waiting(), [])
    assert.deepEqual(said(), ['TimelockCommitment', 'CommitmentRevealed'])
  })

  test('that do not open are lost', () => {
    const { ctx, commit, waiting, speak } = setup()
    commit(locked(sealed.ciphertext_hex.slice(0, 400)))
    speak()
    revealTimelocked(ctx)
    assert.equal(storage.RevealedCommitments.has(ctx, NETUID, miner), false)
    assert.equal(storage.CommitmentOf.has(ctx, NETUID, miner), false)
    assert.deepEqual(waiting(), [])
  })

  test('leave the ten newest', () => {
    const { ctx, commit, speak } = setup()
    storage.MaxSpace.set(ctx, 100_000)
    speak()
    for (let block = 1; block <= 12; block++) {
      ctx.block = block
      commit(locked())
      revealTimelocked(ctx)
    }
    const blocks = storage.RevealedCommitments.get(ctx, NETUID, miner)?.map(([, at]) => Number(at))
    assert.deepEqual(blocks, [3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  test('are in order of subnet and account', () => {
    const { ctx, commit, waiting } = setup()
    setCommitment(ctx, NETUID, other, { fields: [locked()] })
    commit(locked())
    commit(locked())
    assert.deepEqual(waiting(), [
      [NETUID, miner],
      [NETUID, other],
    ])
    commit(word)
    assert.deepEqual(waiting(), [[NETUID, other]])
  })
})
