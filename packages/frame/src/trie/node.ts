/**
 * A node of the trie and its encoding: Substrate's layout V1 without extension nodes.
 *
 * A node *is* its encoding; the other fields say where things are in it, so that loading one costs
 * little and changing one copies what stays. Nodes are never changed: an update makes new ones.
 *
 * source  polkadot-sdk substrate/primitives/trie/src/node_codec.rs, node_header.rs
 */

import { blake2_256 } from '../crypto/hash.ts'
import { TrieError } from './errors.ts'

/** Encodings shorter than this stand in their parent as they are; longer ones as their hash. */
export const HASH_LENGTH = 32

/** Headers: the top bits name the kind, the rest is (the beginning of) the length of the partial key. */
const LEAF = { bits: 0b0100_0000, lengthMask: 0b0011_1111 }
const BRANCH = { bits: 0b1000_0000, lengthMask: 0b0011_1111 }
const BRANCH_WITH_VALUE = { bits: 0b1100_0000, lengthMask: 0b0011_1111 }
const HASHED_LEAF = { bits: 0b0010_0000, lengthMask: 0b0001_1111 }
const HASHED_BRANCH = { bits: 0b0001_0000, lengthMask: 0b0000_1111 }

/** A value as its node holds it. */
export interface NodeValue {
  /** the value itself, or its blake2_256 */
  readonly bytes: Uint8Array
  readonly isHash: boolean
}

export interface TrieNode {
  readonly encoded: Uint8Array
  /** how the parent names it: the encoding when shorter than 32 bytes, else its hash */
  readonly merkle: Uint8Array
  /** nibbles between the parent and this node's own value or children */
  readonly partial: Uint8Array
  readonly value: NodeValue | undefined
  /** bit n is set when there is a child n; 0 for a leaf */
  readonly bitmap: number
  /** where in `encoded` the first child begins */
  readonly childrenAt: number
  /** children that are in memory, by nibble; shared knowledge, hence filled in when one is loaded */
  readonly loaded: (TrieNode | undefined)[]
}

/** What a child becomes in an update: a node, gone (`null`), or as it was (`undefined`). */
export type NextChild = TrieNode | null | undefined

const NO_CHILDREN: (TrieNode | undefined)[] = []

let scratch = new Uint8Array(2048)

/** A leaf. */
export function makeLeaf(partial: Uint8Array, value: NodeValue): TrieNode {
  reserve(partial.length + value.bytes.length)
  let at = writeHeader(value.isHash ? HASHED_LEAF : LEAF, partial)
  at = writeValue(value, at)
  const encoded = scratch.slice(0, at)
  const merkle = merkleOf(encoded)
  return { encoded, merkle, partial, value, bitmap: 0, childrenAt: at, loaded: NO_CHILDREN }
}

/** What a branch is made of: `next` by nibble, and `old`, whose children stay where `next` says nothing. */
export interface BranchParts {
  readonly partial: Uint8Array
  readonly value: NodeValue | undefined
  readonly next: readonly NextChild[]
  readonly old: TrieNode | undefined
}

/** A branch; the caller has made sure that a branch is needed. */
export function makeBranch({ partial, value, next, old }: BranchParts): TrieNode {
  reserve(partial.length + (value?.bytes.length ?? 0))
  let at = writeHeader(branchKind(value), partial)
  const bitmapAt = at
  at += 2
  if (value !== undefined) at = writeValue(value, at)
  const childrenAt = at
  const loaded: (TrieNode | undefined)[] = new Array(16)
  let bitmap = 0
  let oldAt = old?.childrenAt ?? 0
  for (let nibble = 0; nibble < 16; nibble++) {
    const child = next[nibble]
    const inOld =
      old !== undefined && (old.bitmap >> nibble) & 1 ? 1 + (old.encoded[oldAt]! >> 2) : 0
    if (child) at = writeChild(child.merkle, at)
    else if (child === undefined && inOld > 0) at = copy(old!.encoded, oldAt, inOld, at)
    if (child || (child === undefined && inOld > 0)) bitmap |= 1 << nibble
    loaded[nibble] = child === undefined ? old?.loaded[nibble] : (child ?? undefined)
    oldAt += inOld
  }
  scratch[bitmapAt] = bitmap & 255
  scratch[bitmapAt + 1] = bitmap >> 8
  const encoded = scratch.slice(0, at)
  return { encoded, merkle: merkleOf(encoded), partial, value, bitmap, childrenAt, loaded }
}

/** The same node under another partial key: after a split above it, or a merge with its parent. */
export function withPartial(node: TrieNode, partial: Uint8Array): TrieNode {
  if (node.bitmap === 0) return makeLeaf(partial, node.value!)
  return makeBranch({ partial, value: node.value, next: [], old: node })
}

/** Merkle value of child `nibble`, a view into the node's encoding; undefined when there is none. */
export function childMerkle(node: TrieNode, nibble: number): Uint8Array | undefined {
  if (((node.bitmap >> nibble) & 1) === 0) return undefined
  let at = node.childrenAt
  for (let i = 0; i < nibble; i++) if ((node.bitmap >> i) & 1) at += 1 + (node.encoded[at]! >> 2)
  return node.encoded.subarray(at + 1, at + 1 + (node.encoded[at]! >> 2))
}

/** How a parent names an encoded node. */
export function merkleOf(encoded: Uint8Array): Uint8Array {
  return encoded.length < HASH_LENGTH ? encoded : blake2_256(encoded)
}

function branchKind(value: NodeValue | undefined): typeof LEAF {
  if (value === undefined) return BRANCH
  return value.isHash ? HASHED_BRANCH : BRANCH_WITH_VALUE
}

/** Makes room for a node with 16 children, a partial key and a value of `bytes` together. */
function reserve(bytes: number): void {
  const needed = bytes + 1024
  if (scratch.length < needed) scratch = new Uint8Array(2 * needed)
}

function writeHeader({ bits, lengthMask }: typeof LEAF, partial: Uint8Array): number {
  let at = 0
  if (partial.length < lengthMask) scratch[at++] = bits | partial.length
  else {
    scratch[at++] = bits | lengthMask
    let rest = partial.length - lengthMask
    for (; rest >= 255; rest -= 255) scratch[at++] = 255
    scratch[at++] = rest
  }
  let i = 0
  if (partial.length & 1) scratch[at++] = partial[i++]!
  for (; i < partial.length; i += 2) scratch[at++] = (partial[i]! << 4) | partial[i + 1]!
  return at
}

function writeValue({ bytes, isHash }: NodeValue, start: number): number {
  let at = start
  // a value in a node has at most 32 bytes in V1; V0 (extrinsic roots) has any length
  if (!isHash) at = writeCompact(bytes.length, at)
  return copy(bytes, 0, bytes.length, at)
}

function writeCompact(value: number, at: number): number {
  if (value < 64) {
    scratch[at] = value << 2
    return at + 1
  }
  const mode = value < 1 << 14 ? 1 : 2
  const size = mode === 1 ? 2 : 4
  // arithmetic, not shifts: value * 4 may pass 2^31
  let rest = value * 4 + mode
  for (let i = 0; i < size; i++) {
    scratch[at + i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return at + size
}

function writeChild(merkle: Uint8Array, at: number): number {
  scratch[at] = merkle.length << 2
  return copy(merkle, 0, merkle.length, at + 1)
}

function copy(from: Uint8Array, start: number, length: number, at: number): number {
  // a loop is faster than `set(subarray)` for the 33 bytes that this is mostly about
  if (length > 64) scratch.set(from.subarray(start, start + length), at)
  else for (let i = 0; i < length; i++) scratch[at + i] = from[start + i]!
  return at + length
}

/**
 * Reads an encoded node.
 *
 * refuses what is not exactly one node: TrieError BAD_NODE
 */
export function parseNode(encoded: Uint8Array): TrieNode {
  const first = encoded[0] ?? 0
  const kind = kindOf(first)
  const isBranch = kind !== LEAF && kind !== HASHED_LEAF
  let at = 1
  let length = first & kind.lengthMask
  if (length === kind.lengthMask) {
    let more: number
    do {
      more = byteAt(encoded, at++)
      length += more
    } while (more === 255)
  }
  const partial = readPartial(encoded, at, length)
  at += (length + 1) >> 1
  let bitmap = 0
  if (isBranch) {
    bitmap = byteAt(encoded, at) | (byteAt(encoded, at + 1) << 8)
    if (bitmap === 0) throw badNode('a branch without children')
    at += 2
  }
  let value: NodeValue | undefined
  if (kind !== BRANCH) {
    const isHash = kind === HASHED_LEAF || kind === HASHED_BRANCH
    const size = isHash ? { value: HASH_LENGTH, at } : readCompact(encoded, at)
    value = { bytes: slice(encoded, size.at, size.value), isHash }
    at = size.at + size.value
  }
  checkChildren(encoded, at, bitmap)
  const loaded: (TrieNode | undefined)[] = isBranch ? new Array(16) : NO_CHILDREN
  return { encoded, merkle: merkleOf(encoded), partial, value, bitmap, childrenAt: at, loaded }
}

function kindOf(first: number): typeof LEAF {
  const top = first >> 6
  if (top === 1) return LEAF
  if (top === 2) return BRANCH
  if (top === 3) return BRANCH_WITH_VALUE
  if (first >> 5 === 1) return HASHED_LEAF
  if (first >> 4 === 1) return HASHED_BRANCH
  throw badNode(`an unknown header ${first}`)
}

function readPartial(encoded: Uint8Array, start: number, length: number): Uint8Array {
  if (start + ((length + 1) >> 1) > encoded.length) throw badNode('a cut partial key')
  const partial = new Uint8Array(length)
  let at = start
  let i = 0
  if (length & 1) {
    if (encoded[at]! > 15) throw badNode('a partial key with bad padding')
    partial[i++] = encoded[at++]!
  }
  for (; i < length; i += 2, at++) {
    partial[i] = encoded[at]! >> 4
    partial[i + 1] = encoded[at]! & 15
  }
  return partial
}

function readCompact(encoded: Uint8Array, at: number): { value: number; at: number } {
  const mode = byteAt(encoded, at) & 3
  if (mode === 3) throw badNode('a value over 2^30 bytes')
  const size = 1 << mode
  let value = 0
  for (let i = size - 1; i >= 0; i--) value = value * 256 + byteAt(encoded, at + i)
  return { value: Math.floor(value / 4), at: at + size }
}

function checkChildren(encoded: Uint8Array, start: number, bitmap: number): void {
  let at = start
  for (let nibble = 0; nibble < 16; nibble++) {
    if (((bitmap >> nibble) & 1) === 0) continue
    const size = byteAt(encoded, at)
    if (size & 3 || size > HASH_LENGTH << 2) throw badNode('a child of a wrong length')
    at += 1 + (size >> 2)
  }
  if (at !== encoded.length) throw badNode(`${encoded.length} bytes, of which ${at} belong`)
}

function slice(encoded: Uint8Array, at: number, length: number): Uint8Array {
  if (at + length > encoded.length) throw badNode('a cut value')
  return encoded.subarray(at, at + length)
}

function byteAt(encoded: Uint8Array, at: number): number {
  const byte = encoded[at]
  if (byte === undefined) throw badNode('too few bytes')
  return byte
}

function badNode(what: string): TrieError {
  return new TrieError('BAD_NODE', `expected a trie node, got ${what}`)
}
