/** Key URIs: `[phrase|0xseed][//hard|/soft]*[///password]`. */
import { WalletError } from './errors.ts'
import { blake2 } from './hashes.ts'
import { concatBytes } from './hex.ts'

export type Junction = {
  /** Hard children cannot be linked to their parent; soft ones can, by public keys alone. */
  readonly hard: boolean
  readonly chainCode: Uint8Array
}

export type KeyUri = {
  /** Words or `0x` seed; absent means the development phrase. */
  readonly secret: string | undefined
  readonly junctions: readonly Junction[]
  readonly password: string | undefined
}

const URI = /^(?<secret>[\w ]+)?(?<path>(?:\/\/?[^/]+)*)(?:\/\/\/(?<password>.*))?$/su
const CHAIN_CODE_LENGTH = 32
const MAX_U64 = (1n << 64n) - 1n

/**
 * Parts of a key URI.
 *
 * refuses INVALID_URI: a text that is not of that shape
 */
export function parseKeyUri(uri: string): KeyUri {
  const groups = URI.exec(uri)?.groups
  if (!groups) throw new WalletError('INVALID_URI', 'expected [phrase][//hard][/soft][///password]')
  const path = groups.path ?? ''
  return {
    secret: groups.secret,
    junctions: [...path.matchAll(/\/(\/?)([^/]+)/gu)].map(([, slash, name]) => ({
      hard: slash === '/',
      chainCode: chainCodeOf(name ?? ''),
    })),
    password: groups.password,
  }
}

/** A decimal name is a u64, any other a SCALE string; longer than 32 bytes it is hashed. */
function chainCodeOf(name: string): Uint8Array {
  const encoded = /^\+?\d+$/.test(name) && BigInt(name) <= MAX_U64 ? u64(BigInt(name)) : text(name)
  if (encoded.length > CHAIN_CODE_LENGTH) return blake2(encoded)
  const chainCode = new Uint8Array(CHAIN_CODE_LENGTH)
  chainCode.set(encoded)
  return chainCode
}

function u64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, value, true)
  return bytes
}

/** SCALE string: compact length, then UTF-8. */
export function text(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value)
  const { length } = bytes
  if (length < 1 << 6) return concatBytes(Uint8Array.of(length << 2), bytes)
  if (length < 1 << 14) {
    return concatBytes(Uint8Array.of(((length << 2) | 1) & 0xff, length >> 6), bytes)
  }
  throw new WalletError('INVALID_URI', `expected a junction below 16384 bytes, got ${length}`)
}
