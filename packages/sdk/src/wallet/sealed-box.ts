/** Messages that only one ed25519 key can read: libsodium's sealed boxes. */
import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js'
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { WalletError } from './errors.ts'
import { blake2 } from './hashes.ts'
import { concatBytes } from './hex.ts'
import type { Keypair } from './keypair.ts'

const KEY_LENGTH = 32
/** Bytes that a sealed message is longer than the plain one. */
export const SEAL_OVERHEAD = 48

/** Seals bytes for the owner of an ed25519 key. Refuses UNSUPPORTED_CRYPTO. */
export function seal(recipient: Keypair, plain: Uint8Array): Uint8Array {
  requireEd25519(recipient)
  const to = ed25519.utils.toMontgomery(recipient.publicKey)
  const { secretKey, publicKey } = x25519.keygen()
  const box = xsalsa20poly1305(boxKey(secretKey, to), nonceOf(publicKey, to)).encrypt(plain)
  return concatBytes(publicKey, box)
}

/** Opens what was sealed for a pair. Refuses UNSUPPORTED_CRYPTO, NO_PRIVATE_KEY, WRONG_PASSWORD. */
export function unseal(keypair: Keypair, sealed: Uint8Array): Uint8Array {
  requireEd25519(keypair)
  const { privateKey } = keypair
  if (!privateKey) throw new WalletError('NO_PRIVATE_KEY', 'only the public half is known')
  const from = sealed.subarray(0, KEY_LENGTH)
  const own = ed25519.utils.toMontgomerySecret(privateKey)
  const nonce = nonceOf(from, ed25519.utils.toMontgomery(keypair.publicKey))
  try {
    return xsalsa20poly1305(boxKey(own, from), nonce).decrypt(sealed.subarray(KEY_LENGTH))
  } catch (cause) {
    throw new WalletError('WRONG_PASSWORD', 'not a message for this key', { cause })
  }
}

function requireEd25519({ cryptoType }: Keypair): void {
  if (cryptoType === 'ed25519') return
  throw new WalletError('UNSUPPORTED_CRYPTO', 'expected an ed25519 key')
}

function nonceOf(ephemeral: Uint8Array, recipient: Uint8Array): Uint8Array {
  return blake2(concatBytes(ephemeral, recipient), 24)
}

/** crypto_box's key: HSalsa20 of the shared point and zero. */
function boxKey(secret: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const shared = words(x25519.getSharedSecret(secret, publicKey))
  const key = new Uint32Array(8)
  hsalsa(words(new TextEncoder().encode('expand 32-byte k')), shared, new Uint32Array(4), key)
  return new Uint8Array(key.buffer)
}

function words(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer)
}
