/** Making a block, one extrinsic after the other. */
import { assert } from '../errors.ts'
import type { CheckSignature } from '../extrinsic/payload.ts'
import type { Context } from '../pallet/context.ts'
import type { InherentData } from '../pallet/inherent.ts'
import type { Change } from '../storage/state.ts'
import type { Header } from '../types.ts'
import {
  type ApplyResult,
  applyExtrinsic,
  finalizeBlock,
  initializeBlock,
  type Opening,
} from './executive.ts'
import { createInherents } from './inherents.ts'

/** A finished block, not yet committed. */
export interface BuiltBlock {
  readonly header: Header
  readonly body: readonly Uint8Array[]
  readonly results: readonly ApplyResult[]
  /** Rows that differ from the parent's state, in key order. */
  readonly changes: readonly Change[]
}

/**
 * Builds on the context's state. After `finalize`, store `changes` and call `ctx.state.committed()`;
 * to give the block up, call `ctx.state.discard()`.
 */
export class BlockBuilder {
  private readonly ctx: Context
  private readonly verify: CheckSignature | undefined
  private readonly body: Uint8Array[] = []
  private readonly results: ApplyResult[] = []
  private isOpen = true

  private constructor(ctx: Context, verify: CheckSignature | undefined) {
    this.ctx = ctx
    this.verify = verify
  }

  /** Opens a block and runs what comes before its extrinsics. */
  static open(ctx: Context, opening: Opening, verify?: CheckSignature): BlockBuilder {
    initializeBlock(ctx, opening)
    return new BlockBuilder(ctx, verify)
  }

  /** The inherents that belong at the start of this block. */
  inherents(data: InherentData): Uint8Array[] {
    return createInherents(this.ctx, data)
  }

  /**
   * Runs an extrinsic as the next of the block.
   *
   * refuses InvalidityError or CodecError, and then the block is as it was before
   */
  push(bytes: Uint8Array): ApplyResult {
    assert(this.isOpen, 'a block takes extrinsics until it is finalized')
    const { phase } = this.ctx
    try {
      const result = this.ctx.layer(() => applyExtrinsic(this.ctx, bytes, this.verify))
      this.body.push(bytes)
      this.results.push(result)
      return result
    } catch (error) {
      this.ctx.phase = phase
      throw error
    }
  }

  /** Ends the block. */
  finalize(): BuiltBlock {
    assert(this.isOpen, 'a block is finalized once')
    this.isOpen = false
    const header = finalizeBlock(this.ctx)
    const { body, results } = this
    return { header, body, results, changes: this.ctx.state.changes() }
  }
}
