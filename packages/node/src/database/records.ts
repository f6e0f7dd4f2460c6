/** How rows are written as bytes. */

import { blake2_128, bytesToKey, keyToBytes } from '@taonet/frame'

/** Key of a block number: four bytes, big-endian. */
export function blockKey(number: number): string {
  return String.fromCharCode(
    number >>> 24,
    (number >>> 16) & 255,
    (number >>> 8) & 255,
    number & 255,
  )
}

/** The block number in the last four bytes of a key. */
export function blockOfKey(key: string): number {
  let number = 0
  for (let i = key.length - 4; i < key.length; i++) number = number * 256 + key.charCodeAt(i)
  return number
}

export const numberBytes = (number: number): Uint8Array => keyToBytes(blockKey(number))
export const bytesNumber = (bytes: Uint8Array): number => blockOfKey(bytesToKey(bytes))

/** Where the history of a storage key begins: of one length for all keys, however long they are. */
export function historyPrefix(storageKey: string): string {
  return bytesToKey(blake2_128(keyToBytes(storageKey)))
}

/** A value in the history: one byte that says whether there is one, then the value. */
export function encodeHistoric(value: Uint8Array | undefined): Uint8Array {
  const bytes = new Uint8Array(1 + (value?.length ?? 0))
  if (value === undefined) return bytes
  bytes[0] = 1
  bytes.set(value, 1)
  return bytes
}

export function decodeHistoric(bytes: Uint8Array): Uint8Array | undefined {
  return bytes[0] === 1 ? bytes.slice(1) : undefined
}

/** Byte arrays one after the other, each with its length (four bytes) in front. */
export function encodeList(list: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(list.reduce((sum, item) => sum + 4 + item.length, 0))
  let at = 0
  for (const item of list) {
    bytes.set(numberBytes(item.length), at)
    bytes.set(item, at + 4)
    at += 4 + item.length
  }
  return bytes
}

/** What `encodeList` was given; undefined when the bytes are none of its. */
export function decodeList(bytes: Uint8Array): Uint8Array[] | undefined {
  const list: Uint8Array[] = []
  let at = 0
  while (at + 4 <= bytes.length) {
    const length = bytesNumber(bytes.subarray(at, at + 4))
    at += 4 + length
    if (at > bytes.length) return undefined
    list.push(bytes.slice(at - length, at))
  }
  return at === bytes.length ? list : undefined
}
