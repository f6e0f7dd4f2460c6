/** What goes into a block: inherents, then given transactions or what the pool has ready. */
import { type BlockBuilder, CodecError, InvalidityError } from '@taonet/frame'
import { ChainError, type Hash } from '../chain.ts'
import { hashOf, type Pool } from '../pool/pool.ts'

/** Hears of failures that are our fault, and of what they were about. */
export type OnFault = (error: unknown, about: string) => void

/** What went into a block, in order, and what may never. */
export interface Filled {
  readonly included: Hash[]
  readonly rejected: Hash[]
}

/** Until when, and until what size. */
export interface Room {
  /** Bytes of the block so far. */
  readonly usedBytes: number
  readonly budgetMs: number
  readonly onFault: OnFault
}

/** Bytes of a block that the author fills; the runtime would take more. */
const MOST_BYTES = 4 * 1024 * 1024 + 512
/** Transactions that may not fit before the block counts as full, if half of the time is over. */
const MOST_SKIPPED = 8
const SOFT = 0.5

/**
 * Adds the inherents; gives those that are in the block.
 *
 * refuses a block without one that has to be there (InvalidityError)
 */
export function pushInherents(
  builder: BlockBuilder,
  inherents: readonly Uint8Array[],
  onFault: OnFault,
): Uint8Array[] {
  return inherents.filter((bytes) => {
    try {
      builder.push(bytes)
      return true
    } catch (error) {
      if (!(error instanceof InvalidityError)) throw error
      if (error.validity.value.type === 'BadMandatory') throw error
      if (error.validity.value.type !== 'ExhaustsResources') onFault(error, 'an inherent')
      return false
    }
  })
}

/**
 * Adds exactly these transactions.
 *
 * refuses ChainError BLOCK_REFUSED when one of them may not be included
 */
export function pushGiven(builder: BlockBuilder, transactions: readonly Uint8Array[]): Filled {
  transactions.forEach((bytes, index) => {
    try {
      builder.push(bytes)
    } catch (cause) {
      if (!(cause instanceof InvalidityError || cause instanceof CodecError)) throw cause
      const reason = `transaction ${index}: ${cause.message}`
      throw new ChainError('BLOCK_REFUSED', { reason }, { cause })
    }
  })
  return { included: transactions.map(hashOf), rejected: [] }
}

/**
 * Adds what the pool has ready, best first, until the block is full or time is up.
 *
 * source  polkadot-sdk substrate/client/basic-authorship/src/basic_authorship.rs apply_extrinsics
 */
export function pushReady(builder: BlockBuilder, pool: Pool, room: Room): Filled {
  const filled: Filled = { included: [], rejected: [] }
  const startedAt = performance.now()
  let { usedBytes } = room
  let skipped = 0
  for (const { bytes, hash } of pool.ready()) {
    const spentMs = performance.now() - startedAt
    if (spentMs > room.budgetMs) break
    if (skipped > MOST_SKIPPED && spentMs >= room.budgetMs * SOFT) break
    if (usedBytes + bytes.length > MOST_BYTES) {
      skipped++
      continue
    }
    try {
      builder.push(bytes)
      filled.included.push(hash)
      usedBytes += bytes.length
    } catch (error) {
      const reason = error instanceof InvalidityError ? error.validity.value.type : undefined
      if (reason === 'ExhaustsResources') skipped++
      // what depends on a transaction that was left out waits with it
      else if (reason !== 'Future') filled.rejected.push(hash)
      // one transaction that breaks the runtime must not stop the chain
      if (reason === undefined) room.onFault(error, `transaction ${hash}`)
    }
  }
  return filled
}
