/**
 * What the database stands on: ordered tables of bytes by byte strings, written all or nothing.
 * There are two: LMDB on disk and a sorted map in memory. Everything else is written once, above.
 */

/** The tables and their rows. Numbers in keys are four bytes, big-endian. */
export const TABLES = [
  /** storage key → value now */
  'latest',
  /** storage key that is absent now, but is in the history → block that removed it */
  'gone',
  /** blake2_128 of a storage key ++ block → value after that block */
  'history',
  /** path name → encoded trie node of the state now */
  'nodes',
  /** block → hash, state root, header */
  'headers',
  /** block → extrinsics */
  'bodies',
  /** block → what the node keeps beside a block */
  'extras',
  /** block hash → block */
  'hashes',
  /** block → storage keys it changed, names it indexed */
  'changes',
  /** name → bytes, written by a block and gone when the block is: Ethereum hashes and the like */
  'index',
  /** name → bytes */
  'meta',
] as const

export type Table = (typeof TABLES)[number]

/** A row to put, or to remove when the value is undefined. */
export type Write = readonly [table: Table, key: string, value: Uint8Array | undefined]

export type Row = readonly [key: string, value: Uint8Array]

export interface Store {
  /** folder, or `memory` */
  readonly path: string
  get(table: Table, key: string): Uint8Array | undefined
  /** Keys from `start` (inclusive) on, ascending. Writing before the end gives no defined order. */
  keysFrom(table: Table, start: string): Iterable<string>
  /** The last row whose key is at most `key`; keys of at most 64 bytes only. */
  floor(table: Table, key: string): Row | undefined
  /** Does all of it, durably, or throws and does nothing. The last write to a row counts. */
  write(writes: readonly Write[]): void
  close(): Promise<void>
}
