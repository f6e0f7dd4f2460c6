/** The JSON inside a key file. */
import { errorText } from '../errors.ts'
import { WalletError } from './errors.ts'
import { bytesToHex, equalBytes } from './hex.ts'
import { type CryptoType, Keypair } from './keypair.ts'
import { decodeAddress } from './ss58.ts'

/** Numbers of the wallet's crypto types. */
const CRYPTO_TYPES: readonly [number, CryptoType][] = [
  [0, 'ed25519'],
  [1, 'sr25519'],
]

/**
 * Key file text of a pair, or of a public half. `cryptoType` is left out for sr25519: wallets before 4.1
 * cannot read files with numbers in them, later ones take its absence for sr25519.
 *
 * source opentensor/btwallet src/keyfile.rs serialized_keypair_to_keyfile_data
 */
export function keyfileText(keypair: Keypair): string {
  const publicKey = hex(keypair.publicKey)
  const fields: Record<string, string | number> = { accountId: publicKey, publicKey }
  if (keypair.privateKey) fields.privateKey = hex(keypair.privateKey)
  if (keypair.mnemonic !== undefined) fields.secretPhrase = keypair.mnemonic
  if (keypair.seed) fields.secretSeed = hex(keypair.seed)
  fields.ss58Address = keypair.ss58Address
  if (keypair.cryptoType === 'ed25519') fields.cryptoType = 0
  return JSON.stringify(fields)
}

/**
 * Pair of a key file's text: of its phrase, else its seed, its private key, its address.
 *
 * differs  upstream does not compare the result with the file's address; here a mismatch is refused.
 *          Seeds that older wallets wrote as raw text are understood.
 * refuses  KEYFILE_CORRUPT, KEYFILE_MISMATCH, UNSUPPORTED_CRYPTO
 * source   opentensor/btwallet src/keyfile.rs deserialize_keypair_from_keyfile_data
 */
export function parseKeyfileText(text: string): Keypair {
  const fields = parseFields(text)
  const keypair = keypairOf(fields, cryptoTypeOf(fields.cryptoType))
  const { ss58Address } = fields
  if (typeof ss58Address === 'string') {
    const { publicKey } = decodeAddress(ss58Address)
    if (!equalBytes(publicKey, keypair.publicKey)) {
      const message = `the file is for ${ss58Address} but holds the key of ${keypair.ss58Address}`
      throw new WalletError('KEYFILE_MISMATCH', message)
    }
  }
  return keypair
}

type Fields = Readonly<Record<string, unknown>>

function keypairOf(fields: Fields, cryptoType: CryptoType): Keypair {
  const { secretPhrase, secretSeed, privateKey, ss58Address } = fields
  try {
    if (typeof secretPhrase === 'string') return Keypair.fromMnemonic(secretPhrase, cryptoType)
    if (typeof secretSeed === 'string') return Keypair.fromSeed(seedOf(secretSeed), cryptoType)
    if (typeof privateKey === 'string') return Keypair.fromPrivateKey(privateKey, cryptoType)
    if (typeof ss58Address === 'string') return Keypair.fromAddress(ss58Address, cryptoType)
  } catch (cause) {
    throw new WalletError('KEYFILE_CORRUPT', `bad key in the file: ${errorText(cause)}`, { cause })
  }
  throw new WalletError(
    'KEYFILE_CORRUPT',
    'expected secretPhrase, secretSeed, privateKey or ss58Address',
  )
}

function parseFields(text: string): Fields {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // The parser's message would quote the file, secrets included.
    throw new WalletError('KEYFILE_CORRUPT', 'Failed to parse keyfile data: not JSON')
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new WalletError('KEYFILE_CORRUPT', 'Failed to parse keyfile data: not an object')
  }
  return json as Fields
}

/** Absent, null and textual types are sr25519, as upstream. */
function cryptoTypeOf(value: unknown): CryptoType {
  if (typeof value !== 'number') return 'sr25519'
  const found = CRYPTO_TYPES.find(([number]) => number === value)
  if (!found) throw new WalletError('UNSUPPORTED_CRYPTO', `Unsupported crypto type: ${value}.`)
  return found[1]
}

/** Seeds are hex, except those whose bytes happened to be text when an older wallet wrote them. */
function seedOf(text: string): string | Uint8Array {
  if (/^(0x)?[0-9a-fA-F]{64}$/.test(text)) return text
  const raw = new TextEncoder().encode(text.replace(/^0x/, ''))
  return raw.length === 32 ? raw : text
}

function hex(bytes: Uint8Array): string {
  return `0x${bytesToHex(bytes)}`
}
