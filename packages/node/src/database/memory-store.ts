/** The store in memory: for tests, `--tmp` and the browser. */

import { bytesToKey, keyToBytes } from '@taonet/frame'
import { SortedMap } from './sorted-map.ts'
import { type Row, type Store, TABLES, type Table, type Write } from './store.ts'

/** How a table keeps its values. */
interface Packing<V> {
  pack(bytes: Uint8Array): V
  unpack(value: V): Uint8Array
}

/** As they are; copied, as a store on disk would. */
const PLAIN: Packing<Uint8Array> = { pack: (bytes) => bytes.slice(), unpack: (value) => value }
/** As strings, which take a third of the memory: for what grows with the chain and is rarely read. */
const PACKED: Packing<string> = { pack: bytesToKey, unpack: keyToBytes }

class Rows<V> {
  private readonly rows = new SortedMap<V>()
  private readonly packing: Packing<V>

  constructor(packing: Packing<V>) {
    this.packing = packing
  }

  get(key: string): Uint8Array | undefined {
    const value = this.rows.get(key)
    return value === undefined ? undefined : this.packing.unpack(value)
  }

  write(key: string, bytes: Uint8Array | undefined): void {
    if (bytes === undefined) this.rows.delete(key)
    else this.rows.set(key, this.packing.pack(bytes))
  }

  keysFrom(start: string): Iterable<string> {
    return this.rows.keysFrom(start)
  }

  floor(key: string): string | undefined {
    return this.rows.floor(key)
  }
}

type AnyRows = Rows<Uint8Array> | Rows<string>

/** Tables that are read for every block. */
const HOT: ReadonlySet<Table> = new Set(['latest', 'gone', 'nodes', 'meta'])

/** A new, empty store that is gone with the process. */
export class MemoryStore implements Store {
  readonly path = 'memory'
  private readonly tables: Record<Table, AnyRows>

  constructor() {
    const tables: Partial<Record<Table, AnyRows>> = {}
    for (const table of TABLES) tables[table] = HOT.has(table) ? new Rows(PLAIN) : new Rows(PACKED)
    this.tables = tables as Record<Table, AnyRows> // the loop filled it
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

  write(writes: readonly Write[]): void {
    for (const [table, key, value] of writes) this.tables[table].write(key, value)
  }

  async close(): Promise<void> {}
}
