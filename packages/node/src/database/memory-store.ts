/** The store in memory: for tests, `--tmp` and the browser. */

import { SortedMap } from './sorted-map.ts'
import { type Row, type Store, TABLES, type Table, type Write } from './store.ts'

/** A new, empty store that is gone with the process. */
export class MemoryStore implements Store {
  readonly path = 'memory'
  private readonly tables: Record<Table, SortedMap<Uint8Array>>

  constructor() {
    const tables: Partial<Record<Table, SortedMap<Uint8Array>>> = {}
    for (const table of TABLES) tables[table] = new SortedMap()
    this.tables = tables as Record<Table, SortedMap<Uint8Array>> // the loop filled it
  }

  get(table: Table, key: string): Uint8Array | undefined {
    return this.tables[table].get(key)
  }

  keysFrom(table: Table, start: string): Iterable<string> {
    return this.tables[table].keysFrom(start)
  }

  floor(table: Table, key: string): Row | undefined {
    const found = this.tables[table].floor(key)
    return found === undefined ? undefined : [found, this.tables[table].get(found)!]
  }

  /** Copies what it keeps, as a store on disk would. */
  write(writes: readonly Write[]): void {
    for (const [table, key, value] of writes) {
      if (value === undefined) this.tables[table].delete(key)
      else this.tables[table].set(key, value.slice())
    }
  }

  async close(): Promise<void> {}
}
