/**
 * One walk through the trie that applies sorted changes bottom-up: every node on the way is read,
 * encoded and hashed at most once, however many changes pass through it.
 */

import { equalBytes } from '../crypto/bytes.ts'
import { blake2_256 } from '../crypto/hash.ts'
import type { Change } from '../storage/state.ts'
import { TrieError } from './errors.ts'
import {
  childName,
  firstDifference,
  joinNibbles,
  nibbleAt,
  nibblesOf,
  pathName,
  ROOT_NAME,
  sharedWithPartial,
} from './nibbles.ts'
import {
  type BranchParts,
  childMerkle,
  HASH_LENGTH,
  makeBranch,
  makeLeaf,
  type NextChild,
  type NodeValue,
  parseNode,
  type TrieNode,
  withPartial,
} from './node.ts'

/** Where encoded nodes are kept, by the name of their path (see `pathName`). */
export interface NodeStore {
  get(name: string): Uint8Array | undefined
}

/** What one update works with. */
export interface Update {
  readonly store: NodeStore
  /** strictly ascending by key */
  readonly changes: readonly Change[]
  /** values with more bytes stand in their node as a hash */
  readonly inlineLimit: number
  /** nodes that the store has to take over: encoding, or undefined for gone */
  readonly written: Map<string, Uint8Array | undefined>
  /** how many nodes were loaded or made */
  touched: number
}

/** A run of changes, `from` to `to` (exclusive), whose keys agree in their first `depth` nibbles. */
interface Run {
  readonly depth: number
  readonly from: number
  readonly to: number
}

/** Applies a run of changes to the node at nibble `depth` of their keys; gives the node that replaces it. */
export function updateNode(
  update: Update,
  node: TrieNode | undefined,
  run: Run,
): TrieNode | undefined {
  if (node === undefined) return build(update, run)
  const shared = Math.min(
    sharedWithPartial(update.changes[run.from]![0], run.depth, node.partial),
    sharedWithPartial(update.changes[run.to - 1]![0], run.depth, node.partial),
  )
  if (shared < node.partial.length) return updateSplit(update, node, run, shared)
  const { partial, value } = node
  const result = updateBelow(update, { partial, value, next: [], old: node }, run)
  return result === undefined ? node : (result ?? undefined)
}

/** The node when its partial key has to give way: a branch is put above it. */
function updateSplit(
  update: Update,
  node: TrieNode,
  run: Run,
  shared: number,
): TrieNode | undefined {
  const nibble = node.partial[shared]!
  const lower = withPartial(node, node.partial.slice(shared + 1))
  const above = pathName(update.changes[run.from]![0], run.depth + shared)
  write(update, childName(above, Uint8Array.of(nibble)), lower)
  const next: NextChild[] = []
  next[nibble] = lower
  const parts = { partial: node.partial.slice(0, shared), value: undefined, next, old: undefined }
  const result = updateBelow(update, parts, run)
  return result === undefined ? finish(update, parts, run) : (result ?? undefined)
}

/**
 * Applies a run of changes that all pass the partial key. Gives the new node, `null` when nothing is
 * left, `undefined` when nothing changed.
 */
function updateBelow(update: Update, parts: BranchParts, run: Run): NextChild {
  const { changes } = update
  const depth = run.depth + parts.partial.length
  const next = parts.next.slice()
  let { value } = parts
  let changed = false
  let from = run.from
  const [firstKey, firstValue] = changes[from]!
  if (2 * firstKey.length === depth) {
    const replacement = nodeValue(update, firstValue)
    changed = !sameValue(value, replacement)
    value = replacement
    from++
  }
  while (from < run.to) {
    const nibble = nibbleAt(changes[from]![0], depth)
    const to = endOfRun(update, nibble, { depth, from, to: run.to })
    const child = childOf(update, { ...parts, next }, nibble, { depth, from, to })
    const result = updateNode(update, child, { depth: depth + 1, from, to })
    if (result !== child) {
      next[nibble] = result ?? null
      changed = true
    }
    from = to
  }
  if (!changed) return undefined
  return finish(update, { partial: parts.partial, value, next, old: parts.old }, run) ?? null
}

/** Where the changes end whose nibble at `depth` is this one. */
function endOfRun({ changes }: Update, nibble: number, { depth, from, to }: Run): number {
  let end = from + 1
  while (end < to && nibbleAt(changes[end]![0], depth) === nibble) end++
  return end
}

/** The node of the parts: a branch, a leaf, the only child grown upwards, or nothing. */
function finish(update: Update, parts: BranchParts, { depth, from }: Run): TrieNode | undefined {
  const name = pathName(update.changes[from]![0], depth)
  const { partial, value, next, old } = parts
  let count = 0
  let only = 0
  for (let nibble = 0; nibble < 16; nibble++) {
    const child = next[nibble]
    const exists = child === undefined ? ((old?.bitmap ?? 0) >> nibble) & 1 : child !== null
    if (!exists) continue
    count++
    only = nibble
  }
  if (count === 0 && value === undefined) {
    update.written.set(name, undefined)
    return undefined
  }
  if (count === 0) return write(update, name, makeLeaf(partial, value!))
  if (count > 1 || value !== undefined) return write(update, name, makeBranch(parts))
  const nameOfOnly = childName(name, partial, Uint8Array.of(only))
  const child = next[only] ?? loadChild(update, old!, only, nameOfOnly)
  update.written.set(nameOfOnly, undefined)
  return write(update, name, withPartial(child, joinNibbles(partial, only, child.partial)))
}

/** A new subtree of the changes that set something; undefined when none does. */
function build(update: Update, run: Run): TrieNode | undefined {
  const { changes } = update
  let { from, to } = run
  while (from < to && changes[from]![1] === undefined) from++
  while (from < to && changes[to - 1]![1] === undefined) to--
  if (from === to) return undefined
  const [key, bytes] = changes[from]!
  const name = pathName(key, run.depth)
  if (to - from === 1) {
    const partial = nibblesOf(key, run.depth, 2 * key.length)
    return write(update, name, makeLeaf(partial, nodeValue(update, bytes)!))
  }
  const depth = firstDifference(key, changes[to - 1]![0], run.depth)
  const partial = nibblesOf(key, run.depth, depth)
  const isHere = 2 * key.length === depth
  const value = isHere ? nodeValue(update, bytes) : undefined
  if (isHere) from++
  const next: NextChild[] = []
  while (from < to) {
    const nibble = nibbleAt(changes[from]![0], depth)
    const end = endOfRun(update, nibble, { depth, from, to })
    next[nibble] = build(update, { depth: depth + 1, from, to: end }) ?? null
    from = end
  }
  return write(update, name, makeBranch({ partial, value, next, old: undefined }))
}

/** The child as it is before this run's changes. */
function childOf(
  update: Update,
  { next, old }: BranchParts,
  nibble: number,
  { depth, from }: Run,
): TrieNode | undefined {
  const child = next[nibble]
  if (child !== undefined) return child ?? undefined
  if (old === undefined || ((old.bitmap >> nibble) & 1) === 0) return undefined
  return loadChild(update, old, nibble, pathName(update.changes[from]![0], depth + 1))
}

/** What loading a child needs. */
export interface Loader {
  readonly store: NodeStore
  touched: number
}

/**
 * Child `nibble` of a node, which must have one; from memory, else from the store under `name`.
 *
 * refuses a store that lacks it or holds another node: TrieError
 */
export function loadChild(loader: Loader, node: TrieNode, nibble: number, name: string): TrieNode {
  const known = node.loaded[nibble]
  if (known !== undefined) return known
  const merkle = childMerkle(node, nibble)!
  const child =
    merkle.length < HASH_LENGTH ? parseNode(merkle) : loadNode(loader.store, name, merkle)
  node.loaded[nibble] = child
  loader.touched++
  return child
}

/** The node that the store has under `name`, which must be the one with this hash. */
export function loadNode(store: NodeStore, name: string, hash: Uint8Array): TrieNode {
  const encoded = store.get(name)
  if (encoded === undefined) throw new TrieError('MISSING_NODE', 'a trie node is not in the store')
  if (!equalBytes(blake2_256(encoded), hash)) {
    throw new TrieError('WRONG_NODE', 'a trie node in the store is not the one its parent names')
  }
  return parseNode(encoded)
}

/** Hands a node to the store; those that stand in their parent need no place of their own. */
function write(update: Update, name: string, node: TrieNode): TrieNode {
  const isInParent = node.encoded.length < HASH_LENGTH && name !== ROOT_NAME
  update.written.set(name, isInParent ? undefined : node.encoded)
  update.touched++
  return node
}

function nodeValue(update: Update, bytes: Uint8Array | undefined): NodeValue | undefined {
  if (bytes === undefined) return undefined
  if (bytes.length > update.inlineLimit) return { bytes: blake2_256(bytes), isHash: true }
  return { bytes: bytes.slice(), isHash: false } // a copy: the giver may use the array again
}

function sameValue(a: NodeValue | undefined, b: NodeValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.isHash === b.isHash && equalBytes(a.bytes, b.bytes)
}
