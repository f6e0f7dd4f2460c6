import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { spec425 } from '@taonet/runtime'
import { metadataRows, type Rows } from './metadata-rows.ts'

/** What ours does not have yet. What it has is the same as upstream's. */
const LACKING: readonly RegExp[] = [
  /^(?:Ethereum|EVM|Contracts)\.calls$/,
  /^type node_subtensor_runtime::RuntimeCall\.(?:Ethereum|EVM|Contracts)$/,
  /^type pallet_evm::pallet::Call<T>\.(?:call|create|create2)$/,
  /^api EthereumRuntimeRPCApi\.(?:call|create|pending_block)$/,
  /^api ContractsApi\.(?:call|instantiate|upload_code)$/,
]
/** Calls that we list by index, upstream as its source has them; no client can tell but by reading. */
const BY_INDEX = /^type pallet_(?:subtensor|admin_utils|subtensor_swap::pallet)::pallet::Call<T>$/
const isExpected = (row: string) => LACKING.some((pattern) => pattern.test(row))

const upstream = (version: number) =>
  readFileSync(new URL(`../../vectors/runtime-425/metadata-425-v${version}.scale`, import.meta.url))

interface Difference {
  readonly row: string
  readonly upstream: string | undefined
  readonly ours: string | undefined
}

/** Rows that are not the same, but for those known to be missing. */
function differences(ours: Rows, theirs: Rows): Difference[] {
  const names = new Set([...theirs.rows.keys(), ...ours.rows.keys()])
  return [...names]
    .map((row) => ({ row, upstream: theirs.rows.get(row), ours: ours.rows.get(row) }))
    .filter((row) => row.upstream !== row.ours)
    .filter((row) => row.ours !== undefined || !isExpected(row.row))
}

/** Things in another order than upstream's; what either lacks does not count. */
function disorder(ours: Rows, theirs: Rows): string[] {
  return [...theirs.orders].flatMap(([of, order]) => {
    const own = ours.orders.get(of) ?? []
    const [a, b] = [
      order.filter((name) => own.includes(name)),
      own.filter((name) => order.includes(name)),
    ]
    return a.join() === b.join() || BY_INDEX.test(of)
      ? []
      : [`${of}: ${b.join()} instead of ${a.join()}`]
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
