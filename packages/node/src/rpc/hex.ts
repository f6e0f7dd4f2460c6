// Hex at the edge of the node: answers reach megabytes, so this goes through Buffer, not through tables.

import type { Hex, StorageKey } from '../chain.ts'

/** `0x` and lower-case hex of bytes. */
export function hexOf(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`
}

/** `0x` and lower-case hex of a byte string. */
export function hexOfKey(key: StorageKey): Hex {
  return `0x${Buffer.from(key, 'latin1').toString('hex')}`
}

/** The byte string of bytes. */
export function keyOf(bytes: Uint8Array): StorageKey {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** The bytes of a byte string. */
export function bytesOfKey(key: StorageKey): Uint8Array {
  return new Uint8Array(Buffer.from(key, 'latin1'))
}

/** Shortest hex of a whole number, as block numbers are written in JSON: `0x0`, `0x1a`. */
export function hexOfNumber(value: number | bigint): Hex {
  return `0x${value.toString(16)}`
}

const BAD_DIGIT = /[^0-9a-fA-F]/
const BLANKS = /[ \r\n\t]/g

/**
 * Bytes of hex as Substrate nodes read it: `0x` may be missing, blanks are skipped, and an odd first
 * digit stands for a whole byte (`0x1` is one byte).
 *
 * shape   null when a character is no hex digit
 */
export function bytesOfHex(text: string): Uint8Array | null {
  let digits = text.startsWith('0x') ? text.slice(2) : text
  if (BAD_DIGIT.test(digits)) {
    digits = digits.replace(BLANKS, '')
    if (BAD_DIGIT.test(digits)) return null
  }
  if (digits.length % 2 !== 0) digits = `0${digits}`
  return new Uint8Array(Buffer.from(digits, 'hex'))
}

/** Bytes of hex with an even number of digits, `0x` optional; null for anything else. */
export function bytesOfStrictHex(text: string): Uint8Array | null {
  const digits = text.startsWith('0x') ? text.slice(2) : text
  if (digits.length % 2 !== 0 || BAD_DIGIT.test(digits)) return null
  return new Uint8Array(Buffer.from(digits, 'hex'))
}
