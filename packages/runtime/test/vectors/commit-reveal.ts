/** Runs `commit-reveal.json`: weights committed by hash and by timelock, over some epochs. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { unpackPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { currentEpochWithLookahead } from '../../src/pallets/subtensor/subnets/epoch-schedule.ts'
import { decryptTimelock } from '../../src/pallets/subtensor/weights/timelock/decrypt.ts'
import {
  LegacyWeightsTlockPayload,
  readPayload,
  WeightsTlockPayload,
} from '../../src/pallets/subtensor/weights/timelock/payload.ts'
import type { Chain } from './chain.ts'
import type { Check } from './checks.ts'
import { type BlockVector, blockChecks } from './scenario.ts'

/** A ciphertext, what is in it, and the beacon's signature that opens it. */
interface TimelockVector {
  readonly payload_kind: string
  readonly payload: string
  readonly ciphertext: string
  readonly signature: string
}

/** Commits and weights of the subnet after a block's calls. Numbers are decimal strings. */
interface TimelineVector {
  readonly block: number
  readonly epoch_index: string
  readonly last_epoch_block: string
  readonly reveal_period: string
  readonly epoch_with_lookahead: string
  readonly weights: readonly (readonly (readonly [uid: number, weight: number])[])[]
  readonly last_update: readonly string[]
  readonly weight_commits: readonly (readonly [hotkey: string, readonly (readonly string[])[]])[]
  readonly timelocked: readonly (readonly [epoch: string, readonly (readonly unknown[])[]])[]
}

/** `commit-reveal.json`. */
export interface CommitRevealVectors {
  readonly timelock_vectors: readonly TimelockVector[]
  readonly timeline_after_on_initialize_and_calls: readonly TimelineVector[]
  readonly blocks: readonly BlockVector[]
}

/** The subnet on which everything happens; of its mechanisms only the first. */
const NETUID = 2
const NOBODY: f.AccountId = `0x${'00'.repeat(32)}`

function timelineOf(ctx: f.Context, block: number): TimelineVector {
  const uids = Array.from({ length: s.SubnetworkN.get(ctx, NETUID) }, (_, uid) => uid)
  return {
    block,
    epoch_index: `${s.SubnetEpochIndex.get(ctx, NETUID)}`,
    last_epoch_block: `${s.LastEpochBlock.get(ctx, NETUID)}`,
    reveal_period: `${s.RevealPeriodEpochs.get(ctx, NETUID)}`,
    epoch_with_lookahead: `${currentEpochWithLookahead(ctx, NETUID)}`,
    weights: uids.map((uid) => unpackPairs(s.Weights.get(ctx, NETUID, uid))),
    last_update: s.LastUpdate.get(ctx, NETUID).map(String),
    weight_commits: s.WeightCommits.entries(ctx, NETUID).map(([[, hotkey], commits]) => [
      hotkey,
      commits.map(([hash, ...numbers]) => [hash, ...numbers.map(String)]),
    ]),
    timelocked: s.TimelockedWeightCommits.entries(ctx, NETUID).map(([[, epoch], commits]) => [
      `${epoch}`,
      commits.map(([who, at, bytes, round]) => [who, `${at}`, bytes.length, `${round}`]),
    ]),
  }
}

/** Opens a ciphertext and reads the weights in it, as the committer and as somebody else. */
function checkTimelock(vector: TimelockVector): void {
  const plain = decryptTimelock(f.fromHex(vector.ciphertext), f.fromHex(vector.signature))
  assert.ok(plain)
  assert.equal(f.toHex(plain), vector.payload)
  const isLegacy = vector.payload_kind.startsWith('Legacy')
  if (isLegacy) {
    const { version_key: versionKey, ...row } = LegacyWeightsTlockPayload.decode(plain)
    assert.deepEqual(readPayload(plain, NOBODY), { ...row, versionKey })
    return
  }
  const { hotkey, version_key: versionKey, ...row } = WeightsTlockPayload.decode(plain)
  assert.deepEqual(readPayload(plain, f.toHex(hotkey)), { ...row, versionKey })
  assert.equal(readPayload(plain, NOBODY), undefined)
}

/** Yields the checks of the file; its blocks build on each other. */
export function* commitRevealChecks(chain: Chain, vectors: CommitRevealVectors): Generator<Check> {
  for (const [at, vector] of vectors.timelock_vectors.entries())
    yield { name: `timelock_vectors[${at}]`, run: () => checkTimelock(vector) }
  const timeline = new Map(
    vectors.timeline_after_on_initialize_and_calls.map((row) => [row.block, row]),
  )
  for (const block of vectors.blocks) {
    yield* blockChecks(chain, block, { name: 'commit-reveal' })
    const expected = timeline.get(block.block)
    if (expected === undefined) continue
    const run = () => assert.deepEqual(timelineOf(chain.ctx, block.block), expected)
    yield { name: `commit-reveal block ${block.block} timeline`, run }
  }
}
