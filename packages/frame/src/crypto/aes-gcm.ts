/** AES-256 in Galois counter mode. */
import { gcm } from '@noble/ciphers/aes.js'

/**
 * The plain text, or nothing when the tag does not fit.
 *
 * shape   key 32 bytes, nonce 12 bytes; the last 16 bytes of the ciphertext are its tag
 */
export function decryptAesGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  ciphertext: Uint8Array,
): Uint8Array | undefined {
  try {
    return gcm(key, nonce).decrypt(ciphertext)
  } catch {
    return undefined // a wrong tag, or input too short for one
  }
}
