// Fixed point from and to integers, other fixed-point types and float literals.

import type { Layout } from './fixed.ts'
import { scaleF64 } from './float-literal.ts'

/** Conversions of one fixed-point type. */
export interface Conversions<T extends bigint> {
  /** Bits as they are; throws RangeError when they do not fit. */
  readonly fromBits: (bits: bigint) => T
  /** `saturating_from_num` of an integer. */
  readonly fromInt: (n: bigint | number) => T
  /** `checked_from_num` of an integer. */
  readonly checkedFromInt: (n: bigint | number) => T | undefined
  /** `wrapping_from_num` of an integer, as `from_num` does in a release build. */
  readonly wrappingFromInt: (n: bigint | number) => T
  /** `saturating_from_num` of another fixed-point type: spare fraction bits are floored. */
  readonly from: <S extends bigint>(other: Layout<S>, value: NoInfer<S>) => T
  /** `checked_from_num` of another fixed-point type. */
  readonly checkedFrom: <S extends bigint>(other: Layout<S>, value: NoInfer<S>) => T | undefined
  /** `saturating_from_num` of an f64 literal in upstream's source: nearest, ties to even. */
  readonly fromF64: (literal: number) => T
  /** The integer at or below `x`, unbounded. */
  readonly toInt: (x: T) => bigint
  /** `saturating_to_num::<u8>`: floored, then clamped; likewise the next ones. */
  readonly toU8: (x: T) => number
  readonly toU16: (x: T) => number
  readonly toU32: (x: T) => number
  readonly toU64: (x: T) => bigint
  readonly toU128: (x: T) => bigint
  readonly toI32: (x: T) => number
  readonly toI64: (x: T) => bigint
  readonly toI128: (x: T) => bigint
}

/**
 * The conversions of one type.
 *
 * units   raw bits on the fixed-point side
 * refuses nothing; `fromBits` and `fromF64` of no number throw RangeError
 * source  encointer/substrate-fixed src/convert.rs, src/float_helper.rs, src/traits.rs ToFixed, FromFixed
 */
export function conversions(layout: Layout): Conversions<bigint> {
  const { name, bits: width, frac, signed, MIN, MAX } = layout
  const shift = BigInt(frac)
  const clamp = (x: bigint) => (x > MAX ? MAX : x < MIN ? MIN : x)
  const fit = (x: bigint) => (x > MAX || x < MIN ? undefined : x)
  return {
    ...toIntegers(shift),
    fromBits(bits) {
      if (bits > MAX || bits < MIN) throw new RangeError(`${bits} are not the bits of a ${name}`)
      return bits
    },
    fromInt: (n) => clamp(BigInt(n) << shift),
    checkedFromInt: (n) => fit(BigInt(n) << shift),
    wrappingFromInt(n) {
      const scaled = BigInt(n) << shift
      return signed ? BigInt.asIntN(width, scaled) : BigInt.asUintN(width, scaled)
    },
    from: (other, value) => clamp(rescale(value, other.frac, frac)),
    checkedFrom: (other, value) => fit(rescale(value, other.frac, frac)),
    fromF64: (literal) => clamp(scaleF64(literal, frac)),
  }
}

/** Moves the binary point; bits that fall off are floored. */
function rescale(value: bigint, from: number, to: number): bigint {
  return to >= from ? value << BigInt(to - from) : value >> BigInt(from - to)
}

type ToIntegers = Pick<
  Conversions<bigint>,
  'toInt' | (`to${'U' | 'I'}${number}` & keyof Conversions<bigint>)
>

const U64_MAX = (1n << 64n) - 1n
const U128_MAX = (1n << 128n) - 1n
const I64_MAX = (1n << 63n) - 1n
const I128_MAX = (1n << 127n) - 1n

function toIntegers(shift: bigint): ToIntegers {
  const within = (x: bigint, min: bigint, max: bigint) => {
    const n = x >> shift
    return n > max ? max : n < min ? min : n
  }
  return {
    toInt: (x) => x >> shift,
    toU8: (x) => Number(within(x, 0n, 0xffn)),
    toU16: (x) => Number(within(x, 0n, 0xffffn)),
    toU32: (x) => Number(within(x, 0n, 0xffffffffn)),
    toU64: (x) => within(x, 0n, U64_MAX),
    toU128: (x) => within(x, 0n, U128_MAX),
    toI32: (x) => Number(within(x, -0x80000000n, 0x7fffffffn)),
    toI64: (x) => within(x, -I64_MAX - 1n, I64_MAX),
    toI128: (x) => within(x, -I128_MAX - 1n, I128_MAX),
  }
}
