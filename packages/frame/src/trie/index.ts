/** Substrate's state trie (base 16, BLAKE2b-256, layout V1), roots of lists, read proofs. */

export { TrieError, type TrieErrorCode } from './errors.ts'
export { orderedRoot } from './ordered-root.ts'
export { closestMerkleValue, createProof, readProof } from './proof.ts'
export { EMPTY_ROOT, type NodeChange, type StateVersion, Trie } from './trie.ts'
export type { NodeStore } from './update.ts'
