// Roots of the production runtime: genesis.json and the replay corpus 01-quiet.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { fromHex, hexToKey, toHex } from '../crypto/bytes.ts'
import type { Change } from '../storage/state.ts'
import { orderedRoot } from './ordered-root.ts'
import { createProof, readProof } from './proof.ts'
import { Trie } from './trie.ts'

interface Corpus {
  readonly genesis_block: { state_root: string; extrinsics_root: string }
  readonly blocks: {
    number: number
    extrinsics: string[]
    extrinsics_root: string
    state_root: string
    diff: [string, string | null][]
  }[]
}
type Genesis = Record<string, { storage_rows_name_key_value: [string, string, string][] }>

const read = (path: string) => readFileSync(new URL(`../../../../vectors/${path}`, import.meta.url))
const genesis = JSON.parse(read('runtime-425/genesis.json').toString()) as Genesis
const corpus = JSON.parse(gunzipSync(read('replay/01-quiet.json.gz')).toString()) as Corpus

const rows = genesis.localnet_single_authority!.storage_rows_name_key_value.map(
  ([, key, value]): [string, Uint8Array] => [hexToKey(key), fromHex(value)],
)

test('state roots of genesis and of every block follow from the rows that changed', () => {
  const store = new Map<string, Uint8Array>()
  let trie = Trie.empty(store)
  assert.equal(toHex(trie.update(rows)), corpus.genesis_block.state_root)
  for (const { number, diff, state_root } of corpus.blocks) {
    const changes = diff.map(
      ([key, value]): Change => [hexToKey(key), value === null ? undefined : fromHex(value)],
    )
    const half = changes.length >> 1
    trie.update(changes.slice(0, half)) // an intermediate root, as the Ethereum pallet asks for
    assert.equal(toHex(trie.update(changes.slice(half))), state_root, `block ${number}`)
    for (const [name, node] of trie.pendingNodes()) {
      if (node === undefined) store.delete(name)
      else store.set(name, node)
    }
    trie.nodesStored()
    if (number % 100 === 0) trie = Trie.open(store, trie.root)
  }
})

test('extrinsics roots are state version 0', () => {
  assert.equal(toHex(orderedRoot([], 0)), corpus.genesis_block.extrinsics_root)
  for (const { extrinsics, extrinsics_root } of corpus.blocks) {
    assert.equal(toHex(orderedRoot(extrinsics.map(fromHex), 0)), extrinsics_root)
  }
})

test('every row of genesis can be proven', () => {
  const trie = Trie.empty()
  const root = trie.update(rows)
  const state = new Map(rows)
  for (const [key, value] of rows) {
    const proof = createProof(trie, [key], (k) => state.get(k))
    assert.deepEqual(readProof(root, proof, key), value)
    assert.equal(readProof(root, proof, `${key}x`), undefined)
  }
})
