/**
 * A process that commits blocks until it is stopped: `committer.ts folder [blocks]`.
 *
 * Every block is a function of its number, so that another process can tell what has to be there. Each
 * number is printed once the block is committed; a failure is printed as its code.
 */

import { blake2_256, bytesToKey, type Change, toHex, utf8 } from '@taonet/frame'
import type { Hash } from '../../chain.ts'
import type { Database } from '../database.ts'
import { DatabaseError } from '../errors.ts'
import { openDatabase } from '../open.ts'
import { ordered } from './chain-model.ts'

const ROWS = 300

export const hashOf = (number: number): Hash => toHex(blake2_256(utf8(`block ${number}`)))

/** Rows that block `number` writes: a counter, and some rows that come and go. */
export function changesOf(number: number): Change[] {
  const rows = new Map<string, Uint8Array | undefined>([['number', utf8(`${number}`)]])
  for (let i = 0; i < (number === 0 ? ROWS : 40); i++) {
    const index = number === 0 ? i : (number * 31 + i * 7) % ROWS
    const key = bytesToKey(blake2_256(utf8(`row ${index}`)))
    rows.set(key, (number + i) % 5 === 0 ? undefined : blake2_256(utf8(`${number} ${i}`)))
  }
  return ordered([...rows])
}

export function commitNext(database: Database): number {
  const number = database.isEmpty ? 0 : database.best().number + 1
  const changes = changesOf(number)
  const trie = database.trie.fork()
  trie.update(changes)
  const [hash, header] = [hashOf(number), utf8(`header ${number}`)]
  database.commit({ number, hash, header, body: [utf8(`body ${number}`)], changes, trie })
  return number
}

async function run(folder: string, blocks: number): Promise<void> {
  const database = openDatabase(folder, hashOf(0))
  try {
    for (let i = 0; i < blocks; i++) process.stdout.write(`${commitNext(database)}\n`)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    process.stdout.write(`${error.code}\n`)
    database.check() // what was there before still is
  }
  await database.close()
  process.stdout.write('closed\n')
}

const [, script, folder, blocks] = process.argv
if (script?.endsWith('committer.ts') && folder !== undefined) {
  await run(folder, blocks === undefined ? Number.POSITIVE_INFINITY : Number(blocks))
}
