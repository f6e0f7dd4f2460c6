/** A key pair, or the public half of one, that signs and verifies like bittensor's. */
import { ed25519 } from '@noble/curves/ed25519.js'
import { type Junction, parseKeyUri, text } from './derivation.ts'
import { WalletError } from './errors.ts'
import { blake2 } from './hashes.ts'
import { concatBytes, equalBytes, hexToBytes } from './hex.ts'
import { DEV_PHRASE, mnemonicToSeed } from './mnemonic.ts'
import {
  sr25519Derive,
  sr25519FromSeed,
  sr25519PublicKey,
  sr25519Sign,
  sr25519Verify,
} from './sr25519.ts'
import { decodeAddress, encodeAddress } from './ss58.ts'

export type CryptoType = 'sr25519' | 'ed25519'

/** What axons, dendrites and the chain client need of a key. */
export interface Signer {
  readonly cryptoType: CryptoType
  readonly publicKey: Uint8Array
  readonly ss58Address: string
  sign(message: Uint8Array | string): Uint8Array
}

/** What is known of a pair; private keys are in key-file form (sr25519: 64 bytes, ed25519: 32). */
type KeyMaterial = {
  cryptoType: CryptoType
  publicKey: Uint8Array
  privateKey?: Uint8Array | undefined
  seed?: Uint8Array | undefined
  mnemonic?: string | undefined
  ss58Address?: string | undefined
}

const SEED_LENGTH = 32
const SIGNATURE_LENGTH = 64
const WRAP_START = new TextEncoder().encode('<Bytes>')
const WRAP_END = new TextEncoder().encode('</Bytes>')

export class Keypair implements Signer {
  readonly cryptoType: CryptoType
  readonly publicKey: Uint8Array
  readonly ss58Address: string
  /** Secret parts stay off the instance's enumerable surface, so that logs do not show them. */
  readonly #privateKey: Uint8Array | undefined
  readonly #seed: Uint8Array | undefined
  readonly #mnemonic: string | undefined

  private constructor(material: KeyMaterial) {
    this.cryptoType = material.cryptoType
    this.publicKey = material.publicKey
    this.ss58Address = material.ss58Address ?? encodeAddress(material.publicKey)
    this.#privateKey = material.privateKey
    this.#seed = material.seed
    this.#mnemonic = material.mnemonic
  }

  /** Pair of a phrase, remembered so that a key file can hold it. Refuses INVALID_PHRASE. */
  static fromMnemonic(mnemonic: string, cryptoType: CryptoType = 'sr25519'): Keypair {
    return new Keypair({ ...expand(mnemonicToSeed(mnemonic), cryptoType), mnemonic })
  }

  /** Pair of a 32-byte mini secret, as bytes or hex. Refuses INVALID_SEED. */
  static fromSeed(seed: Uint8Array | string, cryptoType: CryptoType = 'sr25519'): Keypair {
    return new Keypair(expand(seedBytes(seed), cryptoType))
  }

  /**
   * Pair of a URI such as `//Alice` or `phrase//hard/soft///password`; neither phrase nor seed is
   * kept, as upstream.
   *
   * refuses INVALID_URI, INVALID_PHRASE, INVALID_SEED; soft junctions of ed25519
   */
  static fromUri(uri: string, cryptoType: CryptoType = 'sr25519'): Keypair {
    const { secret = DEV_PHRASE, junctions, password } = parseKeyUri(uri)
    const seed = secret.startsWith('0x') ? seedBytes(secret) : mnemonicToSeed(secret, password)
    const derive = cryptoType === 'sr25519' ? deriveSr25519 : deriveEd25519
    return new Keypair(fromPrivate(derive(seed, junctions), cryptoType))
  }

  /** Pair of a private key in key-file form. Refuses INVALID_PRIVATE_KEY. */
  static fromPrivateKey(
    privateKey: Uint8Array | string,
    cryptoType: CryptoType = 'sr25519',
  ): Keypair {
    const bytes = typeof privateKey === 'string' ? hexToBytes(privateKey) : privateKey
    return new Keypair(fromPrivate(bytes, cryptoType))
  }

  /** Public half of an address; the address is kept as written. Refuses INVALID_ADDRESS. */
  static fromAddress(ss58Address: string, cryptoType: CryptoType = 'sr25519'): Keypair {
    const { publicKey } = decodeAddress(ss58Address)
    return new Keypair({ cryptoType, publicKey, ss58Address })
  }

  static fromPublicKey(
    publicKey: Uint8Array | string,
    cryptoType: CryptoType = 'sr25519',
  ): Keypair {
    const bytes = typeof publicKey === 'string' ? hexToBytes(publicKey) : publicKey
    return new Keypair({ cryptoType, publicKey: bytes })
  }

  /** Private key in key-file form; absent in a public half. */
  get privateKey(): Uint8Array | undefined {
    return this.#privateKey
  }

  get seed(): Uint8Array | undefined {
    return this.#seed
  }

  get mnemonic(): string | undefined {
    return this.#mnemonic
  }

  /**
   * Signature of 64 bytes. Text that begins with `0x` means the bytes it spells, other text its
   * UTF-8, as upstream.
   *
   * refuses NO_PRIVATE_KEY
   */
  sign(message: Uint8Array | string): Uint8Array {
    if (!this.#privateKey) {
      throw new WalletError(
        'NO_PRIVATE_KEY',
        `only the public half of ${this.ss58Address} is known`,
      )
    }
    const bytes = messageBytes(message)
    return this.cryptoType === 'sr25519'
      ? sr25519Sign(this.#privateKey, bytes)
      : ed25519.sign(bytes, this.#privateKey)
  }

  /**
   * Whether `signature` is this key's over the message, or over it in `<Bytes>…</Bytes>`, which is
   * how browser extensions sign.
   *
   * refuses INVALID_SIGNATURE: text without `0x`, another length than 64 bytes
   */
  verify(message: Uint8Array | string, signature: Uint8Array | string): boolean {
    const bytes = messageBytes(message)
    const proof = signatureBytes(signature, this.cryptoType)
    return (
      this.#verifyBytes(bytes, proof) ||
      this.#verifyBytes(concatBytes(WRAP_START, bytes, WRAP_END), proof)
    )
  }

  #verifyBytes(message: Uint8Array, signature: Uint8Array): boolean {
    if (this.cryptoType === 'sr25519') return sr25519Verify(this.publicKey, message, signature)
    try {
      return ed25519.verify(signature, message, this.publicKey)
    } catch {
      return false
    }
  }

  /** Whether both are the same account, whatever the prefixes of their addresses. */
  equals(other: Signer): boolean {
    return this.cryptoType === other.cryptoType && equalBytes(this.publicKey, other.publicKey)
  }
}

function expand(seed: Uint8Array, cryptoType: CryptoType): KeyMaterial {
  const privateKey = cryptoType === 'sr25519' ? sr25519FromSeed(seed) : seed
  return { ...fromPrivate(privateKey, cryptoType), seed }
}

function fromPrivate(privateKey: Uint8Array, cryptoType: CryptoType): KeyMaterial {
  if (cryptoType === 'sr25519') {
    return { cryptoType, privateKey, publicKey: sr25519PublicKey(privateKey) }
  }
  if (privateKey.length !== SEED_LENGTH) {
    throw new WalletError('INVALID_PRIVATE_KEY', `expected 32 key bytes, got ${privateKey.length}`)
  }
  return { cryptoType, privateKey, publicKey: ed25519.getPublicKey(privateKey) }
}

function deriveSr25519(seed: Uint8Array, junctions: readonly Junction[]): Uint8Array {
  return junctions.reduce(
    (secret, { chainCode, hard }) => sr25519Derive(secret, chainCode, hard),
    sr25519FromSeed(seed),
  )
}

function deriveEd25519(seed: Uint8Array, junctions: readonly Junction[]): Uint8Array {
  return junctions.reduce((parent, { chainCode, hard }) => {
    if (!hard) throw new WalletError('INVALID_URI', 'Invalid path')
    return blake2(concatBytes(text('Ed25519HDKD'), parent, chainCode))
  }, seed)
}

function seedBytes(seed: Uint8Array | string): Uint8Array {
  const bytes = typeof seed === 'string' ? hexToBytes(seed) : seed
  if (bytes.length !== SEED_LENGTH) {
    throw new WalletError('INVALID_SEED', `expected 32 seed bytes, got ${bytes.length}`)
  }
  return bytes
}

function messageBytes(message: Uint8Array | string): Uint8Array {
  if (typeof message !== 'string') return message
  return message.startsWith('0x') ? hexToBytes(message) : new TextEncoder().encode(message)
}

function signatureBytes(signature: Uint8Array | string, cryptoType: CryptoType): Uint8Array {
  if (typeof signature === 'string' && !signature.startsWith('0x')) {
    throw new WalletError('INVALID_SIGNATURE', 'Invalid signature format. Expected hex string.')
  }
  const bytes = typeof signature === 'string' ? hexToBytes(signature) : signature
  if (bytes.length !== SIGNATURE_LENGTH) {
    throw new WalletError('INVALID_SIGNATURE', `Invalid ${cryptoType.toUpperCase()} signature.`)
  }
  return bytes
}
