/**
 * Keys of any length in a store whose keys are short.
 *
 * All keys that agree in their first 1,024 bytes share one row under those bytes, a bucket: a list of
 * the rest of each key and its value, in order. Real storage keys have up to some 200 bytes; only root
 * can write longer ones.
 */

import { bytesToKey, keyToBytes } from '@taonet/frame'
import { decodeList, encodeList } from './records.ts'

/** Keys of this length and more are in buckets; a row whose key has just this length is one. */
export const LONG = 1024

/** Rest of the key → value, ascending. */
export type Bucket = readonly (readonly [rest: string, value: Uint8Array])[]

/** Reads a bucket; undefined when the bytes are none. */
export function decodeBucket(bytes: Uint8Array): Bucket | undefined {
  const list = decodeList(bytes)
  if (list === undefined || list.length % 2 !== 0) return undefined
  const bucket: [string, Uint8Array][] = []
  for (let i = 0; i < list.length; i += 2) bucket.push([bytesToKey(list[i]!), list[i + 1]!])
  return bucket
}

/** The bytes of a bucket with one key changed; undefined when nothing is left in it. */
export function changeBucket(
  bucket: Bucket,
  rest: string,
  value: Uint8Array | undefined,
): Uint8Array | undefined {
  const rows = bucket.filter(([other]) => other !== rest)
  if (value !== undefined) rows.push([rest, value])
  if (rows.length === 0) return undefined
  rows.sort((a, b) => (a[0] < b[0] ? -1 : 1))
  return encodeList(rows.flatMap(([key, bytes]) => [keyToBytes(key), bytes]))
}
