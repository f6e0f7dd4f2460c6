// SS58: how an account is written for people. https://docs.polkadot.com/reference/parachains/accounts

import { base58 } from '@scure/base'
import { concatBytes, utf8 } from './bytes.ts'
import { CryptoError } from './errors.ts'
import { blake2_512 } from './hash.ts'

/** The address format of Bittensor, and of Substrate in general. */
export const SS58_PREFIX = 42

const MAX_PREFIX = 16383
const CHECKSUM_LENGTH = 2
const CHECKSUM_CONTEXT = utf8('SS58PRE')

/** Public keys of 32 bytes, and compressed secp256k1 keys of 33. */
const BODY_LENGTHS: readonly number[] = [32, 33]

/** An address taken apart. */
export interface Ss58 {
  readonly account: Uint8Array
  readonly prefix: number
}

function checksum(data: Uint8Array): Uint8Array {
  return blake2_512(concatBytes(CHECKSUM_CONTEXT, data)).subarray(0, CHECKSUM_LENGTH)
}

function encodePrefix(prefix: number): Uint8Array {
  if (prefix < 64) return Uint8Array.of(prefix)
  const first = ((prefix & 0b1111_1100) >> 2) | 0b0100_0000
  return Uint8Array.of(first, (prefix >> 8) | ((prefix & 0b11) << 6))
}

/**
 * Address of an account under a network prefix.
 *
 * shape   account is 32 bytes (or 33, a compressed secp256k1 key); prefix 0 … 16383
 * refuses other lengths and prefixes: CryptoError BAD_SS58
 */
export function encodeSs58(account: Uint8Array, prefix: number = SS58_PREFIX): string {
  if (!BODY_LENGTHS.includes(account.length)) {
    throw badSs58(`expected 32 or 33 bytes, got ${account.length}`)
  }
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > MAX_PREFIX) {
    throw badSs58(`expected a prefix from 0 to ${MAX_PREFIX}, got ${prefix}`)
  }
  const data = concatBytes(encodePrefix(prefix), account)
  return base58.encode(concatBytes(data, checksum(data)))
}

/**
 * Account and network prefix of an address; every prefix is accepted, as the runtime cares for none.
 *
 * refuses bad letters, lengths, prefixes and checksums: CryptoError BAD_SS58
 */
export function decodeSs58(address: string): Ss58 {
  const data = decodeBase58(address)
  const first = data[0] ?? 255
  if (first > 127) throw badSs58('expected a first byte below 128', address)
  const prefixLength = first < 64 ? 1 : 2
  const bodyLength = data.length - prefixLength - CHECKSUM_LENGTH
  if (!BODY_LENGTHS.includes(bodyLength)) {
    throw badSs58(`expected 32 or 33 bytes, got ${bodyLength}`, address)
  }
  const expected = checksum(data.subarray(0, -CHECKSUM_LENGTH))
  if (data.at(-2) !== expected[0] || data.at(-1) !== expected[1]) {
    throw badSs58('the checksum does not match', address)
  }
  const account = data.slice(prefixLength, prefixLength + bodyLength)
  return { account, prefix: prefixLength === 1 ? first : longPrefix(first, data[1]!) }
}

function longPrefix(first: number, second: number): number {
  return ((first & 0b0011_1111) << 2) | (second >> 6) | ((second & 0b0011_1111) << 8)
}

function decodeBase58(address: string): Uint8Array {
  // the longest address we accept has 51 letters; base58 is quadratic, so long input is cut off here
  if (address.length > 64) throw badSs58(`expected at most 64 letters, got ${address.length}`)
  try {
    return base58.decode(address)
  } catch (cause) {
    throw badSs58('expected base58 letters', address, { cause })
  }
}

function badSs58(why: string, address = '', options?: ErrorOptions): CryptoError {
  const shown = address === '' ? '' : `: "${address}"`
  return new CryptoError('BAD_SS58', `bad address, ${why}${shown}`, { address }, options)
}
