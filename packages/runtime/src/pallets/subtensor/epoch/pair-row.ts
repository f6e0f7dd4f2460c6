// Rows of weights and bonds as flat arrays.

import { makeCodec, type Reader, tuple, u16, vec, type Writer } from '@taonet/frame'
import type { PairRow } from './types.ts'

/** Bytes of an array of u16 are SCALE's on machines that store the low byte first. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/**
 * `Vec<(u16, u16)>` on the wire, one flat array in memory.
 *
 * refuses CodecError when bytes are short
 * cost    a copy of the bytes, where a list of tuples makes an object per pair
 */
export const pairRow = makeCodec<PairRow>(vec(tuple(u16, u16)).type, writeRow, readRow)

function writeRow(out: Writer, row: PairRow): void {
  const pairs = row.length >> 1
  out.compact(pairs)
  if (IS_LITTLE_ENDIAN) out.bytes(new Uint8Array(row.buffer, row.byteOffset, pairs * 4))
  else for (const value of row.subarray(0, pairs * 2)) out.u16(value)
}

function readRow(from: Reader): PairRow {
  const pairs = from.compact()
  // A copy of its own, so it starts at an even address.
  const bytes = from.bytes(pairs * 4)
  if (IS_LITTLE_ENDIAN) return new Uint16Array(bytes.buffer, bytes.byteOffset, pairs * 2)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint16Array.from({ length: pairs * 2 }, (_, k) => view.getUint16(2 * k, true))
}

/** A flat row of a list of pairs. */
export function packPairs(pairs: readonly (readonly [uid: number, value: number])[]): PairRow {
  const row = new Uint16Array(pairs.length * 2)
  pairs.forEach(([uid, value], k) => {
    row[2 * k] = uid
    row[2 * k + 1] = value
  })
  return row
}

/** The list of pairs of a flat row. */
export function unpackPairs(row: PairRow): [uid: number, value: number][] {
  return Array.from({ length: row.length >> 1 }, (_, k) => [row[2 * k]!, row[2 * k + 1]!])
}
