import assert from 'node:assert/strict'
import { test } from 'node:test'
import vectors from '../../../../vectors/runtime-425/epoch-commit-reveal.json' with { type: 'json' }
import { bytesToHex, hexToBytes } from '../wallet/hex.ts'
import { weightsPayload } from '../weights/payload.ts'
import { blocksUntilReveal } from './timelock-weights.ts'

test('the reveal comes in the block that the client library computes', () => {
  for (const vector of vectors.client_reveal_round_v2) {
    const blocks = blocksUntilReveal({
      block: BigInt(vector.current_block),
      lastEpochBlock: BigInt(vector.last_epoch_block),
      pendingEpochAt: BigInt(vector.pending_epoch_at),
      tempo: BigInt(vector.tempo),
      blocksSinceLastStep: BigInt(vector.blocks_since_last_step),
      revealPeriod: BigInt(vector.reveal_period),
    })
    assert.equal(blocks, BigInt(vector.blocks_until_target), JSON.stringify(vector))
  }
})

test('a payload has the bytes that the chain decodes', () => {
  const { payload, payload_scale_hex } = vectors.tlock[0]!
  const { hotkey, uids, values, version_key } = payload!
  const bytes = weightsPayload({
    hotkey: hexToBytes(hotkey),
    uids,
    values,
    versionKey: BigInt(version_key),
  })
  assert.equal(bytesToHex(bytes), payload_scale_hex)
})
