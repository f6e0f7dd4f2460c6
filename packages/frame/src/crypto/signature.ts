// Checking signatures the way the runtime's host functions do. Every function answers, none throws:
// garbage is a signature that does not hold.

import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sr25519Verify, waitReady } from '@polkadot/wasm-crypto'
import { equalBytes } from './bytes.ts'
import { blake2_256, keccak256 } from './hash.ts'

/** The kinds of key that a MultiSignature knows. */
export type KeyType = 'ed25519' | 'sr25519' | 'ecdsa'

await waitReady()

/**
 * True when an sr25519 signature holds, in the signing context `substrate`.
 *
 * shape   signature 64 bytes, publicKey 32
 * cost    0.25 ms; the result is worth caching
 */
export function verifySr25519(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false
  try {
    return sr25519Verify(signature, message, publicKey)
  } catch {
    // bytes that are no point or scalar: no key could have signed them
    return false
  }
}

/**
 * True when an ed25519 signature holds under the rules of ZIP 215, which Substrate uses.
 *
 * shape   signature 64 bytes, publicKey 32
 */
export function verifyEd25519(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: true })
  } catch {
    return false // as above
  }
}

/**
 * The secp256k1 key that made a signature over a 32-byte hash; undefined when there is none.
 *
 * shape   signature r ‖ s ‖ v, 65 bytes; v is 0 … 3 or 27 … 30; high s is accepted
 *         result: 33 bytes compressed, or 65 with a leading 4
 * source  polkadot-sdk substrate/primitives/io crypto::secp256k1_ecdsa_recover
 */
export function recoverEcdsa(
  signature: Uint8Array,
  hash: Uint8Array,
  compressed = true,
): Uint8Array | undefined {
  if (signature.length !== 65 || hash.length !== 32) return undefined
  const v = signature[64]!
  const recovery = v > 26 ? v - 27 : v
  if (recovery > 3) return undefined
  try {
    return secp256k1.Signature.fromBytes(signature.subarray(0, 64), 'compact')
      .addRecoveryBit(recovery)
      .recoverPublicKey(hash)
      .toBytes(compressed)
  } catch {
    return undefined // r or s out of range, or r is no x of the curve
  }
}

/**
 * True when an ecdsa signature over blake2_256 of the message was made by the key of this account.
 *
 * shape   signature 65 bytes; account = blake2_256 of the compressed public key
 */
export function verifyEcdsa(
  signature: Uint8Array,
  message: Uint8Array,
  account: Uint8Array,
): boolean {
  const publicKey = recoverEcdsa(signature, blake2_256(message))
  return publicKey !== undefined && equalBytes(blake2_256(publicKey), account)
}

/**
 * True when a MultiSignature holds for an account id (32 bytes).
 *
 * source  polkadot-sdk substrate/primitives/runtime/src/lib.rs MultiSignature::verify
 */
export function verifySignature(
  type: KeyType,
  signature: Uint8Array,
  message: Uint8Array,
  account: Uint8Array,
): boolean {
  if (type === 'sr25519') return verifySr25519(signature, message, account)
  if (type === 'ed25519') return verifyEd25519(signature, message, account)
  return verifyEcdsa(signature, message, account)
}

/** Ethereum address (20 bytes) of an uncompressed secp256k1 key (65 bytes with the leading 4). */
export function ethereumAddress(uncompressed: Uint8Array): Uint8Array {
  return keccak256(uncompressed.subarray(1)).slice(12)
}

/** Ethereum address (20 bytes) that signed a 32-byte hash; shapes as in `recoverEcdsa`. */
export function recoverEthereumAddress(
  signature: Uint8Array,
  hash: Uint8Array,
): Uint8Array | undefined {
  const publicKey = recoverEcdsa(signature, hash, false)
  return publicKey && ethereumAddress(publicKey)
}
