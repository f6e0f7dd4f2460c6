import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { spec425 } from '@taonet/runtime'
import { metadataRows, type Rows } from './metadata-rows.ts'

/** Calls that we list by index, upstream as its source has them; no client can tell but by reading. */
const BY_INDEX = /^type pallet_(?:subtensor|admin_utils|subtensor_swap::pallet)::pallet::Call<T>$/

const upstream = (version: number) =>
  readFileSync(new URL(`../../vectors/runtime-425/metadata-425-v${version}.scale`, import.meta.url))

interface Difference {
  readonly row: string
  readonly upstream: string | undefined
  readonly ours: string | undefined
}

/** Rows that are not the same, or that only one has. */
function differences(ours: Rows, theirs: Rows): Difference[] {
  const names = new Set([...theirs.rows.keys(), ...ours.rows.keys()])
  return [...names]
    .map((row) => ({ row, upstream: theirs.rows.get(row), ours: ours.rows.get(row) }))
    .filter((row) => row.upstream !== row.ours)
}

/** Things in another order than upstream's. */
function disorder(ours: Rows, theirs: Rows): string[] {
  return [...theirs.orders].flatMap(([of, order]) => {
    const own = ours.orders.get(of) ?? []
    return own.join() === order.join() || BY_INDEX.test(of)
      ? []
      : [`${of}: ${own.join()} instead of ${order.join()}`]
  })
}

for (const version of f.METADATA_VERSIONS)
  test(`metadata ${version} says what upstream's says`, () => {
    const printed = f.metadata(spec425(), version)
    assert.ok(printed)
    const ours = metadataRows(printed)
    const theirs = metadataRows(upstream(version), (row) => ours.rows.has(row))
    assert.ok(theirs.rows.size > 2000)
    assert.deepEqual(differences(ours, theirs), [])
    assert.deepEqual(disorder(ours, theirs), [])
  })
