/** Replay corpora: chains executed by the production runtime, read block by block. */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

export interface CorpusHead {
  readonly name: string
  /** Row set of the genesis file to start from. */
  readonly genesis: string
  readonly spec_version: number
  readonly genesis_block: { readonly hash: string; readonly state_root: string }
  readonly block_count: number
}

export interface CorpusBlock {
  readonly number: number
  readonly parent_hash: string
  readonly hash: string
  readonly pre_digest: readonly string[]
  readonly extrinsics: readonly string[]
  readonly labels: readonly string[]
  readonly results: readonly string[]
  readonly state_root: string
  readonly extrinsics_root: string
  readonly header: string
  readonly events: string
  readonly diff: readonly (readonly [key: string, value: string | null])[]
}

/** A file that is no replay corpus. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError'
}

function parse<T>(file: string, line: string): T {
  try {
    return JSON.parse(line) as T
  } catch (cause) {
    throw new CorpusError(`${file}: not a replay corpus`, { cause })
  }
}

/** Reads a corpus: its head, then each block as it is asked for. */
export async function openCorpus(
  file: string,
): Promise<{ head: CorpusHead; blocks: AsyncGenerator<CorpusBlock> }> {
  const source = createReadStream(file)
  const input = file.endsWith('.gz') ? source.pipe(createGunzip()) : source
  const lines = createInterface({ input })[Symbol.asyncIterator]()
  const first = await lines.next()
  if (first.done) throw new CorpusError(`${file}: empty`)
  const open = first.value.trim().replace(/,?\s*("blocks"\s*:\s*\[)?\s*$/, '}')
  const head = parse<CorpusHead>(file, open)
  async function* blocks() {
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      const text = line.value.trim().replace(/,$/, '')
      if (text.startsWith('{')) yield parse<CorpusBlock>(file, text)
    }
  }
  return { head, blocks: blocks() }
}

/** Row sets by name, as `genesis.json` has them. */
export interface GenesisSets {
  readonly [set: string]:
    | { readonly storage_rows_name_key_value?: readonly (readonly [string, string, string])[] }
    | undefined
}

/** The rows of a genesis set: `[key, value]` as hex. */
export function genesisOf(sets: GenesisSets, set: string): [string, string][] {
  const rows = sets[set]?.storage_rows_name_key_value
  if (!rows) throw new CorpusError(`the genesis file has no rows for ${set}`)
  return rows.map(([, key, value]) => [key, value])
}

/** The rows of a genesis set of a file. */
export const genesisRows = async (file: string, set: string): Promise<[string, string][]> =>
  genesisOf(parse<GenesisSets>(file, await readFile(file, 'utf8')), set)
