import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { genesisState, localNetwork, type NetworkChoice } from '../../src/networks/index.ts'
import { PALLETS } from '../../src/runtime.ts'
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

interface Differences {
  readonly constants: readonly [string, string, type: string, normal: string, fast: string][]
  readonly storage_defaults: readonly [pallet: string, name: string, normal: string, fast: string][]
  readonly genesis_rows: readonly [name: string, key: string, normal: string, fast: string][]
}
const differences = readVector<Differences>('fast-runtime-differences.json')

test('the fast build differs from the normal one in the rows that upstream’s differ in', () => {
  const expected = { ...hexRows(genesisRows('localnet_single_authority')) }
  for (const [, key, , value] of differences.genesis_rows) expected[key] = value
  assert.deepEqual(hexRows(genesisState({ chain: 'dev', fast: true })), expected)
})

/** Every constant and storage default of a network, by pallet and name. */
function figures(choice: NetworkChoice): Map<string, string> {
  const runtime = localNetwork(choice)
  const listed = PALLETS.map(([, pallet]): f.Pallet => pallet)
  const found = new Map<string, string>()
  const put = (name: string, codec: f.AnyCodec, value: unknown) =>
    value !== undefined && found.set(name, f.toHex(codec.encode(value)))
  for (const { name, constants, storage } of listed) {
    for (const [item, constant] of Object.entries(constants ?? {}))
      put(`constant ${name}.${item}`, constant.codec, constant.under(runtime.settings))
    for (const [item, stored] of Object.entries(storage ?? {}))
      put(`default ${name}.${item}`, stored.codec, stored.defaultUnder(runtime.settings))
  }
  return found
}

test('the fast build’s constants and defaults are upstream’s', () => {
  const expected = figures({ chain: 'dev' })
  for (const [pallet, name, , , value] of differences.constants)
    expected.set(`constant ${pallet}.${name}`, value)
  for (const [pallet, name, , value] of differences.storage_defaults)
    expected.set(`default ${pallet}.${name}`, value)
  assert.deepEqual(figures({ chain: 'dev', fast: true }), expected)
})

test('limits of the faucet build: one default differs, no constant does', () => {
  const expected = figures({ chain: 'dev' })
  // source  lib.rs DefaultNetworkRateLimit under the feature pow-faucet
  expected.set('default SubtensorModule.NetworkRateLimit', '0x0000000000000000')
  assert.deepEqual(figures({ chain: 'dev', hasFaucetLimits: true }), expected)
})
