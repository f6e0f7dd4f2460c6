/** Vectors of the production runtime, and how they are read. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as f from '@taonet/frame'

const ROOT = new URL('../../../../vectors/runtime-425/', import.meta.url)
const REPLAY = new URL('../../../../vectors/replay/', import.meta.url)

/** A file of `vectors/runtime-425`; names that end in `.gz` are unpacked. */
export function readVector<T>(name: string): T {
  const raw = readFileSync(new URL(name, ROOT))
  return JSON.parse((name.endsWith('.gz') ? gunzipSync(raw) : raw).toString()) as T
}

type Row = readonly [name: string, key: string, value: string]
interface GenesisVector {
  readonly genesis_config_patch: unknown
  readonly storage_rows_name_key_value: readonly Row[]
}
export type GenesisFile = Record<
  'localnet_single_authority' | 'localnet_three_authorities',
  GenesisVector
>

/** Rows of a genesis, as the state holds them. */
export const genesisRows = (
  name: keyof GenesisFile,
): (readonly [key: string, value: Uint8Array])[] =>
  readVector<GenesisFile>('genesis.json')[name].storage_rows_name_key_value.map(
    ([, key, value]) => [f.hexToKey(key), f.fromHex(value)],
  )

interface Replay {
  readonly genesis: keyof GenesisFile
  readonly blocks: readonly {
    readonly number: number
    readonly diff: readonly (readonly [key: string, value: string | null])[]
  }[]
}

/** The state after all blocks of a replayed chain, and the last block's number. */
export function replayedState(file: string | URL): { rows: [string, Uint8Array][]; last: number } {
  const url = new URL(file, REPLAY)
  const { genesis, blocks } = JSON.parse(gunzipSync(readFileSync(url)).toString()) as Replay
  const rows = new Map(genesisRows(genesis))
  for (const [key, value] of blocks.flatMap((block) => block.diff))
    if (value === null) rows.delete(f.hexToKey(key))
    else rows.set(f.hexToKey(key), f.fromHex(value))
  return { rows: [...rows], last: blocks.at(-1)!.number }
}
