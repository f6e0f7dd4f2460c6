/** A block as the database takes it. */

import type { Change, Trie } from '@taonet/frame'
import type { Hash } from '../chain.ts'

/** Everything that one commit stores. */
export interface NewBlock {
  /** above the head's; gaps are allowed, block 0 comes first */
  readonly number: number
  readonly hash: Hash
  /** SCALE */
  readonly header: Uint8Array
  /** extrinsics with their length prefix */
  readonly body: readonly Uint8Array[]
  /** rows that differ from the state before, ascending by key; for block 0, all rows */
  readonly changes: readonly Change[]
  /** a fork of the database's trie to which the changes were applied */
  readonly trie: Trie
  /** what the node keeps beside the block, such as receipts */
  readonly extra?: Uint8Array
  /** names under which something of this block is found; they go when the block goes */
  readonly index?: readonly (readonly [name: string, value: Uint8Array])[]
  /** rows of `meta` that have to change together with the block; they stay when the block goes */
  readonly meta?: readonly (readonly [name: string, value: Uint8Array | undefined])[]
  /** false for a block that is not final yet; the default is true */
  readonly isFinal?: boolean
}
