// The hashes of the protocol under their FRAME names.
//
// BLAKE2b and Keccak come from hash-wasm: its modules are compiled once, when this file loads, and are
// synchronous from then on. @noble/hashes took 9 to 18 times as long (100 bytes: 3.5 us against 0.38).

import { blake2b } from '@noble/hashes/blake2.js'
import { blake3 as nobleBlake3 } from '@noble/hashes/blake3.js'
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { createBLAKE2b, createKeccak, type IHasher } from 'hash-wasm'
import { xxhash64Into } from './xxhash64.ts'

const [blake128, blake256, keccak] = await Promise.all([
  createBLAKE2b(128),
  createBLAKE2b(256),
  createKeccak(256),
])

function digest(hasher: IHasher, input: Uint8Array): Uint8Array {
  return hasher.init().update(input).digest('binary')
}

/** BLAKE2b with 16 bytes of output. */
export function blake2_128(input: Uint8Array): Uint8Array {
  return digest(blake128, input)
}

/** BLAKE2b with 32 bytes of output: block hashes, state roots, call hashes. */
export function blake2_256(input: Uint8Array): Uint8Array {
  return digest(blake256, input)
}

/** BLAKE2b with 64 bytes of output: address checksums. Rare, hence not worth a module of its own. */
export function blake2_512(input: Uint8Array): Uint8Array {
  return blake2b(input, { dkLen: 64 })
}

/** BLAKE2b with 8 bytes of output. */
export function blake2_64(input: Uint8Array): Uint8Array {
  return blake2b(input, { dkLen: 8 })
}

/** BLAKE3 with 32 bytes of output: metadata hashes, nothing else. */
export function blake3(input: Uint8Array): Uint8Array {
  return nobleBlake3(input)
}

/** Keccak-256 as Ethereum uses it (not SHA3-256). */
export function keccak256(input: Uint8Array): Uint8Array {
  return digest(keccak, input)
}

/** SHA2-256. */
export function sha256(input: Uint8Array): Uint8Array {
  return nobleSha256(input)
}

function twox(input: Uint8Array, words: number): Uint8Array {
  const out = new Uint8Array(8 * words)
  for (let seed = 0; seed < words; seed++) xxhash64Into(input, seed, out, 8 * seed)
  return out
}

/** XXH64 with seed 0: 8 bytes. Not cryptographic. */
export function twox64(input: Uint8Array): Uint8Array {
  return twox(input, 1)
}

/** XXH64 with seeds 0 and 1: 16 bytes; names of pallets and storage items. Not cryptographic. */
export function twox128(input: Uint8Array): Uint8Array {
  return twox(input, 2)
}

/** XXH64 with seeds 0 to 3: 32 bytes. Not cryptographic. */
export function twox256(input: Uint8Array): Uint8Array {
  return twox(input, 4)
}
