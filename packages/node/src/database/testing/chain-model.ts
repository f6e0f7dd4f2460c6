/** Blocks made up for tests, and a naive model to hold the database against. */

import assert from 'node:assert/strict'
import { blake2_256, type Change, toHex, utf8 } from '@taonet/frame'
import { type Hash, isChainError } from '../../chain.ts'
import type { NewBlock } from '../block.ts'
import type { Database } from '../database.ts'

export type Rows = ReadonlyMap<string, Uint8Array>

export interface ModelBlock {
  readonly number: number
  readonly hash: Hash
  readonly rows: Rows
  /** keys that the block and later edits touched */
  readonly touched: ReadonlySet<string>
}

let made = 0

/** A block of a made-up chain; every call gives another hash. */
export function fakeBlock(
  database: Database,
  number: number,
  changes: readonly Change[],
): NewBlock {
  const hash = toHex(blake2_256(utf8(`block ${number} ${made++}`)))
  const trie = database.trie.fork()
  trie.update(changes)
  return {
    number,
    hash,
    header: utf8(`header of ${hash}`),
    body: [utf8('one'), new Uint8Array(), utf8(hash)],
    changes,
    trie,
    index: [[`name of ${hash}`, utf8(`${number}`)]],
    extra: utf8(`extra of ${hash}`),
  }
}

export function applied(rows: Rows, changes: readonly Change[]): Rows {
  const next = new Map(rows)
  for (const [key, value] of changes) {
    if (value === undefined) next.delete(key)
    else next.set(key, value)
  }
  return next
}

/** Keys of changes that do something to the rows. */
export function effective(rows: Rows, changes: readonly Change[]): string[] {
  return changes.filter(([key, value]) => value !== undefined || rows.has(key)).map(([key]) => key)
}

/** Changes in the order that the database wants. */
export function ordered(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => (a[0] < b[0] ? -1 : 1))
}

/** Compares everything that can be read with the model; states below `oldest` have to be refused. */
export function compare(database: Database, blocks: readonly ModelBlock[], oldest = 0): void {
  const best = blocks.at(-1)!
  assert.deepEqual(database.best(), { number: best.number, hash: best.hash })
  for (const block of blocks) {
    const { number, hash, rows } = block
    assert.equal(database.hashOf(number), hash)
    assert.equal(database.numberOf(hash), number)
    assert.deepEqual(database.header(hash), utf8(`header of ${hash}`))
    assert.deepEqual(database.body(hash), [utf8('one'), new Uint8Array(), utf8(hash)])
    assert.deepEqual(database.extra(hash), utf8(`extra of ${hash}`))
    assert.deepEqual(database.indexed(`name of ${hash}`), utf8(`${number}`))
    if (number >= oldest) {
      compareState(database, block)
      continue
    }
    const isDiscarded = (error: unknown) => isChainError(error, 'STATE_DISCARDED')
    assert.throws(() => database.stateAt(hash).get([...rows.keys()][0] ?? ''), isDiscarded)
    assert.throws(() => database.changesOf(hash), isDiscarded)
    assert.throws(() => database.trieAt(hash), isDiscarded)
  }
  database.check()
}

function compareState(database: Database, { hash, rows, touched }: ModelBlock): void {
  const state = database.stateAt(hash)
  for (const [key, value] of rows) assert.deepEqual(state.get(key), value)
  const all = [...rows.keys()].sort()
  assert.deepEqual([...state.keysFrom('')], all)
  assert.deepEqual(state.keysPaged('', all.length + 1), all)
  for (const prefix of ['', 'a', 'aa', 'a\xff', '\xff', all[all.length >> 1] ?? 'x']) {
    const expected = all.filter((key) => key.startsWith(prefix))
    assert.deepEqual([...state.keysFrom(prefix)], expected)
    const start = expected[expected.length >> 1]
    if (start === undefined) continue
    const after = expected.filter((key) => key > start)
    assert.deepEqual([...state.keysFrom(prefix, start)], [start, ...after])
    assert.deepEqual(state.keysPaged(prefix, 2, start), after.slice(0, 2))
    assert.deepEqual(state.keysPaged(prefix, 2, `${start}\x00`), keysAfter(after, `${start}\x00`))
  }
  assert.deepEqual(
    database.changesOf(hash),
    [...touched].sort().map((key) => [key, rows.get(key)]),
  )
}

const keysAfter = (keys: readonly string[], start: string): string[] =>
  keys.filter((key) => key > start).slice(0, 2)
