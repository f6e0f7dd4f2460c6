/** Opening a database in memory; apart from `open.ts`, so that browsers need not load LMDB. */

import { Database, type DatabaseOptions } from './database.ts'
import { MemoryStore } from './memory-store.ts'

/** A new database that is gone with the process. */
export function openMemoryDatabase(options: DatabaseOptions = {}): Database {
  return new Database(new MemoryStore(), options)
}
