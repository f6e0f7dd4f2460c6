/** BIP39 phrases, turned into keys the Substrate way. */
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { generateMnemonic as generate, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { WalletError } from './errors.ts'

/** The public phrase behind `//Alice` and every URI that names no phrase. */
export const DEV_PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'

export type WordCount = 12 | 15 | 18 | 21 | 24

/** New random phrase of `words` English words. */
export function generateMnemonic(words: WordCount = 12): string {
  return generate(wordlist, (words / 3) * 32)
}

/**
 * The 32-byte mini secret of a phrase. Substrate hashes the phrase's entropy where BIP39 hashes its
 * words, so the result differs from other wallets' seeds.
 *
 * refuses INVALID_PHRASE: an unknown word, a wrong number of words, a wrong checksum
 */
export function mnemonicToSeed(phrase: string, password = ''): Uint8Array {
  return pbkdf2(sha512, entropyOf(phrase), `mnemonic${password}`, { c: 2048, dkLen: 64 }).slice(
    0,
    32,
  )
}

/** Whether a phrase has known words and the right checksum. */
export function isMnemonic(phrase: string): boolean {
  try {
    entropyOf(phrase)
    return true
  } catch {
    return false
  }
}

function entropyOf(phrase: string): Uint8Array {
  try {
    return mnemonicToEntropy(phrase.trim().split(/\s+/).join(' '), wordlist)
  } catch (cause) {
    throw new WalletError('INVALID_PHRASE', 'Invalid phrase', { cause })
  }
}
