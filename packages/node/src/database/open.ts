/** Opening a database on disk, where it must be the right chain's. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hash } from '../chain.ts'
import { Database, type DatabaseOptions } from './database.ts'
import { DatabaseError } from './errors.ts'
import { LmdbStore } from './lmdb-store.ts'
import { isMissing, writeWhole } from './owner.ts'

/** Raised when what is stored changes its form. */
const FORMAT = 1

/** Says whose the folder is; written once block 0 is stored. */
const MARKER = 'chain.json'

interface Marker {
  readonly format: number
  readonly genesis: string
}

/**
 * Opens the database in a folder; a new one is empty until block 0 is committed.
 *
 * refuses the folder of another chain (OTHER_CHAIN) or version (OTHER_FORMAT), one that is in use
 *         (LOCKED) or damaged (CORRUPT): DatabaseError
 */
export function openDatabase(path: string, genesis: Hash, options: DatabaseOptions = {}): Database {
  const marker = readMarker(path)
  if (marker !== undefined) checkMarker(path, marker, genesis)
  const store = LmdbStore.open(path)
  try {
    const mark = () => writeWhole(join(path, MARKER), JSON.stringify({ format: FORMAT, genesis }))
    const database = new Database(store, options, mark)
    if (!database.isEmpty) {
      checkMarker(path, { format: FORMAT, genesis: database.hashOf(0) ?? 'none' }, genesis)
      if (marker === undefined) mark()
    } else if (marker !== undefined) {
      throw new DatabaseError('CORRUPT', path, 'the folder is marked as initialised, but is empty')
    }
    return database
  } catch (error) {
    void store.close()
    throw error
  }
}

function readMarker(path: string): Marker | undefined {
  let text: string
  try {
    text = readFileSync(join(path, MARKER), 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw new DatabaseError('IO', path, `${MARKER} cannot be read`, { cause: error })
  }
  try {
    const { format, genesis } = JSON.parse(text) as Partial<Marker>
    return { format: format ?? 0, genesis: genesis ?? 'none' }
  } catch (cause) {
    throw new DatabaseError('CORRUPT', path, `${MARKER} is damaged`, { cause })
  }
}

function checkMarker(path: string, marker: Marker, genesis: Hash): void {
  if (marker.format !== FORMAT) {
    const text = `the folder has format ${marker.format}, this version reads ${FORMAT}`
    throw new DatabaseError('OTHER_FORMAT', path, text)
  }
  if (marker.genesis !== genesis) {
    const text = `the folder belongs to the chain with genesis ${marker.genesis}, not ${genesis}`
    throw new DatabaseError('OTHER_CHAIN', path, text)
  }
}
