/** Rows about blocks: header with hash and state root, body, and the way from hash to number. */

import { bytesToKey, concatBytes, fromHex, hexToKey, toHex } from '@taonet/frame'
import type { Hash } from '../chain.ts'
import type { NewBlock } from './block.ts'
import { blockKey, blockOfKey, bytesNumber, encodeList, numberBytes } from './records.ts'
import type { Store, Write } from './store.ts'

const HASH_LENGTH = 32

/** What is stored under a block's number. */
export interface HeaderRow {
  readonly hash: Hash
  /** root of the trie after the block; differs from the header's if the state was edited since */
  readonly stateRoot: Uint8Array
  readonly header: Uint8Array
}

/** Writes for everything about a block but its state. */
export function blockWrites(block: NewBlock): Write[] {
  const { number, hash, header, body, trie, extra, index = [], meta = [] } = block
  return [
    headerWrite(number, { hash, stateRoot: trie.root, header }),
    ['bodies', blockKey(number), encodeList(body)],
    ['hashes', hexToKey(hash), numberBytes(number)],
    ...(extra === undefined ? [] : [['extras', blockKey(number), extra] as const]),
    ...index.map(([name, value]) => ['index', name, value] as const),
    ...meta.map(([name, value]) => ['meta', metaName(name), value] as const),
  ]
}

/** Writes that take a block's rows away again. */
export function removeBlockWrites(number: number, hash: Hash, names: readonly string[]): Write[] {
  const key = blockKey(number)
  return [
    ['headers', key, undefined],
    ['bodies', key, undefined],
    ['extras', key, undefined],
    ['changes', key, undefined],
    ['hashes', hexToKey(hash), undefined],
    ...names.map((name) => ['index', name, undefined] as const),
  ]
}

export function headerWrite(number: number, { hash, stateRoot, header }: HeaderRow): Write {
  return ['headers', blockKey(number), concatBytes(fromHex(hash), stateRoot, header)]
}

export function readHeader(store: Store, number: number): HeaderRow | undefined {
  const row = store.get('headers', blockKey(number))
  if (row === undefined) return undefined
  return {
    hash: toHex(row.subarray(0, HASH_LENGTH)),
    stateRoot: row.slice(HASH_LENGTH, 2 * HASH_LENGTH),
    header: row.slice(2 * HASH_LENGTH),
  }
}

export function readNumber(store: Store, hash: Hash): number | undefined {
  const row = store.get('hashes', bytesToKey(fromHex(hash)))
  return row && bytesNumber(row)
}

/** Numbers of stored blocks from `start` on. */
export function* numbersFrom(store: Store, start: number): Generator<number> {
  for (const key of store.keysFrom('headers', blockKey(start))) yield blockOfKey(key)
}

/** Names that callers give to rows of `meta`, apart from our own. */
export const metaName = (name: string): string => `user:${name}`
