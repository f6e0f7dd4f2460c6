import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { genesisState, type NetworkChoice } from '../../src/networks/index.ts'
import { type GenesisFile, genesisRows, readVector } from './vectors.ts'

const hexRows = (
  rows: readonly (readonly [string, Uint8Array | undefined])[],
): Record<string, string | undefined> =>
  Object.fromEntries(rows.map(([key, value]) => [f.keyToHex(key), value && f.toHex(value)]))

const CASES: readonly [keyof GenesisFile, NetworkChoice][] = [
  ['localnet_single_authority', { chain: 'dev' }],
  ['localnet_three_authorities', { chain: 'local' }],
]

for (const [name, choice] of CASES)
  test(`the first state of ${name} is upstream's, row by row`, () => {
    assert.deepEqual(hexRows(genesisState(choice)), hexRows(genesisRows(name)))
  })

test('the fast build differs from the normal one in the rows that upstream’s differ in', () => {
  interface Differences {
    readonly genesis_rows: readonly [name: string, key: string, normal: string, fast: string][]
  }
  const { genesis_rows } = readVector<Differences>('fast-runtime-differences.json')
  const fast = hexRows(genesisState({ chain: 'dev', fast: true }))
  const expected = { ...hexRows(genesisRows('localnet_single_authority')) }
  for (const [, key, , value] of genesis_rows) expected[key] = value
  assert.deepEqual(fast, expected)
})
