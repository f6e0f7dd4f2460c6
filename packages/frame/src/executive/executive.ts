/**
 * Execution of blocks: hooks, extrinsics, header.
 *
 * source  polkadot-sdk substrate/frame/executive/src/lib.rs
 */
import type { ResultOf } from '../codec/index.ts'
import { check } from '../extrinsic/check.ts'
import { type DecodedExtrinsic, decodeExtrinsic } from '../extrinsic/extrinsic.ts'
import type { CheckSignature } from '../extrinsic/payload.ts'
import { apply } from '../extrinsic/pipeline.ts'
import type { CallValue } from '../pallet/call.ts'
import type { Context } from '../pallet/context.ts'
import type { DispatchError } from '../pallet/error.ts'
import { invalid } from '../pallet/validity.ts'
import { addWeight } from '../pallet/weight.ts'
import * as system from '../system/block.ts'
import { registerExtraWeight } from '../system/block-weight.ts'
import { BlockWeights } from '../system/constants.ts'
import { resetEvents } from '../system/event-log.ts'
import { InherentsApplied } from '../system/storage.ts'
import type { DigestItem, H256, Header } from '../types.ts'
import { onFinalize, onIdle, onInitialize, runUpgrades } from './hooks.ts'

/** How deep boxes and lists may nest around each other in a call of a block. */
const MAX_DEPTH = 256

/** What a block is opened with. */
export interface Opening {
  readonly number: number
  readonly parent_hash: H256
  /** Items that the author adds before execution, e.g. the Aura slot. */
  readonly preDigest: readonly DigestItem[]
}

/** How a call went that is part of the block. */
export type ApplyResult = ResultOf<null, DispatchError>

/** Begins a block: upgrades, System, every pallet's `on_initialize`. */
export function initializeBlock(ctx: Context, { number, parent_hash, preDigest }: Opening): void {
  ctx.scratch.clear()
  resetEvents(ctx)
  const upgrades = runUpgrades(ctx)
  system.initialize(ctx, number, parent_hash, { logs: [...preDigest] })
  const hooks = addWeight(upgrades, onInitialize(ctx))
  const { base_block } = BlockWeights.get(ctx)
  registerExtraWeight(ctx, addWeight(hooks, base_block), 'Mandatory')
  system.noteFinishedInitialize(ctx)
}

export const isInherent = (ctx: Context, call: CallValue): boolean =>
  ctx.runtime.findPallet(call.pallet)?.hooks?.is_inherent?.(call) ?? false

/** Whether an extrinsic is one that only the block's author may add. */
export const isInherentExtrinsic = (ctx: Context, { preamble, call }: DecodedExtrinsic): boolean =>
  preamble.type === 'Bare' && isInherent(ctx, call)

/** Marks the point after the last inherent. */
function inherentsApplied(ctx: Context): void {
  if (InherentsApplied.get(ctx)) return
  system.noteInherentsApplied(ctx)
}

/**
 * Runs one extrinsic of the block.
 *
 * shape   bytes with their length in front
 * refuses CodecError for bytes that are no extrinsic, InvalidityError for one that may not be in the
 *         block; then the state is in between and has to be rolled back (see `BlockBuilder`)
 */
export function applyExtrinsic(
  ctx: Context,
  bytes: Uint8Array,
  verify?: CheckSignature,
): ApplyResult {
  const extrinsic = decodeExtrinsic(ctx.runtime, bytes)
  if (extrinsic.depth > MAX_DEPTH) throw invalid({ type: 'Call' })
  const checked = check(ctx, extrinsic, bytes.length, verify)
  if (!isInherentExtrinsic(ctx, extrinsic)) inherentsApplied(ctx)
  system.noteExtrinsic(ctx, bytes)
  const outcome = apply(ctx, checked)
  if (!outcome.ok && checked.info.class === 'Mandatory') throw invalid({ type: 'BadMandatory' })
  system.noteAppliedExtrinsic(ctx, outcome, checked.info)
  return outcome.ok ? { ok: true, value: null } : { ok: false, error: outcome.error }
}

/** Ends a block: `on_idle`, `on_finalize`, header. The state is then ready to be committed. */
export function finalizeBlock(ctx: Context): Header {
  inherentsApplied(ctx)
  system.noteFinishedExtrinsics(ctx)
  onIdle(ctx)
  onFinalize(ctx)
  return system.finalize(ctx)
}
