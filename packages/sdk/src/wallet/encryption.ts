/** Encryption of key files: the current format, and reading of the two before it. */
import { argon2, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { cbc, ctr } from '@noble/ciphers/aes.js'
import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js'
import { argon2iAsync } from '@noble/hashes/argon2.js'
import { randomBytes } from '@noble/hashes/utils.js'
import { WalletError } from './errors.ts'
import { concatBytes, hexToBytes } from './hex.ts'

export type KeyfileFormat = 'nacl' | 'ansible-vault' | 'fernet' | 'plain'

const NACL_PREFIX = new TextEncoder().encode('$NACL')
const NACL_NONCE_LENGTH = 24
/** One salt for all files: equal passwords give equal keys. That is the format. */
const NACL_SALT = hexToBytes('137183dff15a09bc9c90b5518739e9b1')
/** libsodium's "sensitive" limits for Argon2i. */
const ARGON2 = { passes: 8, memory: 524_288, parallelism: 1, tagLength: 32 }

const FERNET_SALT = 'Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins'
const FERNET_ITERATIONS = 10_000_000
const ANSIBLE_ITERATIONS = 10_000

const pbkdf2Async = promisify(pbkdf2)

/** Format of a key file by its first bytes. */
export function keyfileFormat(content: Uint8Array): KeyfileFormat {
  const head = ascii(content.subarray(0, 14))
  if (head.startsWith('$NACL')) return 'nacl'
  if (head.startsWith('$ANSIBLE_VAULT')) return 'ansible-vault'
  if (head.startsWith('gAAAAA')) return 'fernet'
  return 'plain'
}

/**
 * Encrypts a key file: `$NACL`, nonce, XSalsa20-Poly1305 box under the Argon2i of the password.
 *
 * cost   seconds and 512 MiB, off the main thread
 * source opentensor/btwallet src/keyfile.rs encrypt_keyfile_data
 */
export async function encryptKeyfile(plain: Uint8Array, password: string): Promise<Uint8Array> {
  const nonce = randomBytes(NACL_NONCE_LENGTH)
  const box = xsalsa20poly1305(await naclKey(password), nonce).encrypt(plain)
  return concatBytes(NACL_PREFIX, nonce, box)
}

/**
 * Decrypts a key file of any encrypted format.
 *
 * refuses WRONG_PASSWORD, which a damaged file looks like too; KEYFILE_CORRUPT
 * cost    seconds
 */
export async function decryptKeyfile(content: Uint8Array, password: string): Promise<Uint8Array> {
  switch (keyfileFormat(content)) {
    case 'nacl':
      return decryptNacl(content, password)
    case 'ansible-vault':
      return decryptAnsible(ascii(content), password)
    case 'fernet':
      return decryptFernet(ascii(content).trim(), password)
    default:
      return content
  }
}

/** Key of the current format; Node's Argon2 where it has one. */
export async function naclKey(password: string): Promise<Uint8Array> {
  const { passes, memory, parallelism, tagLength } = ARGON2
  const message = new TextEncoder().encode(password)
  if (typeof argon2 !== 'function') {
    const options = { t: passes, m: memory, p: parallelism, dkLen: tagLength }
    return argon2iAsync(message, NACL_SALT, options)
  }
  return promisify(argon2)('argon2i', { ...ARGON2, message, nonce: NACL_SALT })
}

async function decryptNacl(content: Uint8Array, password: string): Promise<Uint8Array> {
  const boxed = content.subarray(NACL_PREFIX.length)
  if (boxed.length < NACL_NONCE_LENGTH + 16) throw corrupt('the file is too short')
  const nonce = boxed.subarray(0, NACL_NONCE_LENGTH)
  const key = await naclKey(password)
  try {
    return xsalsa20poly1305(key, nonce).decrypt(boxed.subarray(NACL_NONCE_LENGTH))
  } catch {
    throw wrongPassword()
  }
}

/** Text of hex lines: salt, HMAC-SHA256 and AES-256-CTR ciphertext, each in hex again. */
async function decryptAnsible(text: string, password: string): Promise<Uint8Array> {
  const lines = text.split('\n').slice(1).join('').trim()
  const parts = ascii(hexToBytes(lines)).split('\n')
  const [salt, mac, ciphertext] = parts.map((part) => hexToBytes(part))
  if (!salt || !mac || !ciphertext) throw corrupt('expected salt, HMAC and ciphertext')
  const keys = await pbkdf2Async(password, salt, ANSIBLE_ITERATIONS, 80, 'sha256')
  const found = createHmac('sha256', keys.subarray(32, 64)).update(ciphertext).digest()
  if (mac.length !== found.length || !timingSafeEqual(mac, found)) throw wrongPassword()
  return withoutPadding(ctr(keys.subarray(0, 32), keys.subarray(64, 80)).decrypt(ciphertext))
}

/** Token of version, time, IV, AES-128-CBC ciphertext and HMAC-SHA256 over all before it. */
async function decryptFernet(token: string, password: string): Promise<Uint8Array> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length < 1 + 8 + 16 + 16 + 32 || bytes[0] !== 0x80) throw corrupt('not a Fernet token')
  const key = await pbkdf2Async(password, FERNET_SALT, FERNET_ITERATIONS, 32, 'sha256')
  const signed = bytes.subarray(0, -32)
  const found = createHmac('sha256', key.subarray(0, 16)).update(signed).digest()
  if (!timingSafeEqual(found, bytes.subarray(-32))) throw wrongPassword()
  return cbc(key.subarray(16), signed.subarray(9, 25)).decrypt(signed.subarray(25))
}

function withoutPadding(bytes: Uint8Array): Uint8Array {
  const length = bytes.at(-1) ?? 0
  if (length < 1 || length > 16) throw corrupt('bad padding')
  return bytes.slice(0, -length)
}

function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

function wrongPassword(): WalletError {
  return new WalletError('WRONG_PASSWORD', 'Invalid password')
}

function corrupt(reason: string): WalletError {
  return new WalletError('KEYFILE_CORRUPT', `Failed to parse keyfile data: ${reason}`)
}
