// Secret URIs: `phrase-or-seed` `/soft` `//hard` … `///password`, as `subkey` reads them.
//
// source polkadot-sdk substrate/primitives/core/src/crypto.rs SecretUri, DeriveJunction

import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { concatBytes, fromHex, utf8 } from './bytes.ts'
import { CryptoError } from './errors.ts'
import { blake2_256 } from './hash.ts'

/** The public phrase of development accounts; a URI without phrase means this one. */
export const DEV_PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'

/** One step of derivation. */
export interface Junction {
  readonly isHard: boolean
  /** 32 bytes */
  readonly chainCode: Uint8Array
}

/** A secret URI taken apart. */
export interface SecretUri {
  readonly phrase: string
  readonly junctions: readonly Junction[]
  readonly password: string
}

const URI = /^(?<phrase>[\w ]+)?(?<path>(?:\/\/?[^/]+)*)(?:\/\/\/(?<password>.*))?$/su
const U64_MAX = (1n << 64n) - 1n

/**
 * Splits a secret URI.
 *
 * refuses what does not have its form: CryptoError BAD_SECRET_URI (the message does not show the secret)
 */
export function parseSecretUri(uri: string): SecretUri {
  const parts = URI.exec(uri)?.groups
  if (parts === undefined) {
    throw new CryptoError('BAD_SECRET_URI', 'expected phrase//hard/soft///password')
  }
  const steps = parts.path?.match(/\/\/?[^/]+/gu) ?? []
  return {
    phrase: parts.phrase ?? DEV_PHRASE,
    junctions: steps.map(parseJunction),
    password: parts.password ?? '',
  }
}

function parseJunction(step: string): Junction {
  const isHard = step.startsWith('//')
  const code = step.slice(isHard ? 2 : 1)
  const chainCode = new Uint8Array(32)
  // Rust's u64 parser takes a leading plus
  const isNumber = /^\+?\d+$/u.test(code) && BigInt(code.replace('+', '')) <= U64_MAX
  const encoded = isNumber ? u64(BigInt(code.replace('+', ''))) : scaleText(code)
  chainCode.set(encoded.length > 32 ? blake2_256(encoded) : encoded)
  return { isHard, chainCode }
}

function u64(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n))
}

/** SCALE of a text: compact length, then UTF-8. */
function scaleText(text: string): Uint8Array {
  const bytes = utf8(text)
  const length = bytes.length
  if (length >= 1 << 14) throw new CryptoError('BAD_SECRET_URI', 'a junction of over 16 kB')
  const prefix = length < 64 ? [length << 2] : [((length << 2) | 1) & 255, length >> 6]
  return concatBytes(Uint8Array.from(prefix), bytes)
}

/**
 * The 32-byte seed of a phrase (BIP-39 words, English) or of a hex seed.
 *
 * differs from BIP-39: the key is stretched from the entropy, not from the words; Substrate does so
 * refuses unknown words and checksums BAD_PHRASE, hex of another length BAD_SEED (CryptoError both)
 */
export function seedOf(phrase: string, password: string): Uint8Array {
  if (phrase.startsWith('0x')) {
    const seed = fromHex(phrase)
    if (seed.length === 32) return seed
    throw new CryptoError('BAD_SEED', `expected a seed of 32 bytes, got ${seed.length}`)
  }
  const salt = utf8(`mnemonic${password}`)
  return pbkdf2(sha512, entropyOf(phrase), salt, { c: 2048, dkLen: 64 }).slice(0, 32)
}

function entropyOf(phrase: string): Uint8Array {
  try {
    return mnemonicToEntropy(phrase.trim().split(/\s+/u).join(' '), wordlist)
  } catch (cause) {
    throw new CryptoError('BAD_PHRASE', 'expected 12 to 24 words of BIP-39', {}, { cause })
  }
}
