/** Accounts exported by polkadot-js and browser wallets: JSON of version 3. */
import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { WalletError } from './errors.ts'
import { equalBytes } from './hex.ts'
import { type CryptoType, Keypair } from './keypair.ts'
import { fromExpanded } from './sr25519.ts'

type Exported = {
  readonly encoded: string
  readonly encoding: {
    readonly content: readonly string[]
    readonly type: readonly string[]
    readonly version: string
  }
}

const HEADER_LENGTH = 16
const SECRET_LENGTH = 64
const DIVIDER_LENGTH = 5
const SALT_LENGTH = 32
const NONCE_LENGTH = 24
/** Bytes that scrypt may need: N · r · 128. */
const MAX_SCRYPT_MEMORY = 512 * 1024 * 1024

/**
 * Pair of an exported account. It keeps only the private key; the phrase is not in the export.
 *
 * refuses KEYFILE_CORRUPT, WRONG_PASSWORD, UNSUPPORTED_CRYPTO
 * source  opentensor/btwallet src/keypair.rs create_from_encrypted_json
 */
export async function importPolkadotJson(text: string, password: string): Promise<Keypair> {
  const { encoded, encoding } = parseExport(text)
  const cryptoType = cryptoTypeOf(encoding)
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
  const plain = await decrypt(bytes, password)
  const secret = plain.subarray(HEADER_LENGTH, HEADER_LENGTH + SECRET_LENGTH)
  const publicKey = plain.subarray(HEADER_LENGTH + SECRET_LENGTH + DIVIDER_LENGTH)
  const privateKey = cryptoType === 'sr25519' ? fromExpanded(secret) : secret.slice(0, 32)
  const keypair = Keypair.fromPrivateKey(privateKey, cryptoType)
  if (!equalBytes(keypair.publicKey, publicKey)) {
    throw new WalletError('KEYFILE_MISMATCH', 'the export holds two different keys')
  }
  return keypair
}

function parseExport(text: string): Exported {
  try {
    const json = JSON.parse(text) as Partial<Exported>
    const { encoded, encoding } = json
    const hasLists = Array.isArray(encoding?.content) && Array.isArray(encoding.type)
    if (typeof encoded === 'string' && hasLists) return json as Exported
  } catch {
    // Reported below; the parser's own message would quote the export.
  }
  throw corrupt('expected JSON with encoded and encoding')
}

function cryptoTypeOf({ content, type, version }: Exported['encoding']): CryptoType {
  const isKnown = version === '3' && type.join() === 'scrypt,xsalsa20-poly1305'
  const kind = content[1]
  if (!isKnown || content[0] !== 'pkcs8' || (kind !== 'sr25519' && kind !== 'ed25519')) {
    throw new WalletError('UNSUPPORTED_CRYPTO', `cannot import ${content.join()} v${version}`)
  }
  return kind
}

/** Salt, scrypt parameters, nonce and box. */
async function decrypt(bytes: Uint8Array, password: string): Promise<Uint8Array> {
  const boxStart = SALT_LENGTH + 12 + NONCE_LENGTH
  if (bytes.length < boxStart + 16) throw corrupt('the export is too short')
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const [N, p, r] = [0, 4, 8].map((at) => view.getUint32(SALT_LENGTH + at, true)) as [
    number,
    number,
    number,
  ]
  if (N * r * 128 > MAX_SCRYPT_MEMORY || p > 16) throw corrupt('scrypt parameters out of bounds')
  const salt = bytes.subarray(0, SALT_LENGTH)
  const keys = await scryptAsync(password, salt, { N, p, r, dkLen: 64 })
  const nonce = bytes.subarray(SALT_LENGTH + 12, boxStart)
  let plain: Uint8Array
  try {
    plain = xsalsa20poly1305(keys.subarray(0, 32), nonce).decrypt(bytes.subarray(boxStart))
  } catch {
    throw new WalletError('WRONG_PASSWORD', 'Invalid password')
  }
  const length = HEADER_LENGTH + SECRET_LENGTH + DIVIDER_LENGTH + 32
  if (plain.length !== length) throw corrupt(`expected ${length} bytes of key`)
  return plain
}

function corrupt(reason: string): WalletError {
  return new WalletError('KEYFILE_CORRUPT', `cannot read the export: ${reason}`)
}
