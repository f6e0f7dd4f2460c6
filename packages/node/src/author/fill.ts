/** What goes into a block: inherents, then given transactions or what the pool has ready. */
import { type BlockBuilder, bytesToKey, CodecError, InvalidityError } from '@taonet/frame'
import type { Unshielded } from '@taonet/runtime'
import { ChainError, type Hash } from '../chain.ts'
import { hashOf, type Included, type Pool } from '../pool/pool.ts'
import type { LookInside } from '../services/shield/index.ts'

/** Hears of failures that are our fault, and of what they were about. */
export type OnFault = (error: unknown, about: string) => void

/** What went into a block, in order, and what may never. */
export interface Filled {
  readonly included: Omit<Included, 'index'>[]
  readonly rejected: Hash[]
}

/** Until when, and until what size. */
export interface Room {
  /** Bytes of the block so far. */
  readonly usedBytes: number
  readonly budgetMs: number
  readonly onFault: OnFault
  /** Finds transactions in transactions; by default there are none. */
  readonly lookInside?: LookInside | undefined
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
  return { included: transactions.map((bytes) => ({ hash: hashOf(bytes) })), rejected: [] }
}

/**
 * Adds what the pool has ready, best first, until the block is full or time is up. A transaction that was
 * sealed to this block's author follows the one that carried it; one sealed to another key waits.
 *
 * source  opentensor/polkadot-sdk substrate/client/basic-authorship/src/basic_authorship.rs
 *         apply_extrinsics, unshield_and_push_inner_tx
 */
export function pushReady(builder: BlockBuilder, pool: Pool, room: Room): Filled {
  return new Filling(builder, room).run(pool)
}

class Filling {
  private readonly builder: BlockBuilder
  private readonly room: Room
  private readonly startedAt = performance.now()
  private readonly filled: Filled = { included: [], rejected: [] }
  private usedBytes: number
  private skipped = 0

  constructor(builder: BlockBuilder, room: Room) {
    this.builder = builder
    this.room = room
    this.usedBytes = room.usedBytes
  }

  run(pool: Pool): Filled {
    for (const { bytes, hash } of pool.ready()) {
      if (this.isOver()) break
      this.add(bytes, hash)
    }
    return this.filled
  }

  private isOver(): boolean {
    const { budgetMs } = this.room
    const spentMs = performance.now() - this.startedAt
    return spentMs > budgetMs || (this.skipped > MOST_SKIPPED && spentMs >= budgetMs * SOFT)
  }

  private add(bytes: Uint8Array, hash: Hash): void {
    const look = this.room.lookInside?.(bytes)
    if (look?.type === 'later') return
    const innerBytes = look?.type === 'now' ? look.innerBytes : 0
    if (this.usedBytes + bytes.length + innerBytes > MOST_BYTES) {
      this.skipped++
      return
    }
    const refused = this.push(bytes, { hash })
    if (refused === undefined) {
      if (look?.type === 'now') this.addHidden(look.unseal())
      return
    }
    // what depends on a transaction that was left out waits with it
    const isForLater = refused === 'ExhaustsResources' || refused === 'Future'
    if (!isForLater) this.filled.rejected.push(hash)
  }

  /** Its carrier is in the block and paid; whatever is wrong with it, it has no second chance. */
  private addHidden(hidden: Unshielded | undefined): void {
    if (!hidden) return
    const { bytes, tag } = hidden
    this.push(bytes, { hash: hashOf(bytes), ...(tag && { provides: [bytesToKey(tag)] }) })
  }

  /** Runs a transaction; gives why it may not be in the block. */
  private push(bytes: Uint8Array, included: Omit<Included, 'index'>): string | undefined {
    try {
      this.builder.push(bytes)
      this.filled.included.push(included)
      this.usedBytes += bytes.length
      return undefined
    } catch (error) {
      const reason = error instanceof InvalidityError ? error.validity.value.type : undefined
      if (reason === 'ExhaustsResources') this.skipped++
      // one transaction that breaks the runtime must not stop the chain
      if (reason === undefined) this.room.onFault(error, `transaction ${included.hash}`)
      return reason ?? 'fault'
    }
  }
}
