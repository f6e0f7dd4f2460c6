/** Sealing of transactions to a block's author: ML-KEM-768 for the key, XChaCha20-Poly1305 for the text. */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js'
import { concatBytes, fromHex, twox128, u16 } from '@taonet/frame'
import type { ShieldedTransaction } from '@taonet/runtime'

export interface ShieldKeyPair {
  /** What users seal to: 1184 bytes. */
  readonly publicKey: Uint8Array
  readonly secretKey: Uint8Array
}

/** A new pair; from 64 bytes always the same one. */
export const shieldKeyPair = (seed?: Uint8Array): ShieldKeyPair => ml_kem768.keygen(seed)

/** What sealing draws at random; given only by tests. */
export interface SealingRandomness {
  /** 32 bytes. */
  readonly message: Uint8Array
  /** 24 bytes. */
  readonly nonce: Uint8Array
}

/**
 * A ciphertext as clients submit it.
 *
 * shape   twox-128 of the key (16) ++ length of kem_ct (u16) ++ kem_ct (1088) ++ nonce (24) ++ aead_ct
 */
export function seal(
  publicKey: Uint8Array,
  plain: Uint8Array,
  { message, nonce }: SealingRandomness,
): Uint8Array {
  const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey, message)
  const text = xchacha20poly1305(sharedSecret, nonce).encrypt(plain)
  return concatBytes(twox128(publicKey), u16.encode(cipherText.length), cipherText, nonce, text)
}

/**
 * Opens what was sealed to a key; undefined where it was not, or was changed since.
 *
 * source  opentensor/subtensor pallets/shield/src/lib.rs unshield
 */
export function unseal(
  { secretKey }: Pick<ShieldKeyPair, 'secretKey'>,
  { kem_ct, aead_ct, nonce }: ShieldedTransaction,
): Uint8Array | undefined {
  try {
    const secret = ml_kem768.decapsulate(kem_ct, secretKey)
    return xchacha20poly1305(secret, fromHex(nonce)).decrypt(aead_ct)
  } catch {
    return undefined // of another length, or the tag does not fit
  }
}
