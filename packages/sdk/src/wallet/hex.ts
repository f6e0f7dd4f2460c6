import { bytesToHex as toHex } from '@noble/hashes/utils.js'
import { WalletError } from './errors.ts'

const DIGITS = /^(?:[0-9a-fA-F]{2})*$/

/** Hex digits of `bytes`, lower case, without `0x`. */
export function bytesToHex(bytes: Uint8Array): string {
  return toHex(bytes)
}

/**
 * Bytes of a hex text; a leading `0x` is optional.
 *
 * refuses INVALID_HEX: an odd number of digits, other characters
 */
export function hexToBytes(hex: string): Uint8Array {
  const digits = hex.startsWith('0x') ? hex.slice(2) : hex
  if (!DIGITS.test(digits)) throw new WalletError('INVALID_HEX', 'expected pairs of hex digits')
  const bytes = new Uint8Array(digits.length / 2)
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16)
  return bytes
}

/** Whether two byte strings are equal; not constant in time. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
