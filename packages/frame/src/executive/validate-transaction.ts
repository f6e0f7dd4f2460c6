/** Whether a transaction may wait in the pool. */

import { check } from '../extrinsic/check.ts'
import { decodeExtrinsic } from '../extrinsic/extrinsic.ts'
import type { CheckSignature } from '../extrinsic/payload.ts'
import { validate } from '../extrinsic/pipeline.ts'
import type { Context } from '../pallet/context.ts'
import { invalid, type TransactionSource, type ValidTransaction } from '../pallet/validity.ts'
import * as system from '../system/block.ts'
import { Number } from '../system/storage.ts'
import type { H256 } from '../types.ts'

/** How deep calls may nest in transactions that come from outside. */
const MAX_POOL_DEPTH = 8

/** A transaction that asks to be let in. */
export interface Candidate {
  readonly bytes: Uint8Array
  readonly source: TransactionSource
  /** The block on whose state it is judged. */
  readonly block_hash: H256
  readonly verify?: CheckSignature
}

/**
 * Judges a transaction on a finished block's state, as if in the next block. Changes nothing.
 *
 * refuses CodecError for bytes that are no extrinsic, else InvalidityError
 * source  polkadot-sdk substrate/frame/executive/src/lib.rs validate_transaction;
 *         opentensor/subtensor runtime/src/lib.rs TaggedTransactionQueue (nesting)
 */
export function validateTransaction(
  ctx: Context,
  { bytes, source, block_hash, verify }: Candidate,
): ValidTransaction {
  const before = { block: ctx.block, phase: ctx.phase, settle: ctx.settle }
  try {
    return ctx.dryRun(() => {
      const extrinsic = decodeExtrinsic(ctx.runtime, bytes)
      if (extrinsic.depth > MAX_POOL_DEPTH) throw invalid({ type: 'Call' })
      system.initialize(ctx, Number.get(ctx) + 1, block_hash, { logs: [] })
      const checked = check(ctx, extrinsic, bytes.length, verify)
      if (checked.info.class === 'Mandatory') throw invalid({ type: 'MandatoryValidation' })
      return validate(ctx, checked, source)
    })
  } finally {
    Object.assign(ctx, before)
  }
}
