/** When committed weights can be revealed: a part of `epoch-commit-reveal.json`. */
import assert from 'node:assert/strict'
import { blocksUntilReveal } from '../../src/client/timelock-weights.ts'
import { bytesToHex, hexToBytes } from '../../src/wallet/hex.ts'
import { weightsPayload } from '../../src/weights/payload.ts'
import { type Check, eachRow } from './check.ts'

export interface RevealRoundVectors {
  readonly client_reveal_round_v2: readonly {
    readonly last_epoch_block: number
    readonly pending_epoch_at: number
    readonly tempo: number
    readonly blocks_since_last_step: number
    readonly current_block: number
    readonly reveal_period: number
    readonly blocks_until_target: number
  }[]
  readonly tlock: readonly {
    readonly payload?: {
      readonly hotkey: string
      readonly uids: readonly number[]
      readonly values: readonly number[]
      readonly version_key: string
    }
    readonly payload_scale_hex?: string
  }[]
}

export function* revealRoundChecks(vectors: RevealRoundVectors): Generator<Check> {
  yield* eachRow('client_reveal_round_v2', vectors.client_reveal_round_v2, (row) => {
    const blocks = blocksUntilReveal({
      block: BigInt(row.current_block),
      lastEpochBlock: BigInt(row.last_epoch_block),
      pendingEpochAt: BigInt(row.pending_epoch_at),
      tempo: BigInt(row.tempo),
      blocksSinceLastStep: BigInt(row.blocks_since_last_step),
      revealPeriod: BigInt(row.reveal_period),
    })
    assert.equal(blocks, BigInt(row.blocks_until_target))
  })
  yield* eachRow('tlock payload', vectors.tlock, ({ payload, payload_scale_hex }) => {
    if (payload === undefined) return
    const { hotkey, uids, values, version_key } = payload
    const versionKey = BigInt(version_key)
    const bytes = weightsPayload({ hotkey: hexToBytes(hotkey), uids, values, versionKey })
    assert.equal(bytesToHex(bytes), payload_scale_hex)
  })
}
