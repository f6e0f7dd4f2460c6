// Key pairs from secret URIs: development accounts, tests, block authors.

import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { getPublicKey, HDKD, secretFromSeed, sign } from '@scure/sr25519'
import { concatBytes, toHex, utf8 } from './bytes.ts'
import { CryptoError } from './errors.ts'
import { blake2_256 } from './hash.ts'
import { type Junction, parseSecretUri, seedOf } from './secret-uri.ts'
import { ethereumAddress, type KeyType } from './signature.ts'

/** A key that can sign. */
export interface KeyPair {
  readonly type: KeyType
  /** 32 bytes; 33 for ecdsa */
  readonly publicKey: Uint8Array
  /** AccountId: the public key itself; for ecdsa its blake2_256 */
  readonly account: string
  /** 64 bytes; 65 for ecdsa, which signs blake2_256 of the message */
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** A secp256k1 key that signs for Ethereum. */
export interface EthereumKeyPair {
  /** H160, lower-case hex */
  readonly address: string
  readonly secretKey: Uint8Array
  /** r ‖ s ‖ v with v 0 or 1, over a 32-byte hash */
  readonly sign: (hash: Uint8Array) => Uint8Array
}

/**
 * In place of randomness: the nonce of a signature already depends on a secret and on the message, so
 * equal input gives equal bytes, which makes test chains repeatable.
 */
const NO_RANDOMNESS = new Uint8Array(32)

/**
 * Key pair of a secret URI such as `//Alice`.
 *
 * refuses malformed URIs, phrases and seeds, and soft junctions for other than sr25519 (CryptoError)
 */
export function keyPairFromUri(uri: string, type: KeyType = 'sr25519'): KeyPair {
  const { phrase, junctions, password } = parseSecretUri(uri)
  const seed = seedOf(phrase, password)
  if (type === 'sr25519') return sr25519Pair(junctions.reduce(stepSr25519, secretFromSeed(seed)))
  const name = type === 'ed25519' ? 'Ed25519HDKD' : 'Secp256k1HDKD'
  const secret = junctions.reduce((from, junction) => stepHashed(name, from, junction), seed)
  return type === 'ed25519' ? ed25519Pair(secret) : ecdsaPair(secret)
}

/** Key pair of a 32-byte seed. */
export function keyPairFromSeed(seed: Uint8Array, type: KeyType = 'sr25519'): KeyPair {
  return keyPairFromUri(toHex(seed), type)
}

/**
 * Public key of a soft derivation, which needs no secret.
 *
 * shape   publicKey and chainCode 32 bytes
 */
export function deriveSoftPublic(publicKey: Uint8Array, chainCode: Uint8Array): Uint8Array {
  return HDKD.publicSoft(publicKey, chainCode)
}

/** Key pair for Ethereum of a 32-byte secret. */
export function ethereumKeyPair(secretKey: Uint8Array): EthereumKeyPair {
  const address = toHex(ethereumAddress(secp256k1.getPublicKey(secretKey, false)))
  return { address, secretKey, sign: (hash) => signRecoverable(secretKey, hash) }
}

function stepSr25519(secret: Uint8Array, { isHard, chainCode }: Junction): Uint8Array {
  return isHard
    ? HDKD.secretHard(secret, chainCode)
    : HDKD.secretSoft(secret, chainCode, NO_RANDOMNESS)
}

function stepHashed(name: string, secret: Uint8Array, { isHard, chainCode }: Junction): Uint8Array {
  if (!isHard) throw new CryptoError('BAD_SECRET_URI', 'only sr25519 keys have soft junctions')
  const scaleName = concatBytes(Uint8Array.of(name.length << 2), utf8(name))
  return blake2_256(concatBytes(scaleName, secret, chainCode))
}

function sr25519Pair(secret: Uint8Array): KeyPair {
  const publicKey = getPublicKey(secret)
  return {
    type: 'sr25519',
    publicKey,
    account: toHex(publicKey),
    sign: (message) => sign(secret, message, NO_RANDOMNESS),
  }
}

function ed25519Pair(secret: Uint8Array): KeyPair {
  const publicKey = ed25519.getPublicKey(secret)
  return {
    type: 'ed25519',
    publicKey,
    account: toHex(publicKey),
    sign: (message) => ed25519.sign(message, secret),
  }
}

function ecdsaPair(secret: Uint8Array): KeyPair {
  const publicKey = secp256k1.getPublicKey(secret, true)
  return {
    type: 'ecdsa',
    publicKey,
    account: toHex(blake2_256(publicKey)),
    sign: (message) => signRecoverable(secret, blake2_256(message)),
  }
}

function signRecoverable(secret: Uint8Array, hash: Uint8Array): Uint8Array {
  const signed = secp256k1.sign(hash, secret, { prehash: false, format: 'recovered' })
  return concatBytes(signed.subarray(1), signed.subarray(0, 1)) // the library puts v first
}
