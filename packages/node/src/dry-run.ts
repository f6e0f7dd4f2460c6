/** Extrinsics and blocks run for their effects only: nothing is kept. */
import {
  type ApplyResult,
  applyExtrinsic,
  type Change,
  type Context,
  DispatchErrorWire,
  finalizeBlock,
  type Header,
  InvalidityError,
  initializeBlock,
  result,
  TransactionValidityError,
  toHex,
  unit,
} from '@taonet/frame'
import { preDigest, timing } from '@taonet/runtime'
import { type BlockPhase, type BlockRef, ChainError, type DryRun } from './chain.ts'

const ApplyExtrinsicResult = result(result(unit, DispatchErrorWire), TransactionValidityError)

/** Runs `apply` and encodes how it went; a transaction that may not be included is a value too. */
export function encodeDryRun(apply: () => ApplyResult): Uint8Array {
  try {
    const outcome = apply()
    return ApplyExtrinsicResult.encode({
      ok: true,
      value: outcome.ok ? outcome : { ok: false, error: outcome.error.toWire() },
    })
  } catch (error) {
    if (!(error instanceof InvalidityError)) throw error
    return ApplyExtrinsicResult.encode({ ok: false, error: error.validity })
  }
}

const hexOf = (value: Uint8Array | undefined) => value && toHex(value)

/** Gives, each time it is called, the rows that changed since the last time. */
function changesBetween(ctx: Context): () => Change[] {
  let before = new Map<string, Uint8Array | undefined>()
  return () => {
    const now = new Map(ctx.state.changes())
    const back = [...before.keys()].filter((key) => !now.has(key))
    const changes = [...now].filter(([key, value]) => {
      return !before.has(key) || hexOf(before.get(key)) !== hexOf(value)
    })
    before = now
    const undone = back.map((key): Change => [key, ctx.state.getRaw(key)])
    return [...changes, ...undone].sort(([a], [b]) => (a < b ? -1 : 1))
  }
}

/** Runs one extrinsic in a block after `parent`. */
export function dryRun(ctx: Context, extrinsic: Uint8Array, parent: BlockRef): DryRun {
  return ctx.dryRun(() => {
    const { slotMs, lastMs } = timing(ctx)
    initializeBlock(ctx, {
      number: parent.number + 1,
      parent_hash: parent.hash,
      preDigest: preDigest(lastMs + slotMs, slotMs),
    })
    const changes = changesBetween(ctx)
    changes()
    const outcome = encodeDryRun(() => ctx.layer(() => applyExtrinsic(ctx, extrinsic)))
    return { outcome, changes: changes() }
  })
}

/**
 * Runs a whole block, phase by phase; its roots are not looked at.
 *
 * refuses ChainError BLOCK_REFUSED for an extrinsic that may not be in the block
 */
export function runPhases(
  ctx: Context,
  { number, parent_hash, digest }: Header,
  extrinsics: readonly Uint8Array[],
): BlockPhase[] {
  return ctx.dryRun(() => {
    const changes = changesBetween(ctx)
    const preDigest = digest.logs.filter(({ type }) => type === 'PreRuntime')
    initializeBlock(ctx, { number, parent_hash, preDigest })
    const phases: BlockPhase[] = [{ phase: 'Initialization', changes: changes() }]
    for (const [index, bytes] of extrinsics.entries()) {
      try {
        applyExtrinsic(ctx, bytes)
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause)
        throw new ChainError('BLOCK_REFUSED', { reason: `extrinsic ${index}: ${why}` }, { cause })
      }
      phases.push({ phase: index, changes: changes() })
    }
    finalizeBlock(ctx)
    return [...phases, { phase: 'Finalization', changes: changes() }]
  })
}
