// I32F32 on 64-bit integers: the same results as frame's math, whatever the operands.

const MASK: i64 = 0xffffffff

export class I32F32 {
  static readonly ONE: i64 = 1 << 32

  /** Sum, saturated. */
  @inline
  static add(a: i64, b: i64): i64 {
    const sum = a + b
    return ((a ^ sum) & (b ^ sum)) < 0 ? limit(a) : sum
  }

  /** Difference, saturated. */
  @inline
  static sub(a: i64, b: i64): i64 {
    const difference = a - b
    return ((a ^ b) & (a ^ difference)) < 0 ? limit(a) : difference
  }

  /** Product, floored and saturated. */
  @inline
  static mul(a: i64, b: i64): i64 {
    // Nearly all factors are at least 0 and below 1.
    return (a | b) >>> 32 === 0 ? (a * b) >>> 32 : mulWide(a, b)
  }

  /** Quotient, truncated; 0 when the divisor is 0 or the quotient does not fit. */
  @inline
  static safeDiv(a: i64, b: i64): i64 {
    return a >>> 32 === 0 && b > 1 ? <i64>(<u64>(a << 32) / <u64>b) : divWide(a, b)
  }

  /** `1 / x` for x > 1, truncated. */
  @inline
  static inverse(x: i64): i64 {
    // 2^64 itself does not fit; 2^64 - 1 over x is the same but where x divides 2^64.
    return <i64>(u64.MAX_VALUE / <u64>x) + i64(popcnt(x) === 1)
  }

  /** A proportion as parts of 65535, floored and clamped. */
  @inline
  static toU16(x: i64): u16 {
    if (x <= 0) return 0
    return x >= I32F32.ONE ? 65535 : <u16>((x * 65535) >>> 32)
  }
}

/** What a sum saturates to whose terms have this sign. */
function limit(sign: i64): i64 {
  return sign < 0 ? i64.MIN_VALUE : i64.MAX_VALUE
}

/** The 128-bit product by halves of 32 bits, without its lowest 32. */
function mulWide(a: i64, b: i64): i64 {
  const ah = a >> 32
  const al = a & MASK
  const bh = b >> 32
  const bl = b & MASK
  const first = ah * bl + ((al * bl) >>> 32)
  const second = al * bh
  const low = (first & MASK) + (second & MASK)
  const high = ah * bh + (first >> 32) + (second >> 32) + (low >>> 32)
  if (high < <i64>i32.MIN_VALUE) return i64.MIN_VALUE
  if (high > <i64>i32.MAX_VALUE) return i64.MAX_VALUE
  return (high << 32) | (low & MASK)
}

/** Integer part first, then 32 fraction bits. */
function divWide(a: i64, b: i64): i64 {
  if (b === 0) return 0
  const dividend = magnitude(a)
  const divisor = magnitude(b)
  const whole = dividend / divisor
  if (whole > 0x80000000) return 0
  const quotient = (whole << 32) + fraction(dividend % divisor, divisor)
  const isNegative = (a ^ b) < 0
  // The type has one more negative value than positive ones.
  const most = <u64>i64.MAX_VALUE + (isNegative ? 1 : 0)
  if (quotient > most) return 0
  return isNegative ? -(<i64>quotient) : <i64>quotient
}

/** `rest * 2^32 / divisor` for a rest below the divisor, which is at most 2^63. */
function fraction(rest: u64, divisor: u64): u64 {
  // Zero bits at the end of both do not matter; whole numbers have 32 of them.
  const spare = ctz(rest | divisor)
  rest >>= spare
  divisor >>= spare
  if (rest >>> 32 === 0) return (rest << 32) / divisor
  let bits: u64 = 0
  for (let i = 0; i < 32; i++) {
    rest <<= 1
    bits <<= 1
    if (rest >= divisor) {
      rest -= divisor
      bits |= 1
    }
  }
  return bits
}

function magnitude(x: i64): u64 {
  return x < 0 ? -(<u64>x) : <u64>x
}
