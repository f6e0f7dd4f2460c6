/** Runs `conviction.json`: a few blocks with calls, then blocks far apart, with what locks have become. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import {
  getColdkeyLock,
  stakeAvailability,
} from '../../src/pallets/subtensor/locks/availability.ts'
import {
  getTotalConviction,
  hotkeyConviction,
  subnetKing,
} from '../../src/pallets/subtensor/locks/conviction.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { beginBlock, type Chain, commit, subtensorOnInitialize } from './chain.ts'
import type { Check } from './checks.ts'
import { type EpochRecord, epochRecord } from './record.ts'
import { type BlockVector, blockChecks } from './scenario.ts'

interface SeriesVector {
  readonly block: number
  readonly owner: string
  readonly owner_hotkey: string
  readonly king: string | null
  readonly total_conviction_bits: string
  readonly hotkey_conviction: readonly (readonly [hotkey: string, bits: string])[]
  /** Coldkey, locked mass, conviction, alpha that is free. */
  readonly coldkey_locked: readonly (readonly [string, string, string, string])[]
  readonly voting_power: readonly (readonly [hotkey: string, power: string])[]
  readonly epoch: EpochRecord
}

/** `conviction.json`. */
export interface ConvictionVectors {
  readonly blocks: readonly BlockVector[]
  readonly series: readonly SeriesVector[]
}

/** The subnet that the file is about. */
const NETUID = 2

const blake2OfNumber = (number: number): f.H256 => f.toHex(f.blake2_256(f.u32.encode(number)))

function runEmptyBlock(chain: Chain, number: number, parent: f.H256): void {
  beginBlock(chain, number, parent)
  subtensorOnInitialize(chain)
  commit(chain)
}

function seriesRecord(ctx: f.Context, expected: SeriesVector): SeriesVector {
  const locked = (coldkey: string): readonly [string, string, string, string] => {
    const lock = getColdkeyLock(ctx, coldkey, NETUID)
    const { locked, available } = stakeAvailability(ctx, coldkey, NETUID)
    return [coldkey, `${locked}`, `${lock?.conviction ?? 0n}`, `${available}`]
  }
  return {
    block: ctx.block,
    owner: s.SubnetOwner.get(ctx, NETUID),
    owner_hotkey: s.SubnetOwnerHotkey.get(ctx, NETUID),
    king: subnetKing(ctx, NETUID) ?? null,
    total_conviction_bits: `${getTotalConviction(ctx, NETUID)}`,
    hotkey_conviction: expected.hotkey_conviction.map(
      ([hotkey]) => [hotkey, `${hotkeyConviction(ctx, hotkey, NETUID)}`] as const,
    ),
    coldkey_locked: expected.coldkey_locked.map(([coldkey]) => locked(coldkey)),
    voting_power: s.VotingPower.entries(ctx, NETUID).map(
      ([[, hotkey], power]) => [hotkey, `${power}`] as const,
    ),
    epoch: epochRecord(ctx, NETUID),
  }
}

/** The checks of `conviction.json` on a chain at its genesis. */
export function* convictionChecks(chain: Chain, vectors: ConvictionVectors): Generator<Check> {
  const zero: f.H256 = `0x${'0'.repeat(64)}`
  yield { name: 'conviction block 1', run: () => runEmptyBlock(chain, 1, zero) }
  for (const block of vectors.blocks) yield* blockChecks(chain, block, { name: 'conviction' })
  for (const expected of vectors.series)
    yield {
      name: `conviction block ${expected.block}`,
      run() {
        runEmptyBlock(chain, expected.block, blake2OfNumber(expected.block - 1))
        assert.deepEqual(seriesRecord(chain.ctx, expected), expected)
      },
    }
}
