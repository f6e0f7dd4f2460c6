/** The rules about the state hold in states that the production runtime made. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import * as f from '@taonet/frame'
import { spec425 } from '../src/runtime.ts'
import { type GenesisFile, genesisRows } from './chain/vectors.ts'

interface Corpus {
  readonly genesis: keyof GenesisFile
  readonly blocks: readonly {
    readonly number: number
    readonly diff: readonly (readonly [key: string, value: string | null])[]
  }[]
}

/** Every so many blocks a state is looked at, and the last one. */
const STRIDE = 20
const FOLDER = new URL('../../../vectors/replay/', import.meta.url)

const runtime = spec425()

for (const name of readdirSync(FOLDER))
  test(`states of ${name}`, () => {
    const { genesis, blocks } = JSON.parse(
      gunzipSync(readFileSync(new URL(name, FOLDER))).toString(),
    ) as Corpus
    const backend = new f.MemoryBackend(genesisRows(genesis))
    for (const [at, { number, diff }] of blocks.entries()) {
      backend.apply(
        diff.map(([key, value]) => [
          f.hexToKey(key),
          value === null ? undefined : f.fromHex(value),
        ]),
      )
      if (at % STRIDE !== 0 && at !== blocks.length - 1) continue
      const ctx = new f.Context({ state: new f.State(backend), runtime })
      ctx.block = number
      assert.doesNotThrow(() => f.tryState(ctx), `block ${number}`)
    }
  })
