/** Integers, booleans, text and raw bytes. */
import { fromHex, toHex } from '../crypto/bytes.ts'
import { CodecError, type Reader, type Writer } from './buffer.ts'
import { type AnyCodec, type Codec, type Hex, makeCodec, type Primitive } from './codec.ts'

const primitive = (name: Primitive) => ({ path: [], def: { tag: 'primitive', name } }) as const

function small(
  name: Primitive,
  [min, max]: readonly [number, number],
  write: (out: Writer, value: number) => void,
  read: (from: Reader) => number,
): Codec<number> {
  const checked = (out: Writer, value: number) => {
    if (!(value >= min && value <= max) || !Number.isInteger(value))
      throw new CodecError(`${value} is not a ${name}`)
    write(out, value)
  }
  return makeCodec(primitive(name), checked, read)
}

export const u8 = small(
  'u8',
  [0, 0xff],
  (w, v) => w.u8(v),
  (r) => r.u8(),
)
export const u16 = small(
  'u16',
  [0, 0xffff],
  (w, v) => w.u16(v),
  (r) => r.u16(),
)
export const u32 = small(
  'u32',
  [0, 0xffff_ffff],
  (w, v) => w.u32(v),
  (r) => r.u32(),
)
export const i8 = small(
  'i8',
  [-0x80, 0x7f],
  (w, v) => w.u8(v & 0xff),
  (r) => (r.u8() << 24) >> 24,
)
export const i16 = small(
  'i16',
  [-0x8000, 0x7fff],
  (w, v) => w.u16(v & 0xffff),
  (r) => (r.u16() << 16) >> 16,
)
export const i32 = small(
  'i32',
  [-0x8000_0000, 0x7fff_ffff],
  (w, v) => w.u32(v >>> 0),
  (r) => r.u32() | 0,
)

function big(name: Primitive, bits: 64 | 128 | 256, signed: boolean): Codec<bigint> {
  const words = bits / 64
  const [min, max] = signed
    ? [-(1n << BigInt(bits - 1)), (1n << BigInt(bits - 1)) - 1n]
    : [0n, (1n << BigInt(bits)) - 1n]
  const write = (out: Writer, value: bigint) => {
    if (typeof value !== 'bigint' || value < min || value > max)
      throw new CodecError(`${value} is not a ${name}`)
    if (words === 1) return out.u64(BigInt.asUintN(64, value))
    for (let i = 0, rest = value; i < words; i++, rest >>= 64n) out.u64(BigInt.asUintN(64, rest))
  }
  const read = (from: Reader) => {
    let value = from.u64()
    for (let i = 1; i < words; i++) value |= from.u64() << BigInt(64 * i)
    return signed ? BigInt.asIntN(bits, value) : value
  }
  return makeCodec(primitive(name), write, read)
}

export const u64 = big('u64', 64, false)
export const u128 = big('u128', 128, false)
export const i64 = big('i64', 64, true)
export const i128 = big('i128', 128, true)
/** 256 bits as scale-info's primitive; `primitive_types::U256` on the wire is `U256`. */
export const u256 = big('u256', 256, false)

export const bool: Codec<boolean> = makeCodec(
  primitive('bool'),
  (out, value) => out.u8(value ? 1 : 0),
  (from) => {
    const byte = from.u8()
    if (byte > 1) throw new CodecError(`${byte} is not a bool`)
    return byte === 1
  },
)

/** The empty value; `null` in TypeScript, since `undefined` means absent. */
export const unit: Codec<null> = makeCodec(
  { path: [], def: { tag: 'tuple', types: [] } },
  () => {},
  () => null,
)

/** Compact integers. Wrappers like `Percent` stay visible in the description. */
export function compact<T extends number | bigint>(inner: Codec<T>): Codec<T> {
  const type = { path: [], def: { tag: 'compact', type: inner } } as const
  const bits = compactBits(inner)
  if (bits <= 32) {
    const max = 2 ** bits - 1
    const codec = makeCodec<number>(
      type,
      (out, value) => {
        if (!(value >= 0 && value <= max))
          throw new CodecError(`${value} is not a compact u${bits}`)
        out.compact(value)
      },
      (from) => {
        const value = from.compact()
        if (value > max) throw new CodecError(`${value} is not a compact u${bits}`)
        return value
      },
    )
    return codec as unknown as Codec<T>
  }
  const max = (1n << BigInt(bits)) - 1n
  const codec = makeCodec<bigint>(
    type,
    (out, value) => {
      if (!(value >= 0n && value <= max)) throw new CodecError(`${value} is not a compact u${bits}`)
      out.compactBig(value)
    },
    (from) => {
      const value = from.compactBig()
      if (value > max) throw new CodecError(`${value} is not a compact u${bits}`)
      return value
    },
  )
  return codec as unknown as Codec<T>
}

function compactBits(codec: AnyCodec): number {
  const def = typeof codec.type.def === 'function' ? codec.type.def() : codec.type.def
  if (def.tag === 'primitive' && def.name.startsWith('u')) return Number(def.name.slice(1))
  if (def.tag === 'composite' && def.fields.length === 1) return compactBits(def.fields[0]!.type)
  throw new CodecError('only unsigned integers have a compact form')
}

/** `Vec<u8>`. */
export const bytes: Codec<Uint8Array> = makeCodec(
  { path: [], def: { tag: 'sequence', type: u8 } },
  (out, value) => {
    out.compact(value.length)
    out.bytes(value)
  },
  (from) => from.bytes(from.compact()),
)

/** `[u8; size]`, as hex in TypeScript: comparable, and a map's key. */
export const bytesN = (size: number): Codec<Hex> =>
  makeCodec(
    { path: [], def: { tag: 'array', len: size, type: u8 } },
    (out, value) => {
      const raw = fromHex(value)
      if (raw.length !== size) throw new CodecError(`${value} has ${raw.length} bytes, not ${size}`)
      out.bytes(raw)
    },
    (from) => toHex(from.bytes(size)),
  )

const utf8 = { encoder: new TextEncoder(), decoder: new TextDecoder('utf-8', { fatal: true }) }

export const str: Codec<string> = makeCodec(
  primitive('str'),
  (out, value) => {
    const raw = utf8.encoder.encode(value)
    out.compact(raw.length)
    out.bytes(raw)
  },
  (from) => {
    const raw = from.bytes(from.compact())
    try {
      return utf8.decoder.decode(raw)
    } catch (cause) {
      throw new CodecError('text is not UTF-8', { cause })
    }
  },
)
