/** The frame of a block: what System writes before, between and after extrinsics. */
import { concatBytes, fromHex, toHex, utf8 } from '../crypto/bytes.ts'
import { blake2_256 } from '../crypto/hash.ts'
import type { DispatchInfo } from '../pallet/call.ts'
import type { Context, Phase } from '../pallet/context.ts'
import type { Outcome } from '../pallet/dispatch.ts'
import { actualWeight, paysFee } from '../pallet/post-info.ts'
import { addWeight } from '../pallet/weight.ts'
import { orderedRoot } from '../trie/index.ts'
import type { Digest, DigestItem, H256, Header } from '../types.ts'
import { ofClass } from './block-weight.ts'
import * as constants from './constants.ts'
import { settleEvents } from './event-log.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import {
  EXTRINSIC_INDEX,
  extrinsicIndex,
  INTRABLOCK_ENTROPY,
  setExtrinsicIndex,
} from './well-known.ts'

const ENTROPY_TAG = utf8('frame_system::initialize')

function setPhase(ctx: Context, phase: Phase): void {
  ctx.phase = phase
  storage.ExecutionPhase.set(ctx, phase)
}

/** Begins a block: its number, parent and digest so far. */
export function initialize(ctx: Context, number: number, parent_hash: H256, digest: Digest): void {
  ctx.block = number
  ctx.settle = settleEvents
  setPhase(ctx, { type: 'Initialization' })
  setExtrinsicIndex(ctx, 0)
  ctx.state.setRaw(INTRABLOCK_ENTROPY, blake2_256(concatBytes(ENTROPY_TAG, fromHex(parent_hash))))
  storage.Number.set(ctx, number)
  storage.Digest.set(ctx, digest)
  storage.ParentHash.set(ctx, parent_hash)
  storage.BlockHash.set(ctx, number - 1, parent_hash)
  storage.InherentsApplied.remove(ctx)
  storage.BlockWeight.remove(ctx)
}

export const noteFinishedInitialize = (ctx: Context): void =>
  setPhase(ctx, { type: 'ApplyExtrinsic', value: 0 })

export const noteInherentsApplied = (ctx: Context): void => storage.InherentsApplied.set(ctx, true)

/** Keeps the bytes of the extrinsic that is about to run. */
export function noteExtrinsic(ctx: Context, encoded: Uint8Array): void {
  storage.ExtrinsicData.set(ctx, extrinsicIndex(ctx) ?? 0, encoded)
}

/** Reports how an extrinsic went, and turns to the next one. */
export function noteAppliedExtrinsic(ctx: Context, outcome: Outcome, info: DispatchInfo): void {
  const { base_extrinsic } = ofClass(constants.BlockWeights.get(ctx).per_class, info.class)
  const dispatch_info = {
    weight: addWeight(actualWeight(outcome.post, info), base_extrinsic),
    class: info.class,
    pays_fee: paysFee(outcome.post, info),
  }
  ctx.deposit(
    outcome.ok
      ? events.ExtrinsicSuccess({ dispatch_info })
      : events.ExtrinsicFailed({ dispatch_error: outcome.error.toWire(), dispatch_info }),
  )
  const next = (extrinsicIndex(ctx) ?? 0) + 1
  setExtrinsicIndex(ctx, next)
  setPhase(ctx, { type: 'ApplyExtrinsic', value: next })
  storage.ExtrinsicWeightReclaimed.remove(ctx)
}

export function noteFinishedExtrinsics(ctx: Context): void {
  storage.ExtrinsicCount.set(ctx, extrinsicIndex(ctx) ?? 0)
  ctx.state.remove(EXTRINSIC_INDEX)
  setPhase(ctx, { type: 'Finalization' })
}

/** Adds an item to the digest of the block being made. */
export function depositLog(ctx: Context, item: DigestItem): void {
  storage.Digest.mutate(ctx, ({ logs }) => ({ logs: [...logs, item] }))
}

/** The extrinsics of the block, taken out of the state. */
function takeExtrinsics(ctx: Context): Uint8Array[] {
  const count = storage.ExtrinsicCount.take(ctx) ?? 0
  return Array.from({ length: count }, (_, index) => storage.ExtrinsicData.take(ctx, index))
}

/**
 * Ends a block: removes what lives only within it and gives its header.
 *
 * cost    one state root
 */
export function finalize(ctx: Context): Header {
  storage.ExecutionPhase.remove(ctx)
  storage.AllExtrinsicsLen.remove(ctx)
  ctx.state.remove(INTRABLOCK_ENTROPY)
  storage.InherentsApplied.remove(ctx)
  const number = storage.Number.get(ctx)
  const { system_version } = constants.Version.get(ctx)
  const extrinsics_root = orderedRoot(takeExtrinsics(ctx), system_version >= 2 ? 1 : 0)
  const stale = number - constants.BlockHashCount.get(ctx) - 1
  if (stale > 0) storage.BlockHash.remove(ctx, stale)
  return {
    parent_hash: storage.ParentHash.get(ctx),
    number,
    state_root: toHex(ctx.storageRoot()),
    extrinsics_root: toHex(extrinsics_root),
    digest: storage.Digest.get(ctx),
  }
}
