/** Back to an earlier block: for development powers only, as no engine of ours has forks. */

import { type Change, keyToBytes, type Trie, toHex } from '@taonet/frame'
import { readChanges } from './changes.ts'
import { DatabaseError } from './errors.ts'
import { numbersFrom, readHeader, removeBlockWrites } from './headers.ts'
import { entryAt } from './history.ts'
import { blockKey, historyPrefix, numberBytes } from './records.ts'
import type { Store, Write } from './store.ts'

/** Rows in which the state after block `number` differs from the head's, ascending by key. */
export function differenceTo(store: Store, number: number): Change[] {
  const keys = new Set<string>()
  for (const later of numbersFrom(store, number + 1)) {
    for (const key of readChanges(store, later).keys) keys.add(key)
  }
  return [...keys].sort().map((key) => [key, entryAt(store, key, number)?.value])
}

/**
 * A trie as it was after block `number`, made from the head's.
 *
 * refuses a history that does not lead there: DatabaseError CORRUPT
 */
export function trieAt(store: Store, trie: Trie, number: number): Trie {
  const past = trie.fork()
  const root = past.update(differenceTo(store, number))
  const expected = readHeader(store, number)?.stateRoot
  if (expected === undefined || toHex(expected) !== toHex(root)) {
    throw new DatabaseError('CORRUPT', store.path, `the history does not lead to block ${number}`)
  }
  return past
}

/** Writes that drop every block above `number` and restore its state; the trie's nodes are apart. */
export function rewindWrites(store: Store, number: number): Write[] {
  const writes: Write[] = []
  for (const [key, value] of differenceTo(store, number)) {
    writes.push(['latest', key, value])
    const entry = value === undefined ? entryAt(store, key, number) : undefined
    writes.push(['gone', key, entry && numberBytes(entry.block)])
  }
  for (const later of numbersFrom(store, number + 1)) {
    const { keys, names } = readChanges(store, later)
    writes.push(...removeBlockWrites(later, readHeader(store, later)!.hash, names))
    for (const key of keys)
      writes.push(['history', historyPrefix(key) + blockKey(later), undefined])
  }
  return writes
}

/** Checks that the rows of the state make the trie's root, and that the store has just its nodes. */
export function checkState(store: Store, trie: Trie, fresh: Trie): void {
  const rows: Change[] = []
  for (const key of store.keysFrom('latest', '')) rows.push([key, store.get('latest', key)!])
  if (toHex(fresh.update(rows)) !== toHex(trie.root)) {
    throw new DatabaseError('CORRUPT', store.path, 'the state does not have the root of the head')
  }
  let count = 0
  for (const [name, node] of fresh.pendingNodes()) {
    if (node === undefined) continue
    count++
    if (toHex(store.get('nodes', name) ?? keyToBytes('')) !== toHex(node)) {
      throw new DatabaseError('CORRUPT', store.path, 'a trie node is missing or damaged')
    }
  }
  for (const _ of store.keysFrom('nodes', '')) count--
  if (count !== 0) throw new DatabaseError('CORRUPT', store.path, 'there are stray trie nodes')
}
