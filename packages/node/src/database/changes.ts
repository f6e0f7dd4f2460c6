/** What a block changed: storage keys, and names in the index. */

import { bytesToKey, keyToBytes } from '@taonet/frame'
import { DatabaseError } from './errors.ts'
import { blockKey, decodeList, encodeList } from './records.ts'
import type { Store, Write } from './store.ts'

export interface ChangedNames {
  /** storage keys, ascending */
  readonly keys: readonly string[]
  /** names in the table `index` */
  readonly names: readonly string[]
}

/** The row that says what a block changed. */
export function changesWrite(number: number, { keys, names }: ChangedNames): Write {
  const lists = [keys, names].map((list) => encodeList(list.map(keyToBytes)))
  return ['changes', blockKey(number), encodeList(lists)]
}

/**
 * What a block changed.
 *
 * refuses a row that is missing or cannot be read: DatabaseError CORRUPT
 */
export function readChanges(store: Store, number: number): ChangedNames {
  const row = store.get('changes', blockKey(number))
  const [keys, names] = (row && decodeList(row))?.map(decodeNames) ?? []
  if (keys === undefined || names === undefined) {
    throw new DatabaseError('CORRUPT', store.path, `the changes of block ${number} are damaged`)
  }
  return { keys, names }
}

function decodeNames(bytes: Uint8Array): string[] | undefined {
  return decodeList(bytes)?.map(bytesToKey)
}
