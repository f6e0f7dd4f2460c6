/** Inherents: made by an author, judged by everyone else. */
import { bare, decodeExtrinsic, encodeExtrinsic } from '../extrinsic/extrinsic.ts'
import type { Context } from '../pallet/context.ts'
import type { InherentData, InherentError } from '../pallet/inherent.ts'
import { isInherent } from './executive.ts'

/** The inherents of a block that is open, in the order of the pallets. */
export function createInherents(ctx: Context, data: InherentData): Uint8Array[] {
  const extrinsics: Uint8Array[] = []
  for (const { pallet } of ctx.runtime.entries) {
    const call = pallet.hooks?.create_inherent?.(ctx, data)
    if (call) extrinsics.push(encodeExtrinsic(ctx.runtime, bare(call)))
  }
  return extrinsics
}

/** What is wrong with the inherents of somebody's block, by our own data. */
export function checkInherents(
  ctx: Context,
  extrinsics: readonly Uint8Array[],
  data: InherentData,
): InherentError[] {
  const errors: InherentError[] = []
  for (const bytes of extrinsics) {
    const { preamble, call } = decodeExtrinsic(ctx.runtime, bytes)
    if (preamble.type !== 'Bare' || !isInherent(ctx, call)) continue
    const hooks = ctx.runtime.findPallet(call.pallet)?.hooks
    const error = hooks?.check_inherent?.(ctx, call, data)
    if (error) errors.push(error)
  }
  return errors
}
