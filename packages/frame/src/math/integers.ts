// Saturating arithmetic of Rust's unsigned integers.

const U64_MAX = (1n << 64n) - 1n
const U128_MAX = (1n << 128n) - 1n

/** Saturating arithmetic of one unsigned integer type that is a bigint. */
export interface SaturatingBig {
  readonly MAX: bigint
  /** Nearest value of the type. */
  readonly clamp: (n: bigint) => bigint
  readonly add: (a: bigint, b: bigint) => bigint
  readonly sub: (a: bigint, b: bigint) => bigint
  readonly mul: (a: bigint, b: bigint) => bigint
  /** Integer quotient, 0 when `b` is 0. */
  readonly safeDiv: (a: bigint, b: bigint) => bigint
  readonly pow: (a: bigint, exponent: number) => bigint
}

/** Saturating arithmetic of one unsigned integer type that is a number. */
export interface SaturatingSmall {
  readonly MAX: number
  /** Nearest value of the type. */
  readonly clamp: (n: number) => number
  readonly add: (a: number, b: number) => number
  readonly sub: (a: number, b: number) => number
  readonly mul: (a: number, b: number) => number
  /** Integer quotient, 0 when `b` is 0. */
  readonly safeDiv: (a: number, b: number) => number
}

function big(MAX: bigint): SaturatingBig {
  const clamp = (n: bigint) => (n > MAX ? MAX : n < 0n ? 0n : n)
  return Object.freeze<SaturatingBig>({
    MAX,
    clamp,
    add(a, b) {
      const sum = a + b
      return sum > MAX ? MAX : sum
    },
    sub: (a, b) => (a > b ? a - b : 0n),
    mul(a, b) {
      const product = a * b
      return product > MAX ? MAX : product
    },
    safeDiv: (a, b) => (b === 0n ? 0n : a / b),
    pow(a, exponent) {
      // Any base above 1 passes 2^128 within 128 steps.
      if (a > 1n && exponent > 128) return MAX
      return clamp(a ** BigInt(exponent))
    },
  })
}

function small(MAX: number): SaturatingSmall {
  const clamp = (n: number) => Math.max(Math.min(n, MAX), 0)
  return Object.freeze<SaturatingSmall>({
    MAX,
    clamp,
    add: (a, b) => Math.min(a + b, MAX),
    sub: (a, b) => (a > b ? a - b : 0),
    // A product above 2^53 is inexact, but then it is far above MAX.
    mul: (a, b) => Math.min(a * b, MAX),
    safeDiv: (a, b) => (b === 0 ? 0 : (a - (a % b)) / b),
  })
}

/** Saturating u64. */
export const satU64 = big(U64_MAX)
/** Saturating u128. */
export const satU128 = big(U128_MAX)
/** Saturating u8. */
export const satU8 = small(0xff)
/** Saturating u16. */
export const satU16 = small(0xffff)
/** Saturating u32. */
export const satU32 = small(0xffffffff)

/**
 * `a * b / c` of non-negative integers without overflow in between, floored.
 *
 * refuses nothing; 0 when `c` is 0
 */
export function mulDiv(a: bigint, b: bigint, c: bigint): bigint {
  return c === 0n ? 0n : (a * b) / c
}
