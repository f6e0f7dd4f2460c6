/** RLP, Ethereum's encoding of bytes and lists. */
import * as f from '@taonet/frame'

/** A number without leading zeros; nothing for zero. */
export function bigEndian(value: bigint): Uint8Array {
  if (value === 0n) return new Uint8Array()
  const digits = value.toString(16)
  return f.fromHex(digits.length % 2 === 0 ? digits : `0${digits}`)
}

function withLength(raw: Uint8Array, offset: number): Uint8Array {
  if (raw.length < 56) return f.concatBytes(Uint8Array.of(offset + raw.length), raw)
  const length = bigEndian(BigInt(raw.length))
  return f.concatBytes(Uint8Array.of(offset + 55 + length.length), length, raw)
}

export const rlpBytes = (raw: Uint8Array): Uint8Array =>
  raw.length === 1 && raw[0]! < 0x80 ? raw : withLength(raw, 0x80)

export const rlpHex = (hex: f.Hex): Uint8Array => rlpBytes(f.fromHex(hex))

export const rlpNumber = (value: bigint | number): Uint8Array => rlpBytes(bigEndian(BigInt(value)))

/** 32 bytes as the number they are: half a signature. */
export const rlpHexNumber = (hex: f.Hex): Uint8Array => rlpNumber(BigInt(hex))

/** A list of items that are encoded already. */
export const rlpList = (items: readonly Uint8Array[]): Uint8Array =>
  withLength(f.concatBytes(...items), 0xc0)

/** The empty string: an absent part. */
export const RLP_NOTHING = Uint8Array.of(0x80)
