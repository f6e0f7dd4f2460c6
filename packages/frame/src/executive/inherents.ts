/** Inherents: made by an author, judged by everyone else. */
import { bare, decodeExtrinsic, encodeExtrinsic } from '../extrinsic/extrinsic.ts'
import type { Context } from '../pallet/context.ts'
import type { InherentData, InherentError } from '../pallet/inherent.ts'
import { isInherentExtrinsic } from './executive.ts'

/** The inherents of a block that is open, in the order of the pallets. */
export function createInherents(ctx: Context, data: InherentData): Uint8Array[] {
  const extrinsics: Uint8Array[] = []
  for (const { pallet } of ctx.runtime.entries) {
    const call = pallet.hooks?.create_inherent?.(ctx, data)
    if (call) extrinsics.push(encodeExtrinsic(ctx.runtime, bare(call)))
  }
  return extrinsics
}

/**
 * What is wrong with the inherents of somebody's block, by our own data.
 *
 * shape   inherents end where the first other extrinsic stands; a fatal error is reported alone, and
 *         of others the first of each name
 * source  polkadot-sdk substrate/frame/support/procedural/src/construct_runtime/expand/inherent.rs
 */
export function checkInherents(
  ctx: Context,
  extrinsics: readonly Uint8Array[],
  data: InherentData,
): InherentError[] {
  const errors = new Map<string, InherentError>()
  for (const bytes of extrinsics) {
    const extrinsic = decodeExtrinsic(ctx.runtime, bytes)
    if (!isInherentExtrinsic(ctx, extrinsic)) break
    const { call } = extrinsic
    const error = ctx.runtime.findPallet(call.pallet)?.hooks?.check_inherent?.(ctx, call, data)
    if (error?.fatal) return [error]
    if (error && !errors.has(error.identifier)) errors.set(error.identifier, error)
  }
  return [...errors.values()]
}
