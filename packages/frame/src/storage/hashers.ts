/** How a map's key becomes part of a storage key: FRAME's storage hashers. */

import { type Codec, CodecError, Reader } from '../codec/index.ts'
import { bytesToKey, keyToBytes } from '../crypto/bytes.ts'
import { blake2_128, twox64 } from '../crypto/hash.ts'

export type HasherName = 'Identity' | 'Blake2_128Concat' | 'Twox64Concat'

/** One key of a map: its codec, its hasher, and both directions between value and key part. */
export interface Key<in out K> {
  readonly hasher: HasherName
  readonly codec: Codec<K>
  /** The part of the storage key (a byte string) that `value` makes. */
  part(value: K): string
  /** Reads one part at `at`; gives the key's value and where the next part begins. */
  parse(key: string, at: number): { value: K; next: number }
}

const digest = {
  Identity: { size: 0, of: () => '' },
  Blake2_128Concat: { size: 16, of: (raw: Uint8Array) => bytesToKey(blake2_128(raw)) },
  Twox64Concat: { size: 8, of: (raw: Uint8Array) => bytesToKey(twox64(raw)) },
} as const

/** Key parts are remembered up to this many per key, then forgotten all at once. */
const REMEMBERED = 200_000

function hashed<K>(hasher: HasherName, codec: Codec<K>): Key<K> {
  const { size, of } = digest[hasher]
  const known = new Map<K, string>()
  const make = (value: K) => {
    const raw = codec.encode(value)
    return of(raw) + bytesToKey(raw)
  }
  return {
    hasher,
    codec,
    part(value) {
      if (typeof value === 'object') return make(value)
      let part = known.get(value)
      if (part === undefined) {
        part = make(value)
        if (known.size >= REMEMBERED) known.clear()
        known.set(value, part)
      }
      return part
    },
    parse(key, at) {
      const start = at + size
      if (start > key.length) throw new CodecError('storage key is too short')
      const { value, read } = readPrefix(codec, keyToBytes(key.slice(start)))
      return { value, next: start + read }
    },
  }
}

function readPrefix<K>(codec: Codec<K>, raw: Uint8Array): { value: K; read: number } {
  const from = new Reader(raw)
  const value = codec.read(from)
  return { value, read: from.at }
}

/** The key itself: iteration follows the order of its bytes. */
export const identity = <K>(codec: Codec<K>): Key<K> => hashed('Identity', codec)
/** Hash of 16 bytes, then the key: safe for keys that strangers choose. */
export const blake2_128_concat = <K>(codec: Codec<K>): Key<K> => hashed('Blake2_128Concat', codec)
/** Hash of 8 bytes, then the key: for keys that nobody chooses freely. */
export const twox64_concat = <K>(codec: Codec<K>): Key<K> => hashed('Twox64Concat', codec)
