// Decimal floating point of the share pool: 21 significant digits, enough for one rao and too few for a tenth of one.

import { satU64, U64F64 } from '@taonet/frame'

/** `mantissa · 10^exponent`; zero is (0, 0), anything else has 10²⁰ < mantissa ≤ 10²¹. */
export interface SafeFloat {
  /** u128 */
  readonly mantissa: bigint
  /** i64 */
  readonly exponent: bigint
}

/** Largest mantissa, 10²¹. */
export const SAFE_FLOAT_MAX = 10n ** 21n
const SAFE_FLOAT_MAX_EXP = 21n
const MIN_MANTISSA = SAFE_FLOAT_MAX / 10n
const I64_MAX = (1n << 63n) - 1n
const I64_MIN = -(1n << 63n)
const LOW_64 = (1n << 64n) - 1n

/** 10^0 … 10^22; more is never needed, for it already divides any mantissa to 0. */
const POWERS = Array.from({ length: 23 }, (_, e) => 10n ** BigInt(e))
const cappedPower = (e: bigint): bigint => POWERS[e > 22n ? 22 : Number(e)]!

/** Strides by which a small mantissa grows: `[digits, 10^digits, 10^(20 - digits)]`. */
const STRIDES = [16, 8, 4, 2, 1].map(
  (digits) => [BigInt(digits), POWERS[digits]!, POWERS[20 - digits]!] as const,
)

export const ZERO: SafeFloat = Object.freeze({ mantissa: 0n, exponent: 0n })

export const isZero = (x: SafeFloat): boolean => x.mantissa === 0n

/**
 * Brings a mantissa into (10²⁰, 10²¹]; digits that fall off are dropped.
 *
 * refuses an exponent that leaves i64: undefined
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SafeFloat::normalize
 */
function normalize(mantissa: bigint, exponent: bigint): SafeFloat | undefined {
  if (mantissa === 0n) return ZERO
  let m = mantissa
  let e = exponent
  while (m > SAFE_FLOAT_MAX) {
    m /= 10n
    e += 1n
  }
  if (e > I64_MAX) return undefined
  if (m <= MIN_MANTISSA) {
    for (const [digits, power, limit] of STRIDES) {
      if (m > limit) continue
      m *= power
      e -= digits
    }
    m *= 10n
    e -= 1n
  }
  return e < I64_MIN ? undefined : { mantissa: m, exponent: e }
}

/**
 * `mantissa · 10^exponent` in normal form.
 *
 * refuses a mantissa above 10²¹ and an exponent that leaves i64: undefined
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SafeFloat::new
 */
export function fromParts(mantissa: bigint, exponent: bigint): SafeFloat | undefined {
  return mantissa > SAFE_FLOAT_MAX ? undefined : normalize(mantissa, exponent)
}

/** The float of a u64; exact. */
export function fromU64(n: bigint): SafeFloat {
  return fromParts(n, 0n) ?? ZERO
}

/**
 * The float nearest below a binary fraction, as the legacy shares are converted.
 *
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs From<U64F64> for SafeFloat
 */
export function fromU64F64(x: U64F64): SafeFloat {
  const fraction = div(fromU64(U64F64.fraction(x)), fromU64(LOW_64 + 1n)) ?? ZERO
  return add(fromU64(U64F64.toU64(x)), fraction) ?? ZERO
}

/**
 * The integer at or below, saturated to u64.
 *
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs From<&SafeFloat> for u64
 */
export function toU64(x: SafeFloat): bigint {
  const { mantissa, exponent } = x
  return exponent < 0n
    ? satU64.clamp(mantissa / cappedPower(-exponent))
    : satU64.clamp(mantissa * cappedPower(exponent))
}

/**
 * Sum; digits of the smaller operand below the larger one's last are dropped.
 *
 * refuses an exponent that leaves i64: undefined
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SafeFloat::add
 */
export function add(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  if (isZero(a)) return b
  if (isZero(b)) return a
  const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a]
  const aligned = low.mantissa / cappedPower(high.exponent - low.exponent)
  return normalize(high.mantissa + aligned, high.exponent)
}

/**
 * Difference, 0 when `b` is the larger one; digits below the larger exponent's last are dropped.
 *
 * refuses 0 - b with b > 0, and an exponent that leaves i64: undefined
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SafeFloat::sub
 */
export function sub(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  if (isZero(b)) return isZero(a) ? ZERO : a
  if (isZero(a)) return undefined
  const shift = a.exponent - b.exponent
  const left = shift >= 0n ? a.mantissa : a.mantissa / cappedPower(-shift)
  const right = shift >= 0n ? b.mantissa / cappedPower(shift) : b.mantissa
  return normalize(left > right ? left - right : 0n, shift >= 0n ? a.exponent : b.exponent)
}

/**
 * Quotient, floored at 21 digits past the mantissas'.
 *
 * refuses b = 0 and an exponent that leaves i64: undefined
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SafeFloat::div
 */
export function div(a: SafeFloat, b: SafeFloat): SafeFloat | undefined {
  const exponent = a.exponent - b.exponent - SAFE_FLOAT_MAX_EXP
  if (exponent > I64_MAX || exponent < I64_MIN || isZero(b)) return undefined
  return normalize((a.mantissa * SAFE_FLOAT_MAX) / b.mantissa, exponent)
}

/**
 * `a * b / c`, floored once.
 *
 * refuses c = 0 and an exponent that leaves i64 on the way: undefined
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SafeFloat::mul_div
 */
export function mulDiv(a: SafeFloat, b: SafeFloat, c: SafeFloat): SafeFloat | undefined {
  if (isZero(c)) return undefined
  const sum = a.exponent + b.exponent
  const exponent = sum - c.exponent
  if (sum > I64_MAX || sum < I64_MIN || exponent > I64_MAX || exponent < I64_MIN) return undefined
  return normalize((a.mantissa * b.mantissa) / c.mantissa, exponent)
}

/**
 * a > b of two values in normal form, as upstream compares: by exponents unless they are neighbours.
 *
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SafeFloat::gt
 */
export function gt(a: SafeFloat, b: SafeFloat): boolean {
  const shift = a.exponent - b.exponent
  if (shift > 1n) return true
  if (shift < -1n) return false
  if (shift === 0n) return a.mantissa > b.mantissa
  return shift > 0n ? 10n * a.mantissa > b.mantissa : a.mantissa > 10n * b.mantissa
}
