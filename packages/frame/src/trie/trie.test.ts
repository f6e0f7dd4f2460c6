import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blake2b } from '@noble/hashes/blake2.js'
import fc from 'fast-check'
import { bytesToKey, concatBytes, keyToBytes, toHex } from '../crypto/bytes.ts'
import type { Change } from '../storage/state.ts'
import { TrieError } from './errors.ts'
import { closestMerkleValue, createProof, readProof } from './proof.ts'
import { EMPTY_ROOT, Trie } from './trie.ts'

const hash = (bytes: Uint8Array) => blake2b(bytes, { dkLen: 32 })

/** The trie a second time, from its definition: whole, recursive, on arrays of nibbles. */
function naiveEncode(rows: [number[], Uint8Array][]): Uint8Array {
  const [first] = rows
  if (first === undefined) return Uint8Array.of(0)
  const sharedBy = (length: number) =>
    rows.every(([key]) => key.length >= length && key[length - 1] === first[0][length - 1])
  let shared = 0
  while (rows.length > 1 && shared < first[0].length && sharedBy(shared + 1)) shared++
  if (rows.length === 1) shared = first[0].length
  const here = rows.find(([key]) => key.length === shared)?.[1]
  const children = Array.from({ length: 16 }, (_, nibble) =>
    rows
      .filter(([key]) => key.length > shared && key[shared] === nibble)
      .map(([key, value]): [number[], Uint8Array] => [key.slice(shared + 1), value]),
  )
  const isLeaf = rows.length === 1
  const isLong = here !== undefined && here.length > 32
  const [bits, mask] = isLeaf
    ? isLong
      ? [0x20, 31]
      : [0x40, 63]
    : here === undefined
      ? [0x80, 63]
      : isLong
        ? [0x10, 15]
        : [0xc0, 63]
  const out: number[] = [bits | Math.min(shared, mask)]
  if (shared >= mask) {
    let rest = shared - mask
    while (rest >= 255) {
      out.push(255)
      rest -= 255
    }
    out.push(rest)
  }
  const path = first[0].slice(0, shared)
  if (path.length % 2) path.unshift(0)
  for (let i = 0; i < path.length; i += 2) out.push(path[i]! * 16 + path[i + 1]!)
  if (!isLeaf) {
    const bitmap = children.reduce((sum, child, i) => sum + (child.length ? 2 ** i : 0), 0)
    out.push(bitmap % 256, Math.floor(bitmap / 256))
  }
  if (here !== undefined) out.push(...(isLong ? hash(here) : [here.length << 2, ...here]))
  for (const child of children) {
    if (child.length === 0) continue
    const encoded = naiveEncode(child)
    const merkle = encoded.length < 32 ? encoded : hash(encoded)
    out.push(merkle.length << 2, ...merkle)
  }
  return Uint8Array.from(out)
}

function naiveRoot(state: Map<string, Uint8Array>): string {
  const rows = [...state].map(([key, value]): [number[], Uint8Array] => [
    [...keyToBytes(key)].flatMap((byte) => [byte >> 4, byte & 15]),
    value,
  ])
  return toHex(hash(naiveEncode(rows)))
}

function apply(state: Map<string, Uint8Array>, changes: readonly Change[]): void {
  for (const [key, value] of changes) {
    if (value === undefined) state.delete(key)
    else state.set(key, value)
  }
}

function handOver(store: Map<string, Uint8Array>, trie: Trie): void {
  apply(store, trie.pendingNodes())
  trie.nodesStored()
}

/** Few letters and shared beginnings, so that keys nest, split and merge; some are very long. */
const key = fc
  .tuple(
    fc.constantFrom('', '\x12', '\x12\x34', 'p'.repeat(40), 'p'.repeat(200)),
    fc.array(fc.constantFrom(0x00, 0x01, 0x10, 0x11, 0xff), { maxLength: 4 }),
  )
  .map(([head, tail]) => head + bytesToKey(Uint8Array.from(tail)))
const value = fc.oneof(
  { weight: 4, arbitrary: fc.uint8Array({ maxLength: 3 }) },
  fc.uint8Array({ minLength: 30, maxLength: 36 }),
)
const change = fc.tuple(key, fc.option(value, { nil: undefined, freq: 3 }))
const blocks = fc.array(fc.uniqueArray(change, { selector: ([k]) => k, maxLength: 25 }), {
  minLength: 1,
  maxLength: 8,
})

test('updating step by step gives the root that the definition gives, and a store of just its nodes', () => {
  fc.assert(
    fc.property(blocks, fc.boolean(), (steps, reopen) => {
      const state = new Map<string, Uint8Array>()
      const store = new Map<string, Uint8Array>()
      let trie = Trie.empty(store)
      for (const changes of steps) {
        apply(state, changes)
        assert.equal(toHex(trie.update(changes)), naiveRoot(state))
        handOver(store, trie)
        if (reopen) trie = Trie.open(store, trie.root)
      }
      const fresh = Trie.empty()
      fresh.update([...state])
      const expected = new Map(fresh.pendingNodes().filter(([, node]) => node !== undefined))
      assert.deepEqual(new Map([...store].sort()), new Map([...expected].sort()))
    }),
    { numRuns: 400 },
  )
})

test('a fork sees what was before and leaves it alone', () => {
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      const state = new Map<string, Uint8Array>()
      const trie = Trie.empty(new Map())
      for (const changes of before) {
        trie.update(changes)
        apply(state, changes)
      }
      const root = naiveRoot(state)
      const fork = trie.fork()
      for (const changes of after) {
        fork.update(changes)
        apply(state, changes)
      }
      assert.equal(toHex(trie.root), root)
      assert.equal(toHex(fork.root), naiveRoot(state))
    }),
    { numRuns: 100 },
  )
})

test('a proof shows values and absences, and nothing without all of its nodes', () => {
  fc.assert(
    fc.property(blocks, fc.array(key, { minLength: 1, maxLength: 4 }), (steps, asked) => {
      const state = new Map<string, Uint8Array>()
      for (const changes of steps) apply(state, changes)
      const store = new Map<string, Uint8Array>()
      const trie = Trie.empty(store)
      trie.update([...state])
      handOver(store, trie)
      const proof = createProof(Trie.open(store, trie.root), asked, (k) => state.get(k))
      for (const k of asked) assert.deepEqual(readProof(trie.root, proof, k), state.get(k))
      const without = proof.filter((_, i) => i !== 0)
      const read = () => asked.map((k) => readProof(trie.root, without, k))
      assert.throws(read, { name: 'TrieError', code: 'INCOMPLETE_PROOF' })
    }),
    { numRuns: 200 },
  )
})

test('an empty trie has the known root, before and after', () => {
  const known = '0x03170a2e7597b7b7e3d84c05391d139a62b157e78786d8c082f29dcf4c111314'
  assert.equal(toHex(EMPTY_ROOT), known)
  const trie = Trie.empty()
  assert.equal(toHex(trie.root), known)
  trie.update([['a', Uint8Array.of(1)]])
  assert.equal(toHex(trie.update([['a', undefined]])), known)
  assert.deepEqual(
    createProof(trie, ['a'], () => undefined),
    [Uint8Array.of(0)],
  )
})

test('a damaged or incomplete store is noticed', () => {
  const store = new Map<string, Uint8Array>()
  const trie = Trie.empty(store)
  const long = (byte: number) => new Uint8Array(32).fill(byte)
  trie.update([
    ['aa', long(1)],
    ['ab', long(2)],
  ])
  handOver(store, trie)
  const names = [...store.keys()]
  for (const name of names) {
    const good = store.get(name)!
    const update = () =>
      Trie.open(store, trie.root).update([
        ['aa', undefined],
        ['ab', long(3)],
      ])
    store.set(name, concatBytes(good, Uint8Array.of(0)))
    assert.throws(update, { name: 'TrieError', code: 'WRONG_NODE' })
    store.delete(name)
    assert.throws(update, { name: 'TrieError', code: 'MISSING_NODE' })
    store.set(name, good)
    update()
  }
})

test('garbage is no proof', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (garbage) => {
      try {
        readProof(hash(garbage), [garbage], 'key')
      } catch (error) {
        assert.ok(error instanceof TrieError)
      }
    }),
    { numRuns: 2000 },
  )
})

test('nodes beyond the limit are forgotten and read again', () => {
  const store = new Map<string, Uint8Array>()
  const trie = Trie.empty(store)
  const rows = Array.from(
    { length: 500 },
    (_, i): Change => [
      bytesToKey(hash(Uint8Array.of(i & 255, i >> 8))),
      hash(Uint8Array.of(i & 255)),
    ],
  )
  trie.update(rows)
  trie.trim(100) // not yet handed over: nothing may be forgotten
  handOver(store, trie)
  trie.trim(100)
  const more: Change[] = [[rows[7]![0], undefined]]
  const state = new Map(rows as [string, Uint8Array][])
  apply(state, more)
  assert.equal(toHex(trie.update(more)), naiveRoot(state))
})

test('the closest node below a key changes with what is below it, and only then', () => {
  fc.assert(
    fc.property(blocks, key, change, (steps, asked, [changed, to]) => {
      const state = new Map<string, Uint8Array>()
      for (const changes of steps) apply(state, changes)
      const trie = Trie.empty(new Map())
      trie.update([...state])
      const below = () => [...state].filter(([k]) => k.startsWith(asked)).sort()
      const [valueBefore, rowsBefore] = [closestMerkleValue(trie, asked), below()]
      assert.equal(valueBefore === undefined, rowsBefore.length === 0)
      if (asked === '') assert.deepEqual(valueBefore ?? EMPTY_ROOT, trie.root)
      if (!changed.startsWith(asked)) return
      apply(state, [[changed, to]])
      trie.update([[changed, to]])
      const isSame =
        toHex(closestMerkleValue(trie, asked) ?? EMPTY_ROOT) === toHex(valueBefore ?? EMPTY_ROOT)
      assert.equal(isSame, JSON.stringify(below()) === JSON.stringify(rowsBefore))
    }),
    { numRuns: 300 },
  )
})
