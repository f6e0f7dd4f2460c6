/** Comparing storage differences, with names for people. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import type { DiffRow } from './chain.ts'

const hex = (value: Uint8Array | undefined): string | null =>
  value === undefined ? null : f.toHex(value)

/** Changed rows by key, joined over several commits; a row that ends as it began is no change. */
export class RowLog {
  private readonly rows = new Map<string, { before: string | null; after: string | null }>()

  /** Notes changes on top of what a backend holds. Call it before they are applied. */
  add(backend: f.Backend, changes: Iterable<f.Change>): void {
    for (const [key, value] of changes) {
      const name = f.keyToHex(key)
      const known = this.rows.get(name)
      const before = known === undefined ? hex(backend.get(key)) : known.before
      this.rows.set(name, { before, after: hex(value) })
    }
  }

  changed(): [key: string, before: string | null, after: string | null][] {
    return [...this.rows]
      .filter(([, { before, after }]) => before !== after)
      .map(([key, { before, after }]) => [key, before, after])
  }
}

/** Asserts that exactly the expected rows changed as expected. */
export function assertSameRows(log: RowLog, expected: readonly DiffRow[]): void {
  const wanted = new Map(
    expected.map(([name, key, before, after]) => [key, { name, before, after }]),
  )
  const differences: string[] = []
  for (const [key, before, after] of log.changed()) {
    const row = wanted.get(key)
    wanted.delete(key)
    if (row === undefined) differences.push(`unexpected ${key}: ${before} -> ${after}`)
    else if (row.after !== after || row.before !== before)
      differences.push(
        `${row.name} ${key}\n  got      ${before} -> ${after}\n  expected ${row.before} -> ${row.after}`,
      )
  }
  for (const [key, { name, before, after }] of wanted)
    differences.push(`missing ${name} ${key}: ${before} -> ${after}`)
  assert.ok(differences.length === 0, `${differences.length} rows\n${differences.join('\n')}`)
}
