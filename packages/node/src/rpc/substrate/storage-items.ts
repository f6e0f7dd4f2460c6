// The storage queries of the new interface (`chainHead_v1_storage`, `archive_v1_storage`): what may be
// asked of a key, and the answers as a stream.

import { blake2_256 } from '@taonet/frame'
import type { StateReader, StorageKey } from '../../chain.ts'
import { bytesOfStrictHex, hexOf, hexOfKey, keyOf } from '../hex.ts'
import { type Param, text, word } from '../params.ts'
import { invalidParams } from '../rpc-error.ts'
import { keysOf } from './state-reads.ts'

export interface ItemQuery {
  /** Hex as it came; read when the query runs. */
  readonly key: string
  readonly type: QueryType
}

const queryType = word(
  'value',
  'hash',
  'closestDescendantMerkleValue',
  'descendantsValues',
  'descendantsHashes',
)

type QueryType = ReturnType<typeof queryType.decode>

/** `{"key": hex, "type": …}` */
export const itemQuery: Param<ItemQuery> = {
  decode(value) {
    if (typeof value !== 'object' || value === null) throw invalidParams('expected a storage query')
    const { key, type } = value as Record<string, unknown>
    return { key: text.decode(key), type: queryType.decode(type) }
  },
}

export interface ReadQuery {
  readonly key: StorageKey
  readonly type: QueryType
}

/** Reads hex of the new interface: an even number of digits, `0x` optional; null when it is none. */
export function readHex(hex: string): StorageKey | null {
  const bytes = bytesOfStrictHex(hex)
  return bytes === null ? null : keyOf(bytes)
}

export type StorageItem = Readonly<Record<string, string>>

/** One query's answers in pieces; a key without a value answers nothing. */
export async function* itemsOf(
  state: StateReader,
  { key, type }: ReadQuery,
): AsyncGenerator<StorageItem[]> {
  switch (type) {
    case 'value':
    case 'hash': {
      const value = state.get(key)
      if (value !== undefined) yield [itemOf(key, value, type)]
      return
    }
    case 'closestDescendantMerkleValue': {
      const value = state.closestMerkleValue(key)
      if (value !== undefined) yield [{ key: hexOfKey(key), [type]: hexOf(value) }]
      return
    }
    default:
      yield* descendants(state, key, type === 'descendantsValues' ? 'value' : 'hash')
  }
}

async function* descendants(
  state: StateReader,
  prefix: StorageKey,
  what: 'value' | 'hash',
): AsyncGenerator<StorageItem[]> {
  for await (const page of keysOf(state, prefix)) {
    yield page.map((key) => itemOf(key, state.get(key) ?? new Uint8Array(), what))
  }
}

/** A key with its value, or with the hash of it. */
export function itemOf(key: StorageKey, value: Uint8Array, what: 'value' | 'hash'): StorageItem {
  return { key: hexOfKey(key), [what]: hexOf(what === 'value' ? value : blake2_256(value)) }
}
