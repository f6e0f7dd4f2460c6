/** SS58 addresses: base58 of prefix, public key and checksum. */
import { base58 } from '@scure/base'
import { WalletError } from './errors.ts'
import { blake2 } from './hashes.ts'
import { concatBytes, equalBytes } from './hex.ts'

/** Address prefix of Bittensor keys (the generic Substrate one). */
export const SS58_FORMAT = 42

const PUBLIC_KEY_LENGTH = 32
const CHECKSUM_LENGTH = 2
const CHECKSUM_DOMAIN = new TextEncoder().encode('SS58PRE')

/**
 * Address of a 32-byte public key.
 *
 * refuses INVALID_ADDRESS: another key length, a prefix outside 0..16383
 */
export function encodeAddress(publicKey: Uint8Array, format = SS58_FORMAT): string {
  if (publicKey.length !== PUBLIC_KEY_LENGTH) {
    throw new WalletError('INVALID_ADDRESS', `expected 32 key bytes, got ${publicKey.length}`)
  }
  const payload = concatBytes(encodeFormat(format), publicKey)
  return base58.encode(concatBytes(payload, checksum(payload)))
}

/**
 * Public key and prefix of an address; every prefix is accepted, as upstream does.
 *
 * refuses INVALID_ADDRESS: not base58, wrong length, wrong checksum
 */
export function decodeAddress(address: string): { publicKey: Uint8Array; format: number } {
  const bytes = decodeBase58(address)
  const prefixLength = (bytes[0] ?? 0) < 64 ? 1 : 2
  if (bytes.length !== prefixLength + PUBLIC_KEY_LENGTH + CHECKSUM_LENGTH) {
    throw new WalletError('INVALID_ADDRESS', 'Invalid SS58 address: Length is bad')
  }
  const payload = bytes.subarray(0, bytes.length - CHECKSUM_LENGTH)
  if (!equalBytes(checksum(payload), bytes.subarray(payload.length))) {
    throw new WalletError('INVALID_ADDRESS', 'Invalid SS58 address: Invalid checksum')
  }
  return { publicKey: payload.slice(prefixLength), format: decodeFormat(bytes) }
}

/** Whether a text is an address with a valid checksum. */
export function isAddress(text: string): boolean {
  try {
    decodeAddress(text)
    return true
  } catch {
    return false
  }
}

function checksum(payload: Uint8Array): Uint8Array {
  return blake2(concatBytes(CHECKSUM_DOMAIN, payload), 64).subarray(0, CHECKSUM_LENGTH)
}

function decodeBase58(address: string): Uint8Array {
  try {
    return base58.decode(address)
  } catch (cause) {
    throw new WalletError(
      'INVALID_ADDRESS',
      'Invalid SS58 address: Base 58 requirement is violated',
      {
        cause,
      },
    )
  }
}

/** One byte below 64, else two bytes that carry fourteen bits: 01llllll hhhhhhll rearranged. */
function encodeFormat(format: number): Uint8Array {
  if (!Number.isInteger(format) || format < 0 || format > 16_383) {
    throw new WalletError('INVALID_ADDRESS', `expected a prefix in 0..16383, got ${format}`)
  }
  if (format < 64) return Uint8Array.of(format)
  return Uint8Array.of(((format & 0xfc) >> 2) | 0x40, (format >> 8) | ((format & 0x03) << 6))
}

function decodeFormat(bytes: Uint8Array): number {
  const first = bytes[0] ?? 0
  if (first < 64) return first
  const second = bytes[1] ?? 0
  return ((first & 0x3f) << 2) | (second >> 6) | ((second & 0x3f) << 8)
}
