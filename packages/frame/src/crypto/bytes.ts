// Byte arrays, hex strings and byte strings: the three spellings of bytes, and the ways between them.
//
// A *byte string* is a JS string whose char codes are all below 256. It is how a storage key is held:
// `<` on two of them is byte order, and they are cheap Map keys.

import { CryptoError } from './errors.ts'

const HEX_OF_BYTE: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
)

/** Value of a hex digit by its char code; 255 for every other char below 128. */
const NIBBLE_OF_CHAR: Uint8Array = (() => {
  const table = new Uint8Array(128).fill(255)
  for (let nibble = 0; nibble < 16; nibble++) {
    const digit = nibble.toString(16)
    table[digit.charCodeAt(0)] = nibble
    table[digit.toUpperCase().charCodeAt(0)] = nibble
  }
  return table
})()

/** How many char codes go into one `fromCharCode` call; far below every engine's argument limit. */
const CHUNK = 4096

/** Lower-case hex of bytes with `0x` in front; `0x` alone for none. */
export function toHex(bytes: Uint8Array): `0x${string}` {
  let hex = '0x'
  for (let i = 0; i < bytes.length; i++) hex += HEX_OF_BYTE[bytes[i]!]!
  return hex as `0x${string}` // it began with it
}

/** True when `text` is `0x` and an even number of hex digits of either case. */
export function isHex(text: string): boolean {
  return text.length % 2 === 0 && /^0x[0-9a-fA-F]*$/.test(text)
}

/**
 * Bytes of a hex string, with or without `0x`, digits of either case.
 *
 * refuses an odd number of digits and every other character: CryptoError BAD_HEX
 */
export function fromHex(hex: string): Uint8Array {
  const start = hex.charCodeAt(0) === 48 && hex.charCodeAt(1) === 120 ? 2 : 0
  const digits = hex.length - start
  if (digits % 2 !== 0) throw badHex(hex, 'an odd number of digits')
  const bytes = new Uint8Array(digits / 2)
  for (let i = 0, at = start; i < bytes.length; i++, at += 2) {
    const high = NIBBLE_OF_CHAR[hex.charCodeAt(at)] ?? 255
    const low = NIBBLE_OF_CHAR[hex.charCodeAt(at + 1)] ?? 255
    if (high > 15 || low > 15) throw badHex(hex, `a bad digit at ${high > 15 ? at : at + 1}`)
    bytes[i] = (high << 4) | low
  }
  return bytes
}

function badHex(hex: string, why: string): CryptoError {
  const shown = hex.length > 40 ? `${hex.slice(0, 40)}…` : hex
  return new CryptoError('BAD_HEX', `expected hex, got ${why} in "${shown}"`, { hex: shown })
}

/** The byte string of bytes. */
export function bytesToKey(bytes: Uint8Array): string {
  if (bytes.length <= CHUNK) return charsOf(bytes)
  let key = ''
  for (let at = 0; at < bytes.length; at += CHUNK) key += charsOf(bytes.subarray(at, at + CHUNK))
  return key
}

function charsOf(bytes: Uint8Array): string {
  // the cast: `apply` is typed for number[] and takes any array-like
  return String.fromCharCode.apply(null, bytes as unknown as number[])
}

/** The bytes of a byte string; a char code above 255 keeps its low byte, which no byte string has. */
export function keyToBytes(key: string): Uint8Array {
  const bytes = new Uint8Array(key.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = key.charCodeAt(i)
  return bytes
}

/** Hex of a byte string, with `0x`. */
export function keyToHex(key: string): `0x${string}` {
  let hex = '0x'
  for (let i = 0; i < key.length; i++) hex += HEX_OF_BYTE[key.charCodeAt(i)]!
  return hex as `0x${string}` // it began with it
}

/** The byte string that a hex string names; refuses what `fromHex` refuses. */
export function hexToKey(hex: string): string {
  return bytesToKey(fromHex(hex))
}

/** One new array with the bytes of all parts in their order. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** True when both hold the same bytes. Not for secrets: it stops at the first difference. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** Negative, zero or positive as `a` comes before, is, or comes after `b` in byte order. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) {
    const difference = a[i]! - b[i]!
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
