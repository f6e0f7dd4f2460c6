/** Runs `fast-runtime-differences.json`: what the build with fast blocks has otherwise. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { genesisState, localNetwork } from '../../src/networks/index.ts'
import { PALLETS } from '../../src/runtime.ts'
import type { Check } from './checks.ts'

type Pair = readonly [normal: string, fast: string]

/** `fast-runtime-differences.json`. Values are SCALE. */
export interface FastBuildVectors {
  readonly constants: readonly (readonly [pallet: string, name: string, type: string, ...Pair])[]
  readonly storage_defaults: readonly (readonly [pallet: string, name: string, ...Pair])[]
  readonly genesis_rows: readonly (readonly [name: string, key: string, ...Pair])[]
}

const BUILDS = [{ chain: 'dev' }, { chain: 'dev', fast: true }] as const

/** Every constant and storage default of a network, by pallet and name. */
function figures(runtime: f.Runtime): Map<string, string> {
  const found = new Map<string, string>()
  const put = (name: string, codec: f.AnyCodec, value: unknown) =>
    value !== undefined && found.set(name, f.toHex(codec.encode(value)))
  for (const pallet of PALLETS.map(([, pallet]): f.Pallet => pallet)) {
    for (const [item, constant] of Object.entries(pallet.constants ?? {}))
      put(`constants ${pallet.name}.${item}`, constant.codec, constant.under(runtime.settings))
    for (const [item, stored] of Object.entries(pallet.storage ?? {}))
      put(
        `storage_defaults ${pallet.name}.${item}`,
        stored.codec,
        stored.defaultUnder(runtime.settings),
      )
  }
  return found
}

const rowsOf = (choice: (typeof BUILDS)[number]): Map<string, string> =>
  new Map(
    genesisState(choice).map(([key, value]) => [
      `genesis_rows ${f.keyToHex(key)}`,
      value ? f.toHex(value) : '',
    ]),
  )

/** Each difference is as recorded, and there are no others. */
export function* fastBuildChecks(vectors: FastBuildVectors): Generator<Check> {
  const [normal, fast] = BUILDS.map(
    (choice) => new Map([...figures(localNetwork(choice)), ...rowsOf(choice)]),
  ) as [Map<string, string>, Map<string, string>]
  const pairs: [name: string, ...Pair][] = [
    ...vectors.constants.map(([pallet, name, , ...values]): [string, ...Pair] => [
      `constants ${pallet}.${name}`,
      ...values,
    ]),
    ...vectors.storage_defaults.map(([pallet, name, ...values]): [string, ...Pair] => [
      `storage_defaults ${pallet}.${name}`,
      ...values,
    ]),
    ...vectors.genesis_rows.map(([, key, ...values]): [string, ...Pair] => [
      `genesis_rows ${key}`,
      ...values,
    ]),
  ]
  for (const [name, ...wanted] of pairs)
    yield { name, run: () => assert.deepEqual([normal.get(name), fast.get(name)], wanted) }
  const listed = new Set(pairs.map(([name]) => name))
  const others = [...new Set([...normal.keys(), ...fast.keys()])].filter(
    (name) => normal.get(name) !== fast.get(name) && !listed.has(name),
  )
  yield { name: 'nothing else differs', run: () => assert.deepEqual(others, []) }
}
