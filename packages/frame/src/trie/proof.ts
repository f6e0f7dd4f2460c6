/** Read proofs: the nodes that show a root holds given values, or holds none. */

import { bytesToKey, compareBytes, equalBytes } from '../crypto/bytes.ts'
import { blake2_256 } from '../crypto/hash.ts'
import { TrieError } from './errors.ts'
import { nibbleAt, pathName, sharedWithPartial } from './nibbles.ts'
import { childMerkle, HASH_LENGTH, parseNode, type TrieNode } from './node.ts'
import type { Trie } from './trie.ts'
import { loadChild } from './update.ts'

/**
 * Nodes and long values on the way to keys, present or not, each once, in byte order: what
 * `state_getReadProof` gives.
 *
 * shape   `read` gives the value of a key in the state that this trie is about
 */
export function createProof(
  trie: Trie,
  keys: readonly string[],
  read: (key: string) => Uint8Array | undefined,
): Uint8Array[] {
  const { node: root, store } = trie.source
  if (root === undefined) return [Uint8Array.of(0)]
  const found = new Map<string, Uint8Array>()
  const add = (bytes: Uint8Array) => found.set(bytesToKey(bytes), bytes)
  const loader = { store, touched: 0 }
  add(root.encoded)
  for (const key of keys) {
    let node: TrieNode | undefined = root
    let depth = 0
    while (node !== undefined) {
      const next: Step = stepTo(node, key, depth)
      if (next.end) {
        if (next.at?.value?.isHash) add(checkedValue(key, next.at, read))
        break
      }
      depth = next.depth
      node = loadChild(loader, node, next.nibble, pathName(key, depth))
      if (node.encoded.length >= HASH_LENGTH) add(node.encoded)
    }
  }
  return [...found.values()].sort(compareBytes)
}

/**
 * Merkle value of the node at `key` or, if there is none, of the first one below it: 32 bytes, or the
 * node itself when its encoding is shorter. Undefined when no key begins with `key`.
 *
 * source  polkadot-sdk substrate/primitives/trie/src/lib.rs read_trie_first_descendant_value
 */
export function closestMerkleValue(trie: Trie, key: string): Uint8Array | undefined {
  const { node: root, store } = trie.source
  if (root === undefined) return undefined
  const loader = { store, touched: 0 }
  let node: TrieNode = root
  let depth = 0
  for (;;) {
    const shared = sharedWithPartial(key, depth, node.partial)
    if (depth + shared === 2 * key.length) return node === root ? trie.root : node.merkle
    const next = stepTo(node, key, depth)
    if (next.end) return undefined
    depth = next.depth
    node = loadChild(loader, node, next.nibble, pathName(key, depth))
  }
}

type Step =
  | { readonly end: true; readonly at: TrieNode | undefined }
  | { readonly end: false; readonly nibble: number; readonly depth: number }

/** Where the way to a key goes from a node that hangs at nibble `depth`; it ends there or nowhere. */
function stepTo(node: TrieNode, key: string, depth: number): Step {
  const shared = sharedWithPartial(key, depth, node.partial)
  if (shared < node.partial.length) return { end: true, at: undefined }
  const here = depth + shared
  if (here === 2 * key.length) return { end: true, at: node }
  const nibble = nibbleAt(key, here)
  if (((node.bitmap >> nibble) & 1) === 0) return { end: true, at: undefined }
  return { end: false, nibble, depth: here + 1 }
}

function checkedValue(
  key: string,
  node: TrieNode,
  read: (key: string) => Uint8Array | undefined,
): Uint8Array {
  const value = read(key)
  if (value === undefined || !equalBytes(blake2_256(value), node.value!.bytes)) {
    throw new TrieError('WRONG_NODE', 'a stored value is not the one the trie names')
  }
  return value
}

/**
 * The value that a proof shows for a key under a root; undefined when it shows that there is none.
 *
 * refuses a proof without a node that is needed: TrieError INCOMPLETE_PROOF; garbage: BAD_NODE
 */
export function readProof(
  root: Uint8Array,
  proof: readonly Uint8Array[],
  key: string,
): Uint8Array | undefined {
  const byHash = new Map(proof.map((bytes) => [bytesToKey(blake2_256(bytes)), bytes]))
  const take = (hash: Uint8Array): Uint8Array => {
    const bytes = byHash.get(bytesToKey(hash))
    if (bytes === undefined) throw new TrieError('INCOMPLETE_PROOF', 'a proof lacks a node')
    return bytes
  }
  const first = take(root)
  if (first.length === 1 && first[0] === 0) return undefined
  let node = parseNode(first)
  let depth = 0
  for (;;) {
    const next = stepTo(node, key, depth)
    if (next.end) {
      const value = next.at?.value
      return value?.isHash ? take(value.bytes) : value?.bytes
    }
    depth = next.depth
    const merkle = childMerkle(node, next.nibble)!
    node = parseNode(merkle.length < HASH_LENGTH ? merkle : take(merkle))
  }
}
