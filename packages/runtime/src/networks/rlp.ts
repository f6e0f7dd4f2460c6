/** RLP, as far as a block header needs it. */
import * as f from '@taonet/frame'

function withLength(raw: Uint8Array, offset: number): Uint8Array {
  if (raw.length < 56) return f.concatBytes(Uint8Array.of(offset + raw.length), raw)
  const length = bigEndian(BigInt(raw.length))
  return f.concatBytes(Uint8Array.of(offset + 55 + length.length), length, raw)
}

/** A number without leading zeros; nothing for zero. */
export function bigEndian(value: bigint): Uint8Array {
  if (value === 0n) return new Uint8Array()
  const digits = value.toString(16)
  return f.fromHex(digits.length % 2 === 0 ? digits : `0${digits}`)
}

export const rlpBytes = (raw: Uint8Array): Uint8Array =>
  raw.length === 1 && raw[0]! < 0x80 ? raw : withLength(raw, 0x80)

export const rlpList = (items: readonly Uint8Array[]): Uint8Array =>
  withLength(f.concatBytes(...items), 0xc0)
