/** The few SCALE codecs that weights need outside of a call. */
import { concatBytes } from '../wallet/hex.ts'
import { invalid } from './u16.ts'

/** Vec<u16>. Refuses INVALID_WEIGHTS: numbers that are no u16. */
export function vec(values: readonly number[]): Uint8Array {
  return concatBytes(compact(values.length), ...values.map(u16))
}

export function u16(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff) throw invalid(`${value} is no u16`)
  return Uint8Array.of(value & 0xff, value >> 8)
}

export function compact(length: number): Uint8Array {
  if (length < 1 << 6) return Uint8Array.of(length << 2)
  if (length < 1 << 14) return Uint8Array.of(((length << 2) | 1) & 0xff, length >> 6)
  if (length > 0xffff) throw invalid(`${length} entries are more than a subnet can have`)
  return Uint8Array.of(((length << 2) | 2) & 0xff, (length >> 6) & 0xff, length >> 14, 0)
}

export function u64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, value, true)
  return bytes
}
