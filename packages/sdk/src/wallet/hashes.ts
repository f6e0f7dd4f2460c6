/** The SDK's only door to hash functions. */
import { blake2b } from '@noble/hashes/blake2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { sha3_256 } from '@noble/hashes/sha3.js'
import { bytesToHex } from './hex.ts'

/** BLAKE2b of `bytes` with a digest of `length` bytes (32 unless told otherwise). */
export function blake2(bytes: Uint8Array, length = 32): Uint8Array {
  return blake2b(bytes, { dkLen: length })
}

/** SHA3-256 of a text's UTF-8 bytes as 64 hex digits: the hash of synapse bodies. */
export function sha3Hex(text: string): string {
  return bytesToHex(sha3_256(new TextEncoder().encode(text)))
}

/** SHA-256 of `bytes` as 64 hex digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}
