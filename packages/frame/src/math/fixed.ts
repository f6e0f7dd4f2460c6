// Binary fixed point: a value is its raw two's-complement bits, value = bits / 2^frac.

import { type Arithmetic, arithmetic } from './fixed-arithmetic.ts'
import { type Conversions, conversions } from './fixed-conversions.ts'
import { type Rounding, rounding } from './fixed-rounding.ts'

/** Size and limits of a fixed-point type; `T` is the flavour of its bits. */
export interface Layout<T extends bigint = bigint> {
  /** Name as in the Rust crate: `I32F32`. */
  readonly name: string
  /** Width of the stored integer. */
  readonly bits: number
  /** How many of these are fraction bits. */
  readonly frac: number
  readonly signed: boolean
  /** Smallest value. */
  readonly MIN: T
  /** Largest value. */
  readonly MAX: T
  readonly ZERO: T
  /** One, saturated when the type cannot hold it. */
  readonly ONE: T
}

/** A fixed-point type: its layout and the functions over its bits. Compare values as plain bigints. */
export interface Fixed<T extends bigint>
  extends Layout<T>,
    Arithmetic<T>,
    Conversions<T>,
    Rounding<T> {}

/**
 * Makes a fixed-point type.
 *
 * units   `bits` is the width of the stored integer, `frac` how many of them are fraction bits
 * refuses nothing
 * source  encointer/substrate-fixed src/lib.rs FixedI64, FixedU64, FixedI128, FixedU128
 */
export function fixed<T extends bigint>(
  name: string,
  bits: number,
  frac: number,
  signed: boolean,
): Fixed<T> {
  const width = BigInt(bits)
  const MIN = signed ? -(1n << (width - 1n)) : 0n
  const MAX = (1n << (signed ? width - 1n : width)) - 1n
  const one = 1n << BigInt(frac)
  const layout: Layout = {
    name,
    bits,
    frac,
    signed,
    MIN,
    MAX,
    ZERO: 0n,
    ONE: one > MAX ? MAX : one,
  }
  const type: Fixed<bigint> = {
    ...layout,
    ...arithmetic(layout),
    ...conversions(layout),
    ...rounding(layout),
  }
  // The flavour T exists for the compiler only: every T is a bare bigint.
  return Object.freeze(type) as unknown as Fixed<T>
}
