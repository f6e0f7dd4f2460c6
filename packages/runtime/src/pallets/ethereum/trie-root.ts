/** Roots of Ethereum's Merkle–Patricia trie over lists. */
import * as f from '@taonet/frame'
import { RLP_NOTHING, rlpBytes, rlpList, rlpNumber } from './rlp.ts'

/** A key as hex digits, and its value. */
interface Entry {
  readonly nibbles: Uint8Array
  readonly value: Uint8Array
}

const HASH_BYTES = 32

function nibblesOf(key: Uint8Array): Uint8Array {
  const nibbles = new Uint8Array(key.length * 2)
  key.forEach((byte, i) => {
    nibbles[2 * i] = byte >> 4
    nibbles[2 * i + 1] = byte & 15
  })
  return nibbles
}

/** Hex digits as bytes; the first digit says whether they end at a leaf and whether they are odd. */
function hexPrefix(nibbles: Uint8Array, isLeaf: boolean): Uint8Array {
  const isOdd = nibbles.length % 2 === 1
  const flag = (isLeaf ? 2 : 0) + (isOdd ? 1 : 0)
  const digits = isOdd ? [flag, ...nibbles] : [flag, 0, ...nibbles]
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) => {
    return (digits[2 * i]! << 4) | digits[2 * i + 1]!
  })
}

/** How many digits from `depth` on all entries share. The entries are in key order. */
function sharedLength(entries: readonly Entry[], depth: number): number {
  const [first, last] = [entries[0]!.nibbles, entries[entries.length - 1]!.nibbles]
  let length = 0
  while (depth + length < first.length && first[depth + length] === last[depth + length]) length++
  return length
}

/** A node as its parent refers to it: itself when it is short. */
const reference = (node: Uint8Array): Uint8Array =>
  node.length < HASH_BYTES ? node : rlpBytes(f.keccak256(node))

function branch(entries: readonly Entry[], depth: number): Uint8Array {
  const ending = entries.find(({ nibbles }) => nibbles.length === depth)
  const children = Array.from({ length: 16 }, (_, digit) => {
    const below = entries.filter(({ nibbles }) => nibbles[depth] === digit)
    return below.length === 0 ? RLP_NOTHING : reference(node(below, depth + 1))
  })
  return rlpList([...children, ending ? rlpBytes(ending.value) : RLP_NOTHING])
}

function node(entries: readonly Entry[], depth: number): Uint8Array {
  const [only] = entries
  if (entries.length === 1)
    return rlpList([
      rlpBytes(hexPrefix(only!.nibbles.subarray(depth), true)),
      rlpBytes(only!.value),
    ])
  const shared = sharedLength(entries, depth)
  if (shared === 0) return branch(entries, depth)
  const path = only!.nibbles.subarray(depth, depth + shared)
  return rlpList([rlpBytes(hexPrefix(path, false)), reference(branch(entries, depth + shared))])
}

/** Root of a trie over keys and values. */
export function trieRoot(rows: readonly (readonly [key: Uint8Array, value: Uint8Array])[]): f.H256 {
  if (rows.length === 0) return f.toHex(f.keccak256(RLP_NOTHING))
  const entries = [...rows]
    .sort((a, b) => f.compareBytes(a[0], b[0]))
    .map(([key, value]) => ({ nibbles: nibblesOf(key), value }))
  return f.toHex(f.keccak256(node(entries, 0)))
}

/** Root of a list: its keys are the RLP of the positions. */
export const orderedTrieRoot = (values: readonly Uint8Array[]): f.H256 =>
  trieRoot(values.map((value, index) => [rlpNumber(index), value]))
