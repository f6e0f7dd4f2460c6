/** Blocks on top of states that were written at random: full, odd and hostile economies. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import * as f from '@taonet/frame'
import { spec425 } from '../src/runtime.ts'

type Row = readonly [key: string, value: string | null]

interface BlockVector {
  readonly number: number
  readonly parent_hash: string
  readonly pre_digest: readonly string[]
  readonly extrinsics: readonly string[]
  /** It holds the state root. */
  readonly header: string
  /** Rows that the block changes, where the state is a reduced one. */
  readonly diff?: readonly Row[]
}

interface StateVector {
  readonly name: string
  readonly rows: readonly Row[]
  readonly blocks: readonly BlockVector[]
}

const FILE = new URL('../../../vectors/runtime-425/states.json.gz', import.meta.url)
const { states } = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as {
  states: readonly StateVector[]
}
const runtime = spec425()

const change = ([key, value]: Row): f.Change => [
  f.hexToKey(key),
  value === null ? undefined : f.fromHex(value),
]

/** What differs from the rows that a block should change. */
function wrongRows(changes: readonly f.Change[], diff: readonly Row[]): string[] {
  const got = new Map(
    changes.map(([key, value]) => [f.keyToHex(key) as string, value && f.toHex(value)]),
  )
  return diff.filter(([key, value]) => (got.get(key) ?? null) !== value).map(([key]) => key)
}

for (const { name, rows, blocks } of states)
  test(name, () => {
    const backend = new f.MemoryBackend(rows.map(change))
    const state = new f.State(backend)
    let trie = f.Trie.empty()
    trie.update(rows.map(change))
    trie.nodesStored()
    for (const { number, parent_hash, pre_digest, extrinsics, header, diff } of blocks) {
      const next = trie.fork()
      const storageRoot = (ctx: f.Context) => next.update(ctx.state.changesSinceRoot())
      const ctx = new f.Context({ state, runtime, storageRoot })
      const preDigest = pre_digest.map((item) => f.DigestItem.decode(f.fromHex(item)))
      f.initializeBlock(ctx, { number, parent_hash, preDigest })
      for (const extrinsic of extrinsics) f.applyExtrinsic(ctx, f.fromHex(extrinsic))
      const made = f.finalizeBlock(ctx)
      const changes = state.changes()
      if (diff) assert.deepEqual(wrongRows(changes, diff), [], `rows of block ${number}`)
      assert.equal(f.toHex(f.Header.encode(made)), header, `header of block ${number}`)
      backend.apply(changes)
      state.committed()
      trie = next
      trie.nodesStored()
    }
  })
