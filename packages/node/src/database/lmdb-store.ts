/** The store on disk: one LMDB environment, one named LMDB database per table. */

import { mkdirSync, realpathSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database as LmdbTable, open, type RootDatabase } from 'lmdb'
import { DatabaseError, type DatabaseErrorCode } from './errors.ts'
import { damageOf } from './lmdb-file.ts'
import { type Bucket, changeBucket, decodeBucket, LONG } from './long-keys.ts'
import { livingOwner, type Owner, takeOwnership } from './owner.ts'
import { type Row, type Store, TABLES, type Table, type Write } from './store.ts'

type Rows = LmdbTable<Uint8Array, Uint8Array>
type Root = RootDatabase<Uint8Array, Uint8Array>
type Tables = Readonly<Record<Table | typeof EMPTY_KEYS, Rows>>

/** LMDB has no empty key, but Substrate's storage has: its rows are here, by name of table. */
const EMPTY_KEYS = 'empty'

const ROW_OPTIONS = { encoding: 'binary', keyEncoding: 'binary' } as const

/** Error numbers of LMDB and the system that we tell apart. */
const CODES: Record<number, DatabaseErrorCode> = {
  27: 'DISK_FULL', // EFBIG
  28: 'DISK_FULL', // ENOSPC
  122: 'DISK_FULL', // EDQUOT
  [-30792]: 'DISK_FULL', // MDB_MAP_FULL
  [-30797]: 'CORRUPT', // MDB_PAGE_NOTFOUND
  [-30796]: 'CORRUPT', // MDB_CORRUPTED
  [-30795]: 'CORRUPT', // MDB_PANIC
  [-30794]: 'CORRUPT', // MDB_VERSION_MISMATCH
  [-30793]: 'CORRUPT', // MDB_INVALID
  [-30784]: 'CORRUPT', // MDB_INCOMPATIBLE
  [-30782]: 'CORRUPT', // MDB_BAD_TXN
}
const EIO = 5
/** An input/output error with less room than this on the disk is a write that was cut short. */
const LITTLE_ROOM = 16 * 2 ** 20

/** Folders that this process has open. */
const opened = new Set<string>()

export class LmdbStore implements Store {
  readonly path: string
  private readonly root: Root
  private readonly tables: Tables
  private readonly disown: () => void
  private isClosed = false

  private constructor(path: string, root: Root, disown: () => void) {
    this.path = path
    this.root = root
    this.disown = disown
    this.tables = openTables(root)
  }

  /**
   * Opens the store in a folder, which is made if it is missing.
   *
   * refuses a folder that is in use (LOCKED) or damaged (CORRUPT), and passes on failures (IO, DISK_FULL)
   */
  static open(folder: string): LmdbStore {
    const { path, root } = guard(folder, () => openRoot(folder))
    let disown = () => {}
    try {
      // in a transaction, of which LMDB allows one at a time, so that of two starters one is second
      disown = root.transactionSync(() => {
        refuseOwned(path)
        return takeOwnership(path)
      })
      const store = new LmdbStore(path, root, disown)
      opened.add(path)
      return store
    } catch (error) {
      disown()
      void root.close()
      throw translate(path, error)
    }
  }

  get(table: Table, key: string): Uint8Array | undefined {
    return guard(this.path, () => {
      this.refuseClosed()
      if (key.length === 0) return plain(this.tables[EMPTY_KEYS].getBinary(bytesOf(table)))
      if (key.length < LONG) return plain(this.tables[table].getBinary(bytesOf(key)))
      const rest = key.slice(LONG)
      return this.bucket(table, key.slice(0, LONG)).find(([other]) => other === rest)?.[1]
    })
  }

  *keysFrom(table: Table, start: string): Generator<string> {
    this.refuseClosed()
    try {
      if (start === '' && this.get(table, '') !== undefined) yield ''
      const from = start.slice(0, LONG)
      const range = from === '' ? {} : { start: bytesOf(from) }
      for (const bytes of this.tables[table].getKeys(range)) {
        const key = textOf(bytes)
        if (key.length < LONG) yield key
        else for (const [rest] of this.bucket(table, key)) if (key + rest >= start) yield key + rest
      }
    } catch (error) {
      throw translate(this.path, error)
    }
  }

  floor(table: Table, key: string): Row | undefined {
    return guard(this.path, () => {
      this.refuseClosed()
      const range = { start: bytesOf(key), reverse: true, limit: 1 }
      for (const row of this.tables[table].getRange(range)) {
        return [textOf(row.key), plain(row.value)!]
      }
      return undefined
    })
  }

  write(writes: readonly Write[]): void {
    guard(this.path, () => {
      this.refuseClosed()
      this.root.transactionSync(() => {
        for (const [table, key, value] of writes) this.apply(table, key, value)
      })
    })
  }

  private apply(table: Table, key: string, value: Uint8Array | undefined): void {
    if (key.length === 0) put(this.tables[EMPTY_KEYS], table, value)
    else if (key.length < LONG) put(this.tables[table], key, value)
    else {
      const head = key.slice(0, LONG)
      put(this.tables[table], head, changeBucket(this.bucket(table, head), key.slice(LONG), value))
    }
  }

  private bucket(table: Table, head: string): Bucket {
    const bytes = plain(this.tables[table].getBinary(bytesOf(head)))
    const bucket = bytes === undefined ? [] : decodeBucket(bytes)
    if (bucket !== undefined) return bucket
    throw new DatabaseError('CORRUPT', this.path, `a bucket of long keys in ${table} is damaged`)
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    // nothing is written any more, so the folder is free from here on
    this.disown()
    opened.delete(this.path)
    await this.root.close()
  }

  private refuseClosed(): void {
    if (this.isClosed) throw new DatabaseError('CLOSED', this.path, 'the database is closed')
  }
}

function openRoot(folder: string): { readonly path: string; readonly root: Root } {
  mkdirSync(folder, { recursive: true })
  const path = realpathSync(folder)
  refuseOwned(path)
  const damage = damageOf(join(path, 'data.mdb'))
  if (damage !== undefined) {
    throw new DatabaseError('CORRUPT', path, `data.mdb is damaged: ${damage}`)
  }
  const root: Root = open({
    path,
    maxDbs: TABLES.length + 1,
    overlappingSync: false, // a commit returns when the disk has it
    ...ROW_OPTIONS,
  })
  return { path, root }
}

function openTables(root: Root): Tables {
  const tables: Partial<Record<Table | typeof EMPTY_KEYS, Rows>> = {}
  for (const name of [...TABLES, EMPTY_KEYS] as const) {
    tables[name] = root.openDB({ name, ...ROW_OPTIONS })
  }
  return tables as Tables // the loop filled it
}

function put(rows: Rows, key: string, value: Uint8Array | undefined): void {
  if (value === undefined) rows.removeSync(bytesOf(key))
  else rows.putSync(bytesOf(key), value)
}

const bytesOf = (key: string): Buffer => Buffer.from(key, 'latin1')

/** The byte string of a key as LMDB gives it: a Buffer, whatever its type says. */
const textOf = (key: Uint8Array): string => (key as Buffer).toString('latin1')

/** A Buffer's bytes as a plain array, whose `slice` copies. */
function plain(bytes: Uint8Array | undefined): Uint8Array | undefined {
  return bytes && new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

function refuseOwned(path: string): void {
  const owner = opened.has(path) ? undefined : livingOwner(path)
  if (!opened.has(path) && owner === undefined) return
  const who = owner === undefined ? 'this process already' : describe(owner)
  throw new DatabaseError('LOCKED', path, `the folder is in use by ${who}; a node needs its own`)
}

function describe({ pid, host }: Owner): string {
  return `process ${pid} on ${host}`
}

/** Runs `action`, and says in our terms what went wrong. */
function guard<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw translate(path, error)
  }
}

function translate(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseError) return error
  const code = systemCode(error)
  if (code === undefined) return error
  const known = code === EIO && hasLittleRoom(path) ? 'DISK_FULL' : (CODES[code] ?? 'IO')
  return new DatabaseError(known, path, TEXTS[known] ?? error.message, { cause: error })
}

const TEXTS: Partial<Record<DatabaseErrorCode, string>> = {
  DISK_FULL: 'there is no room to write; nothing was kept of the last change',
  CORRUPT: 'the database is damaged',
}

/** Number of a system or LMDB error; undefined for errors of our own making. */
function systemCode(error: Error): number | undefined {
  const { code, errno } = error as { code?: unknown; errno?: unknown }
  if (typeof code === 'number') return code
  return typeof errno === 'number' ? Math.abs(errno) : undefined
}

function hasLittleRoom(path: string): boolean {
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize < LITTLE_ROOM
}
