/** Drand: whose pulses are kept, and which transactions may bring them. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { Drand } from '../../src/pallets/drand/index.ts'
import { PulsesPayload } from '../../src/pallets/drand/types.ts'
import { isVerified } from '../../src/pallets/drand/verify.ts'
import { keyOf } from './local-chain.ts'
import { OpenBlock, refused } from './open-block.ts'

const { calls, errors, storage } = Drand
/** Quicknet's round 1000, as the beacon published it and upstream's tests have it. */
const PULSE = {
  round: 1000n,
  randomness: f.fromHex('0xfe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd'),
  signature: f.fromHex(
    '0xb44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
  ),
}
const signer = { type: 'Sr25519', value: keyOf('//Alice').account } as const
type Pulse = typeof PULSE

const payloadOf = (pulses: Pulse[], block_number = 1) => ({ block_number, pulses, public: signer })
const write = (pulses: Pulse[]) =>
  calls.write_pulse({ pulses_payload: payloadOf(pulses), signature: undefined })

suite('pulses', () => {
  test('of the beacon are verified, others are not', () => {
    const config = storage.BeaconConfig.get(new OpenBlock().ctx)
    assert.equal(isVerified(config, PULSE), true)
    assert.equal(isVerified(config, { ...PULSE, round: 1001n }), false)
    const padded = f.concatBytes(PULSE.signature, Uint8Array.of(1, 2, 3))
    assert.equal(isVerified(config, { ...PULSE, signature: padded }), true)
    const nowhere = f.concatBytes(Uint8Array.of(0xc0), new Uint8Array(47))
    assert.equal(isVerified(config, { ...PULSE, signature: nowhere }), false)
  })

  test('that are kept are the first and the last round', () => {
    const block = new OpenBlock()
    block.asNone(write([PULSE]))
    const { ctx } = block
    assert.deepEqual(storage.Pulses.get(ctx, 1000n), PULSE)
    assert.equal(storage.LastStoredRound.get(ctx), 1000n)
    assert.equal(storage.OldestStoredRound.get(ctx), 1000n)
    assert.equal(storage.NextUnsignedAt.get(ctx), ctx.block)
    assert.deepEqual(block.said().at(-1), Drand.events.NewPulse({ rounds: [1000n] }))
  })

  test('that are not the beacon’s are passed over, and the transaction stands', () => {
    const block = new OpenBlock()
    block.asNone(write([{ ...PULSE, round: 999n }]))
    assert.equal(storage.LastStoredRound.get(block.ctx), 0n)
    assert.equal(storage.Pulses.any(block.ctx), false)
    assert.deepEqual(block.names(), [])
  })

  test('that are no points, or do not come in order, are refused', () => {
    const block = new OpenBlock()
    const garbage = { ...PULSE, signature: new Uint8Array(48).fill(7) }
    refused(errors.PulseVerificationError, () => block.asNone(write([garbage])))
    const short = { ...PULSE, signature: PULSE.signature.slice(1) }
    refused(errors.PulseVerificationError, () => block.asNone(write([short])))
    refused(errors.InvalidRoundNumber, () => block.asNone(write([PULSE, PULSE])))
    refused(f.BadOrigin, () => block.asRoot(write([PULSE])))
  })

  test('older than a week go, a hundred at a time', () => {
    const block = new OpenBlock()
    const { ctx } = block
    storage.OldestStoredRound.set(ctx, 1n)
    storage.LastStoredRound.set(ctx, 216_150n)
    for (const round of [1n, 100n, 101n, 150n]) storage.Pulses.set(ctx, round, PULSE)
    block.asNone(write([]))
    assert.equal(storage.OldestStoredRound.get(ctx), 101n)
    const isKept = [1n, 100n, 101n, 150n].map((round) => storage.Pulses.has(ctx, round))
    assert.deepEqual(isKept, [false, false, true, true])
    block.asNone(write([]))
    assert.equal(storage.OldestStoredRound.get(ctx), 151n)
    assert.equal(storage.Pulses.any(ctx), false)
  })
})

suite('unsigned transactions', () => {
  const sign = (bytes: Uint8Array) =>
    ({ type: 'Sr25519', value: f.toHex(keyOf('//Alice').sign(bytes)) }) as const
  const signedWrite = (pulses: Pulse[], block_number = 1) => {
    const pulses_payload = payloadOf(pulses, block_number)
    const signature = sign(PulsesPayload.encode(pulses_payload))
    return calls.write_pulse({ pulses_payload, signature })
  }
  const validate = (ctx: f.Context, call: f.CallValue) =>
    Drand.hooks.validate_unsigned(ctx, 'External', call)
  const invalid = (type: string, run: () => unknown) =>
    assert.throws(run, (e) => e instanceof f.InvalidityError && e.validity.value.type === type)

  test('with one new round are valid for three blocks, lower rounds first', () => {
    const { ctx } = new OpenBlock()
    const valid = validate(ctx, signedWrite([PULSE]))
    assert.equal(valid.priority, f.satU64.MAX)
    assert.equal(valid.longevity, 3n)
    assert.equal(valid.propagate, false)
    const tag = f.blake2_256(f.concatBytes(f.utf8('drand'), f.u64.encode(1000n)))
    const prefix = f.str.encode('DrandOffchainWorker')
    assert.deepEqual(valid.provides, [f.concatBytes(prefix, tag)])
    const later = validate(ctx, signedWrite([{ ...PULSE, round: 1n << 60n }]))
    assert.equal(later.priority, (1n << 20n) + f.satU64.MAX - (1n << 60n))
  })

  test('are refused for what is wrong with them', () => {
    const { ctx } = new OpenBlock()
    invalid('BadSigner', () => validate(ctx, write([PULSE])))
    const other = { ...PULSE, round: 5n }
    const forged = {
      ...signedWrite([PULSE]).args,
      pulses_payload: payloadOf([other]),
    }
    invalid('BadProof', () => validate(ctx, calls.write_pulse(forged)))
    invalid('Future', () => validate(ctx, signedWrite([PULSE], 2)))
    invalid('Call', () => validate(ctx, signedWrite([])))
    invalid('Call', () => validate(ctx, signedWrite([PULSE, PULSE])))
    invalid('Call', () => validate(ctx, calls.set_oldest_stored_round({ oldest_round: 1n })))
    storage.LastStoredRound.set(ctx, 1000n)
    invalid('Stale', () => validate(ctx, signedWrite([PULSE])))
    storage.LastStoredRound.set(ctx, 0n)
    storage.NextUnsignedAt.set(ctx, 2)
    invalid('Stale', () => validate(ctx, signedWrite([PULSE])))
  })
})
