/** Values of the past: what a key held after a block. */

import type { Change } from '@taonet/frame'
import {
  blockKey,
  blockOfKey,
  bytesNumber,
  decodeHistoric,
  encodeHistoric,
  historyPrefix,
  numberBytes,
} from './records.ts'
import type { Store, Write } from './store.ts'

/** The last entry for a key at or before a block: which block wrote it, and what. */
export interface Entry {
  readonly block: number
  readonly value: Uint8Array | undefined
}

/** Entry of the history that holds for a key after block `number`; undefined when there is none. */
export function entryAt(store: Store, key: string, number: number): Entry | undefined {
  const prefix = historyPrefix(key)
  const row = store.floor('history', prefix + blockKey(number))
  if (row === undefined || !row[0].startsWith(prefix)) return undefined
  return { block: blockOfKey(row[0]), value: decodeHistoric(row[1]) }
}

/** Present keys with the prefix after block `number`, from `start` on, ascending. */
export function* keysAt(
  store: Store,
  prefix: string,
  number: number,
  start: string,
): Generator<string> {
  // every key that ever was present is in one of the two tables
  for (const key of merged(
    under(store, 'latest', prefix, start),
    under(store, 'gone', prefix, start),
  ))
    if (entryAt(store, key, number)?.value !== undefined) yield key
}

/** Keys of a table with the prefix, from `start` on. */
export function* under(
  store: Store,
  table: 'latest' | 'gone',
  prefix: string,
  start: string,
): Generator<string> {
  for (const key of store.keysFrom(table, start < prefix ? prefix : start)) {
    if (!key.startsWith(prefix)) return
    yield key
  }
}

/** Two ascending sequences without common members, as one. */
function* merged(a: Generator<string>, b: Generator<string>): Generator<string> {
  let [x, y] = [a.next(), b.next()]
  try {
    while (!x.done || !y.done) {
      if (y.done || (!x.done && x.value < y.value)) {
        yield x.value as string // not done: it is a key
        x = a.next()
      } else {
        yield y.value
        y = b.next()
      }
    }
  } finally {
    a.return(undefined)
    b.return(undefined)
  }
}

/** Writes that apply changes to the state as of block `number`, and the keys that they concern. */
export function stateWrites(
  store: Store,
  number: number,
  changes: readonly Change[],
): { readonly writes: Write[]; readonly keys: string[] } {
  const writes: Write[] = []
  const keys: string[] = []
  for (const [key, value] of changes) {
    const isPresent = store.get('latest', key) !== undefined
    if (value === undefined && !isPresent) continue
    keys.push(key)
    writes.push(['latest', key, value])
    writes.push(['history', historyPrefix(key) + blockKey(number), encodeHistoric(value)])
    if (value === undefined) writes.push(['gone', key, numberBytes(number)])
    else if (!isPresent) writes.push(['gone', key, undefined])
  }
  return { writes, keys }
}

/** Writes that forget what `keys` held before block `number`, which becomes the oldest one with a state. */
export function pruneWrites(store: Store, number: number, keys: readonly string[]): Write[] {
  const writes: Write[] = []
  for (const key of keys) {
    const prefix = historyPrefix(key)
    for (let before = entryBelow(store, key, number); before !== undefined; ) {
      writes.push(['history', prefix + blockKey(before.block), undefined])
      before = entryBelow(store, key, before.block)
    }
    // absent at the oldest state is the same as never heard of
    const entry = entryAt(store, key, number)
    if (entry?.block !== number || entry.value !== undefined) continue
    writes.push(['history', prefix + blockKey(number), undefined])
    const gone = store.get('gone', key)
    if (gone !== undefined && bytesNumber(gone) === number) {
      writes.push(['gone', key, undefined])
    }
  }
  return writes
}

function entryBelow(store: Store, key: string, number: number): Entry | undefined {
  return number === 0 ? undefined : entryAt(store, key, number - 1)
}
