// Integer and fraction parts of fixed-point bits.

import type { Layout } from './fixed.ts'

/** Rounding to integers that stay in the fixed-point type. */
export interface Rounding<T extends bigint> {
  /** Integer part: the floor, also below zero. */
  readonly int: (x: T) => T
  /** `x - int(x)`, never negative. */
  readonly fraction: (x: T) => T
  /** `floor`; the same bits as `int`. */
  readonly floor: (x: T) => T
  /** `ceil` of a release build: wraps when the result does not fit. */
  readonly ceil: (x: T) => T
  /** `round` of a release build: nearest, ties away from zero; wraps when the result does not fit. */
  readonly round: (x: T) => T
}

/**
 * The rounding functions of one type with at least two integer bits.
 *
 * units   raw bits in and out
 * refuses nothing
 * source  encointer/substrate-fixed src/macros_round.rs
 */
export function rounding({ bits, frac, signed, MAX }: Layout): Rounding<bigint> {
  const shift = BigInt(frac)
  const mask = (1n << shift) - 1n
  const half = frac === 0 ? 0n : 1n << (shift - 1n)
  const int = (x: bigint) => (x >> shift) << shift
  const wrap = (x: bigint) =>
    x <= MAX ? x : signed ? BigInt.asIntN(bits, x) : BigInt.asUintN(bits, x)
  return {
    int,
    fraction: (x) => x & mask,
    floor: int,
    ceil: (x) => wrap(int(x + mask)),
    // Adding just under a half keeps a negative tie on the lower side.
    round: (x) => wrap(int(x < 0n && half > 0n ? x + half - 1n : x + half)),
  }
}
