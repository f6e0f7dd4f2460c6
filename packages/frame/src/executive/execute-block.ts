/** Importing a block that somebody made. */
import { CodecError } from '../codec/index.ts'
import { toHex } from '../crypto/bytes.ts'
import { decodeExtrinsic } from '../extrinsic/extrinsic.ts'
import type { CheckSignature } from '../extrinsic/payload.ts'
import type { Context } from '../pallet/context.ts'
import { InvalidityError } from '../pallet/validity.ts'
import { DigestItem, type Header } from '../types.ts'
import { BlockError } from './errors.ts'
import {
  type ApplyResult,
  applyExtrinsic,
  finalizeBlock,
  initializeBlock,
  isInherentExtrinsic,
} from './executive.ts'

export interface Block {
  /** Without the author's seal: its items come from the runtime. */
  readonly header: Header
  readonly extrinsics: readonly Uint8Array[]
}

/** Inherents stand first. */
function ensureOrder(ctx: Context, extrinsics: readonly Uint8Array[]): void {
  let inherents = 0
  extrinsics.forEach((bytes, index) => {
    if (!isInherentExtrinsic(ctx, decodeExtrinsic(ctx.runtime, bytes))) return
    if (index !== inherents) throw new BlockError('INHERENT_AFTER_TRANSACTION', { index })
    inherents++
  })
}

function applyOne(
  ctx: Context,
  bytes: Uint8Array,
  index: number,
  verify: CheckSignature | undefined,
): ApplyResult {
  try {
    return applyExtrinsic(ctx, bytes, verify)
  } catch (cause) {
    if (cause instanceof InvalidityError)
      throw new BlockError('INVALID_EXTRINSIC', { index, why: cause.message }, { cause })
    if (cause instanceof CodecError)
      throw new BlockError('BAD_EXTRINSIC', { index, why: cause.message }, { cause })
    throw cause
  }
}

function ensureSame(expected: Header, made: Header): void {
  const digests = [expected, made].map(({ digest }) =>
    digest.logs.map((item) => toHex(DigestItem.encode(item))).join(),
  )
  if (digests[0] !== digests[1])
    throw new BlockError('DIGEST_MISMATCH', { expected: digests[0], made: digests[1] })
  const pair = (field: 'state_root' | 'extrinsics_root') => ({
    expected: expected[field],
    made: made[field],
  })
  if (expected.state_root !== made.state_root)
    throw new BlockError('STATE_ROOT_MISMATCH', pair('state_root'))
  if (expected.extrinsics_root !== made.extrinsics_root)
    throw new BlockError('EXTRINSICS_ROOT_MISMATCH', pair('extrinsics_root'))
}

/**
 * Executes a block and holds it against its header. The caller has checked its parent and its seal.
 *
 * refuses BlockError; then the context's state has to be discarded
 */
export function executeBlock(
  ctx: Context,
  { header, extrinsics }: Block,
  verify?: CheckSignature,
): ApplyResult[] {
  if (header.number < 1) throw new BlockError('BAD_NUMBER', { number: header.number })
  const preDigest = header.digest.logs.filter(({ type }) => type === 'PreRuntime')
  initializeBlock(ctx, { number: header.number, parent_hash: header.parent_hash, preDigest })
  ensureOrder(ctx, extrinsics)
  const results = extrinsics.map((bytes, index) => applyOne(ctx, bytes, index, verify))
  ensureSame(header, finalizeBlock(ctx))
  return results
}
